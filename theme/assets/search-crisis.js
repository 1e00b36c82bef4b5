// Whether what was typed is a cry for help: asked before anything is ranked.
// A few phrases of data/national/crisis.yml always are one. For all else the traits of a
// text are weighed by the table that benchmarks/cries.py learned, publish/cries.txt.
// No page is touched here.

const siteCrisis = (() => {
  "use strict";

  const LONGEST = 40; // words that are read: a diary page is not searched for
  const NEAR = 4; // words within which two groups of words are a pair
  const PIECES = [3, 4]; // letters of the pieces of words
  const PARTS = 100; // of what a text weighs: so the limits of the table are written
  const UNSURE = -40; // what the likeliest card must be above: 0 is as likely as not
  const SHORT = 8; // letters, with the space at each end, of one word that may be half typed
  const GLUED = 7; // letters from which one word by itself may be several
  // The letter of a group: words have small ones only.
  const letterOf = (number) => String.fromCharCode(number + (number < 26 ? 65 : 166));
  // What stands beside the words that count, and says nothing by itself.
  const LITTLE = new Set(
    "a am an and are can do for i im in is it just me my now of please pls plz so the to u".split(
      " ",
    ),
  );
  // How it is typed in a hurry, each with what it is.
  const HURRIED = new Map(
    (
      "2:to 4:for u:you ur:your yr:your r:are wat:what wot:what da:the wen:when wiv:with " +
      "n:and dnt:dont sum1:someone sumone:someone some1:someone ne1:anyone any1:anyone " +
      "fings:things rood:rude dus:does woz:was bin:been plz:please pls:please"
    )
      .split(" ")
      .map((pair) => pair.split(":")),
  );

  // The words of a text in any script: small letters, no accents, no apostrophes, and
  // every run of one letter as a single one, as in "heeelp".
  function words(text) {
    const plain = text
      .toLowerCase()
      .replace(/ł/g, "l")
      .replace(/['’`]/g, "");
    const found = plain
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .match(/[\p{L}\p{N}]+/gu);
    return (found || [])
      .slice(0, LONGEST)
      .map((word) => (HURRIED.get(word) || word).replace(/(\D)\1+/gu, "$1"));
  }

  // A word with its endings, and the letter that some of them double.
  function endings(word) {
    const last = word.at(-1);
    const bare = word.slice(0, -1);
    if (last === "e") return [word, `${word}s`, `${word}d`, `${bare}ing`, `${bare}in`];
    if (last === "y") return [word, `${word}s`, `${bare}ies`, `${bare}ied`, `${word}ing`];
    return ["", "s", "es", "ed", "ing", "in"].map((end) => word + end);
  }

  function listed(text) {
    return text ? text.split("|") : [];
  }

  // Rows of the table: each weight with its traits, as a map from trait to weight.
  function weights(rows) {
    return new Map(
      rows.flatMap(([weight, traits, pieces]) => [
        ...listed(traits).map((trait) => [trait, weight]),
        ...listed(pieces).map((piece) => [`~${piece}`, weight]),
      ]),
    );
  }

  class Crisis {
    constructor({ words: groups, cards, least, rows }) {
      this.groups = new Map(); // each word with the letters of its groups
      // publish/first_help.py parts the groups, and the two lists of each.
      groups.split("~").forEach((lists, number) => {
        const letter = letterOf(number);
        const [ended, exact] = lists.split("^");
        for (const entry of listed(ended)) words(entry).flatMap(endings).forEach(put, this);
        for (const entry of listed(exact)) words(entry).forEach(put, this);
        function put(form) {
          const [word] = words(form);
          const letters = this.groups.get(word) || "";
          if (!letters.includes(letter)) this.groups.set(word, letters + letter);
        }
      });
      this.least = least;
      this.weights = weights(rows);
      this.cards = cards.map(([title, first, calls, page, mark, always, alone, start, told]) => ({
        title,
        first,
        calls,
        page,
        mark,
        start,
        always: listed(always).map((phrase) => words(phrase).join(" ")),
        alone: listed(alone).map((phrase) => words(phrase).join(" ")),
        weights: weights(told),
      }));
      this.known = new Set([...LITTLE, ...this.groups.keys()]);
      for (const trait of this.weights.keys()) if (!/[~ A-ZÀ-Þ]/.test(trait)) this.known.add(trait);
    }

    // The words of a text; one by itself that was several run together is parted.
    read(text) {
      const read = words(text);
      const [word = ""] = read;
      const glued = read.length === 1 && word.length >= GLUED && !this.groups.has(word);
      return (glued && this.parted(word)) || read;
    }

    // "iwanttodie" as four words: the fewest that it can be, or nothing.
    parted(word) {
      const best = [[]];
      for (let end = 1; end <= word.length; end++) {
        for (let from = 0; from < end; from++) {
          // A letter that ends one word and begins the next may stand once.
          const parts = [from, from - 1].map((start) => word.slice(Math.max(start, 0), end));
          const part = parts.find((one) => this.known.has(one));
          if (!best[from] || !part) continue;
          const many = best[from].length + 1;
          if (!best[end] || many < best[end].length) best[end] = [...best[from], part];
        }
      }
      return best[word.length];
    }

    // What may tell a cry for help: the words, each two that follow each other (^ and $
    // are the ends), the groups that they are of, each two groups near each other, a group
    // beside a word, and pieces of the words (~), which are the same in many a slip.
    traits(read) {
      const traits = new Set(read);
      const groups = read.map((word) => [...(this.groups.get(word) || "")]);
      ["^", ...read].forEach((word, i) => traits.add(`${word} ${read[i] || "$"}`));
      groups.forEach((letters, i) => {
        for (const letter of letters) {
          traits.add(letter);
          for (const near of groups.slice(i + 1, i + 1 + NEAR).flat()) traits.add(letter + near);
          if (i) traits.add(`${read[i - 1]} ${letter}`);
          if (i + 1 < read.length) traits.add(`${letter} ${read[i + 1]}`);
        }
      });
      for (const word of read) {
        for (const many of PIECES) {
          const ends = `^${word}$`;
          for (let i = 0; i + many <= ends.length; i++) traits.add(`~${ends.slice(i, i + many)}`);
        }
      }
      return traits;
    }

    // The card for what was typed, or nothing.
    card(text) {
      const read = this.read(text);
      const said = ` ${read.join(" ")} `;
      const rest = read.filter((word) => !LITTLE.has(word)).join(" ");
      const short = read.length < 2 && said.length < SHORT;
      const plain = this.cards.find(({ always, alone }) => {
        const bare = new Set([said.trim(), rest]);
        return always.some((p) => said.includes(` ${p} `)) || alone.some((p) => bare.has(p));
      });
      return plain || (short ? undefined : this.learned(this.traits(read)));
    }

    // The card that what was learned brings up: the likeliest, or where none is likely
    // enough the last, which is for anybody.
    learned(traits) {
      const long = Math.sqrt(1 + traits.size);
      if (PARTS * sum(this.weights, traits) < this.least * long) return undefined;
      let best = this.cards.at(-1);
      let most = UNSURE;
      for (const card of this.cards) {
        const likely = (PARTS * sum(card.weights, traits)) / long + card.start;
        if (card.weights.size && likely > most) [best, most] = [card, likely];
      }
      return best;
    }
  }

  function sum(table, traits) {
    let all = 0;
    for (const trait of traits) all += table.get(trait) || 0;
    return all;
  }

  return { Crisis, words };
})();
