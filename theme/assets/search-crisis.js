// Whether what was typed is a cry for help: asked before anything is ranked.
// The table of data/national/crisis.yml says which words mean what, and which of them
// together bring up which card. Here they are found however they are spelt, put in
// order, run together or torn apart. No page is touched here.

const siteCrisis = (() => {
  "use strict";

  const LONGEST = 40; // words that are read: a diary page is not searched for
  const REACH = 6; // words between two that must follow each other
  const SLIP_FROM = 3; // letters from which one slip is forgiven
  const LONG = 5; // letters below which a slip leaves the first and the last as they are
  const TWO_SLIPS = 8; // letters from which two are forgiven
  const PARTED_FROM = 6; // letters from which words that were run together are parted
  // What stands between the words that count, and says nothing by itself.
  const LITTLE = new Set(
    (
      "a about am an and are at be been being but by can could did do does for from go " +
      "going gonna got had has have if in is it its just keep keeps like of on or out " +
      "please pls plz really so that the their them then there this to too up was were " +
      "will with would you your"
    ).split(" "),
  );
  // Whoever asks is looking something up: "what is sextortion" is no cry for help.
  const ASKING = new Set(["what", "when", "who", "why"]);
  // How it is typed in a hurry, each with what it is.
  const HURRIED = new Map(
    (
      "2:to 4:for u:you ur:your yr:your r:are wat:what wot:what da:the wen:when wiv:with " +
      "sum:some n:and dnt:dont sum1:someone sumone:someone some1:someone any1:anyone ne1:anyone " +
      "fings:things rood:rude dus:does woz:was"
    )
      .split(" ")
      .map((pair) => pair.split(":")),
  );

  // The words of a text in any script: small letters, no accents, no apostrophes.
  function words(text) {
    const plain = text
      .toLowerCase()
      .replace(/ł/g, "l")
      .replace(/['’`]/g, "");
    return (
      plain
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .match(/[\p{L}\p{N}]+/gu) || []
    ).map((word) => HURRIED.get(word) || word);
  }

  // A word with every run of one letter as a single one: "heeelp", "rapped", "kil".
  function squeezed(word) {
    return word.replace(/(.)\1+/gu, "$1");
  }

  // A word as it is said: with its endings, and the letter that some of them double.
  function endings(word) {
    const last = word.at(-1);
    const bare = word.slice(0, -1);
    if (last === "e") return [word, `${word}s`, `${bare}ed`, `${bare}ing`, `${bare}in`];
    if (last === "y") return [word, `${word}s`, `${bare}ies`, `${bare}ied`, `${word}ing`];
    const twice = `${word}${last}`;
    return [word, twice].flatMap((start) => {
      return ["", "s", "es", "ed", "ing", "in"].map((end) => start + end);
    });
  }

  function listed(text) {
    return text ? text.split("|") : [];
  }

  // A rule as its parts: "1>2+not 3/4" asks for 1 and then 2, and for neither 3 nor 4.
  function parsed(rule) {
    return rule.split("+").map((part) => {
      const [, how, rest] = part.match(/^(not |only )?(.*)$/);
      const steps = rest.split(">").map((step) => step.split("/"));
      return { how: (how || "").trim(), steps };
    });
  }

  class Crisis {
    // `known` says whether a word is one of the site's own, which is then no slip.
    constructor(table, known) {
      this.known = known;
      this.forms = new Map(); // each form with the classes that it is of
      this.squeezed = new Map();
      this.begins = []; // beginnings that tell by themselves, "suicid", each with its class
      this.phrases = new Map(); // by first word, each with the rest and its class
      this.slips = new Map();
      this.cards = table.cards.map(([title, first, calls, page, mark, fits]) => {
        return { title, first, calls, page, mark, rules: fits.split("|").map(parsed) };
      });
      // publish/first_help.py parts the groups, and the two lists of each.
      table.words.split("~").forEach((lists, group) => {
        const [ended, exact] = lists.split("^");
        for (const entry of listed(ended)) this.learn(`${group}`, entry, endings);
        for (const entry of listed(exact)) this.learn(`${group}`, entry, (word) => [word]);
      });
    }

    learn(name, entry, formed) {
      const said = entry.split(" ").map((part) => part.split("/").flatMap(words));
      const [first] = said;
      if (entry.endsWith("*")) this.begins.push([first[0], name]);
      if (said.length === 1) for (const form of formed(first[0])) this.put(form, name);
      else {
        for (const word of said.flat()) this.put(word);
        for (const form of first) {
          this.phrases.set(form, [...(this.phrases.get(form) || []), [said, name]]);
        }
      }
    }

    put(form, name) {
      const classes = this.forms.get(form) || new Set();
      this.forms.set(form, name ? classes.add(name) : classes);
      const short = squeezed(form);
      if (!this.squeezed.has(short)) this.squeezed.set(short, form);
    }

    // The form that a word is, or is a slip away from; nothing when it is another word.
    formOf(word) {
      for (const [begin, name] of this.begins) if (word.startsWith(begin)) this.put(word, name);
      if (this.forms.has(word) || LITTLE.has(word) || ASKING.has(word)) return word;
      let form = this.slips.get(word);
      if (form === undefined) this.slips.set(word, (form = this.mended(word)));
      return form;
    }

    mended(word) {
      if (this.known(word) || /^\d/.test(word)) return "";
      const short = squeezed(word);
      const doubled = this.squeezed.get(short);
      if (doubled) return doubled;
      if (word.length < SLIP_FROM) return "";
      const most = word.length < TWO_SLIPS ? 1 : 2;
      let best = most + 1;
      let found = "";
      for (const [spelt, form] of this.squeezed) {
        if (form[0] !== word[0] || form.length <= SLIP_FROM) continue;
        const ends = form.at(-1) === word.at(-1) || sameLetters(short, spelt);
        if (word.length < LONG && !ends) continue;
        const far =
          word.length < LONG
            ? siteRules.edits(word, form, most)
            : siteRules.edits(short, spelt, most);
        if (far >= best) continue;
        [best, found] = [far, form];
      }
      return found || this.begun(word);
    }

    // The class of a beginning that the word starts with, but for one slip.
    begun(word) {
      for (const [begin, name] of this.begins) {
        const { length } = begin;
        if (length < LONG || begin[0] !== word[0]) continue;
        const starts = [length - 1, length, length + 1].map((to) => word.slice(0, to));
        if (!starts.some((start) => siteRules.edits(start, begin, 1) < 2)) continue;
        this.put(word, name);
        return word;
      }
      return "";
    }

    // The words of a text as forms; what was run together is parted.
    read(text) {
      const typed = words(text).slice(0, LONGEST);
      const read = [];
      for (let i = 0; i < typed.length; i++) {
        const joined = typed[i] + (typed[i + 1] || "");
        const form = this.formOf(typed[i]);
        // "mum my" is no mummy, but "my self" is one word.
        const apart = (typed[i + 1] || "").length < 3 && this.forms.has(typed[i + 1]);
        const one = joined.length >= LONG && joined !== typed[i] && this.forms.has(joined);
        if (one && !(apart && this.forms.has(typed[i]))) {
          read.push(joined);
          i++;
        } else if (form) read.push(form);
        else read.push(...(this.parted(typed[i]) || [typed[i]]));
      }
      return read;
    }

    // "iwanttodie" as four words: the fewest that it can be, or nothing.
    parted(word) {
      if (word.length < PARTED_FROM || this.known(word)) return null;
      const best = [[]];
      for (let end = 1; end <= word.length; end++) {
        for (let from = 0; from < end; from++) {
          const part = word.slice(from, end);
          const fits = this.forms.has(part) || LITTLE.has(part) || ASKING.has(part);
          if (!best[from] || !fits) continue;
          const many = best[from].length + 1;
          if (!best[end] || many < best[end].length) best[end] = [...best[from], part];
        }
      }
      return best[word.length] || null;
    }

    // Each word with its classes; a phrase gives its own to its first word, and to the rest
    // a mark of it.
    classed(read) {
      const seen = read.map((form) => new Set(this.forms.get(form)));
      read.forEach((form, at) => {
        for (const [said, name] of this.phrases.get(form) || []) {
          if (said.some((either, i) => !either.includes(read[at + i]))) continue;
          said.forEach((_, i) => seen[at + i].add(i ? `${name}+` : name));
        }
      });
      return seen;
    }

    // The card for what was typed, or nothing.
    card(text) {
      const read = this.read(text);
      const seen = this.classed(read);
      const little = read.map((form) => LITTLE.has(form));
      const fits = (rule) => rule.every((part) => holds(part, seen, little));
      return this.cards.find((card) => card.rules.some(fits));
    }
  }

  function sameLetters(a, b) {
    return a.length === b.length && [...a].sort().join("") === [...b].sort().join("");
  }

  // Whether one part of a rule is met.
  function holds({ how, steps }, seen, little) {
    if (how === "only") {
      const [classes] = steps;
      const of = seen.map((all) => classes.some((name) => all.has(name) || all.has(`${name}+`)));
      return of.some(Boolean) && of.every((is, i) => is || little[i]);
    }
    const found = follows(steps, seen, 0, seen.length);
    return how === "not" ? !found : found;
  }

  // Whether words of these classes follow each other, each within reach of the last.
  function follows([step, ...rest], seen, from, to) {
    if (!step) return true;
    for (let at = from; at < Math.min(to, seen.length); at++) {
      if (!step.some((name) => seen[at].has(name))) continue;
      if (follows(rest, seen, at + 1, at + 1 + REACH)) return true;
    }
    return false;
  }

  return { Crisis, words };
})();
