// What a search means: words, endings, spelling, and what is ranked above what.
// MiniSearch finds the words of the index that a typed word can stand for (whole, by
// its beginning, or misspelt); the rules here judge them. No page is touched here.

const siteRules = (() => {
  "use strict";

  // Words that carry little by themselves, and those that carry some.
  const LIGHT = set("a an and are at be been by can could did do does for from get has have i im in is it its me my of on or our please so some that the their them there they this to us was we were will with would you your");
  const ASKING = set("about after before between how if into no not off should under up what when where which who whom whose why");
  // Words of everyday talk, which seldom say what is looked for.
  const WEAK = set("always another any anyone bit come day else ever every find get getting give given giving go going good got happen happened happening happens just keep kept know like look make many more most much need never new now only other people person put really right same something someone sort take thing think time too use using very want way well");
  // A number is wanted.
  const CALLING = set("call dial number phone ring telephone tel tele contact");
  // Something to read or to attend is wanted.
  const READING = set("course courses document guidance guide guideline guidelines leaflet procedure procedures research template toolkit training");
  // A meaning is wanted.
  const MEANING = set("mean means meaning meanings definition define stand stands");
  const ODD = { children: "child", childrens: "child", childs: "child", kids: "kid", told: "tell", men: "man", women: "woman", wrote: "write", written: "write", sent: "send", one: "1", two: "2", three: "3", four: "4", five: "5", six: "6", seven: "7", eight: "8", nine: "9", ten: "10", eleven: "11", twelve: "12" };
  const ENDINGS = ["isations", "isation", "ations", "ation", "ating", "ated", "ates", "ate", "ments", "ment", "ings", "ing", "ions", "ion", "ures", "ure", "als", "al", "ers", "er", "ors", "or", "ed", "es", "ly", "s", "e"];
  const LEAST = 0.26; // of what was typed must be found
  const STRANGE = 0.4; // the share of a word that nothing here is like

  function set(text) {
    return new Set(text.split(" "));
  }

  // The words of a text: small letters, no accents, no apostrophes, hyphens part.
  function words(text) {
    let plain = text.toLowerCase();
    if (/[^ -~]/.test(plain)) plain = plain.normalize("NFKD").replace(/[\u0300-\u036f’]/g, "");
    return plain.replace(/'/g, "").match(/[a-z0-9]+/g) || [];
  }

  // A word without its endings. Alike on both sides is enough; it need not be a word.
  const stems = new Map();
  function stem(word) {
    let cut = stems.get(word);
    if (cut === undefined) stems.set(word, (cut = unended(word)));
    return cut;
  }

  function unended(word) {
    if (ODD[word]) return ODD[word];
    if (word.length < 4 || /\d/.test(word)) return word;
    let left = word;
    for (let again = 0; again < 2 && !/[sui]s$/.test(left); again++) {
      const cut = ENDINGS.find(
        (end) => left.endsWith(end) && left.length - end.length >= (end.length > 1 ? 4 : 3),
      );
      if (!cut) break;
      left = left.slice(0, -cut.length);
      if (/([bdfgklmnprt])\1$/.test(left)) left = left.slice(0, -1);
    }
    return left.replace(/ie?$|y$/, "i");
  }

  // How many letters must be added, dropped, changed or swapped with the next.
  function edits(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
      }
      before = row;
      row = next;
    }
    return row[b.length];
  }

  // How many mistakes a word of that length is forgiven.
  function forgiven(length) {
    return length < 7 ? 1 : 2;
  }

  function sorted(word) {
    return [...word].sort().join("");
  }

  class Rules {
    constructor(index) {
      this.index = index;
      this.kinds = index.kinds; // the rank of each: what a thing is comes first
      this.rows = [];
      this.meant = new Map();
      this.weights = new Map();
      this.at = new Map(); // each word and stem, with the rows that hold it
      this.addRows(index.rows);
      this.same = new Map();
      for (const line of index.same) {
        const stems = words(line).map(stem);
        for (const one of stems) this.same.set(one, (this.same.get(one) || []).concat(stems));
      }
    }

    addRows(rows) {
      for (const kind of Object.keys(rows)) {
        for (const one of rows[kind]) {
          const row = this.entry(kind, one);
          row.id = this.rows.push(row) - 1;
          this.learn(row.id, words(`${row.title} ${row.others.join(" ")}`));
        }
      }
    }

    entry(kind, [page, anchor, title, names = "", call = ""]) {
      const [address, pageTitle] = this.index.pages[page];
      const hash = anchor === 0 ? words(title).join("-") : anchor;
      const others = names ? names.split("|") : [];
      return { kind, address, hash, title, pageTitle, call, others, line: "", text: [] };
    }

    // Each name of a row as words. A title is known by its parts as well: what stands in
    // brackets, after a colon, between commas.
    formsOf(row) {
      if (row.forms) return row.forms;
      const { title } = row, bare = title.replace(/\s*\([^)]*\)/g, "");
      const parts = [...(title.match(/\([^)]*\)/g) || []), ...title.split(/: |, /)];
      const alias = row.kind === "page" || row.kind === "word" ? 0.99 : 0.96;
      row.forms = [];
      const add = (text, worth) => {
        const form = words(text), weights = form.map((word) => this.weight(word));
        const all = weights.reduce((sum, weight) => sum + weight, 0);
        if (form.length) row.forms.push({ words: form, stems: form.map(stem), worth, weights, all });
      };
      for (const name of new Set([title, bare])) add(name, 1);
      for (const part of parts) if (part !== title) add(part, 0.94);
      for (const name of row.others) add(name, alias);
      row.about = new Set(words(row.pageTitle).map(stem));
      return row.forms;
    }

    learn(id, list) {
      for (const word of list) {
        this.put(word, id);
        this.put(stem(word), id);
      }
    }

    put(term, id) {
      const rows = this.at.get(term);
      if (rows) {
        if (rows[rows.length - 1] !== id) rows.push(id);
        return;
      }
      this.at.set(term, [id]);
    }

    // A word that stands with few things tells more than one that stands with many.
    weight(word) {
      if (this.weights.has(word)) return this.weights.get(word);
      const all = this.rows.length;
      let weight = (Math.log(1 + all / (1 + (this.at.get(stem(word)) || []).length)) / Math.log(1 + all)) ** 0.75;
      if (LIGHT.has(word)) weight *= 0.1;
      else if (ASKING.has(word) || WEAK.has(word)) weight *= 0.35;
      this.weights.set(word, weight);
      return weight;
    }

    // The second part of the index: a line below each title, the words of each text.
    addText({ rows, lines, words: list, at }) {
      this.addRows(rows);
      lines.forEach((line, i) => (this.rows[i].line = line));
      let last = "", from = 0;
      for (const packed of list.split(" ")) {
        last = last.slice(0, packed[0]) + packed.slice(1);
        let row = 0;
        for (; at[from] !== " "; from++) {
          let step = 0;
          for (; at[from] === "!"; from++) step += 88;
          const code = at.charCodeAt(from) - 35;
          row += step + code - (code > 57 ? 1 : 0);
          this.rows[row].text.push(last);
        }
        from++;
      }
      for (const row of this.rows) {
        const told = [...row.text, ...words(row.line)];
        row.stems = new Set(told.flatMap((word) => [word, stem(word)]));
        this.learn(row.id, told);
      }
      this.terms = null;
      this.meant.clear();
      this.weights.clear();
      for (const row of this.rows) row.forms = null;
    }

    // The words of the index that a typed word can stand for, each with how surely.
    meanings(word, typing) {
      const key = typing ? `${word}*` : word;
      let found = this.meant.get(key);
      if (!found) this.meant.set(key, (found = this.mean(word, typing)));
      return found;
    }

    mean(word, typing) {
      const stemmed = stem(word), found = new Map();
      const keep = (term, sure) => {
        if (sure > (found.get(term) || 0)) found.set(term, sure);
      };
      const known = this.at.has(word) || this.at.has(stemmed);
      if (this.at.has(stemmed)) keep(stemmed, 0.95);
      if (this.at.has(word)) keep(word, 1);
      if (word.length > (typing ? 1 : 3)) {
        for (const term of this.at.keys()) {
          if (!term.startsWith(word)) continue;
          if (stem(term) === stemmed) keep(term, 0.95);
          else keep(term, (typing && !known ? 0.6 : 0.4) + 0.3 * (word.length / term.length));
        }
      }
      if (!known) this.misspelt(word, keep, found.size);
      if (!LIGHT.has(word)) {
        for (const other of this.same.get(stemmed) || []) if (other !== stemmed) keep(other, 0.8);
      }
      found.known = known || this.same.has(stemmed);
      return found;
    }

    // Words of the index that are a slip away, the nearest alone.
    misspelt(word, keep, begun) {
      if (/\d/.test(word) || word.length < 3) return;
      const most = forgiven(word.length), judged = [];
      let best = most + 1;
      // A swap of two letters counts as two there, and as one here.
      for (const [term, [, far]] of this.tree().fuzzyGet(word, most + 1)) {
        if (/\d/.test(term)) continue;
        if (word.length < 4 && (term.length !== word.length || sorted(word) !== sorted(term))) continue;
        let slips = far > 1 ? edits(word, term, most) : far;
        if (slips > most || (term.length < 4 && word.length >= 4)) continue;
        if (word[0] !== term[0]) slips += 0.5;
        judged.push([term, slips]);
        best = Math.min(best, slips);
      }
      for (const [term, slips] of judged) {
        if (slips <= best + 0.5 && (!begun || slips < 2)) keep(term, 0.92 - 0.1 * slips);
      }
    }

    // All words as a tree, made when the first word is not among them.
    tree() {
      if (!this.terms) {
        this.terms = new SearchableMap();
        for (const term of this.at.keys()) this.terms.set(term, true);
      }
      return this.terms;
    }

    // The typed text as tokens, with words written apart or together put right.
    tokens(text) {
      const typed = words(text);
      const typing = !/[\s?.!]$/.test(text);
      const tokens = typed.map((word, i) => ({ word, at: i }));
      tokens.forEach((token, i) => {
        this.understand(token, typing && i === tokens.length - 1);
      });
      for (let i = 0; i + 1 < tokens.length; i++) {
        const joined = tokens[i].word + tokens[i + 1].word;
        const together = this.has(joined) ? joined : this.has(stem(joined)) ? stem(joined) : "";
        if (together) for (const one of [tokens[i], tokens[i + 1]]) one.found.set(together, 0.95);
      }
      return tokens.flatMap((token) => (token.known || token.found.size ? [token] : this.parted(token)));
    }

    understand(token, typing) {
      const found = this.meanings(token.word, typing);
      token.known = found.known;
      token.found = new Map(found);
      token.weight = this.weight(token.word) * (found.size ? 1 : STRANGE);
      return token;
    }

    has(term) {
      return this.at.has(term) || this.at.has(stem(term));
    }

    // "frontdoor" as two words, if both are names that the site knows.
    parted(token) {
      const { word } = token;
      for (let cut = 3; cut <= word.length - 3; cut++) {
        const pair = [word.slice(0, cut), word.slice(cut)];
        if (pair.every((part) => this.has(part))) {
          return pair.map((part) => this.understand({ word: part }, false));
        }
      }
      return [token];
    }

    // Everything that fits, best first.
    search(text) {
      const tokens = this.tokens(text);
      const heavy = tokens.filter((token) => !LIGHT.has(token.word));
      // A slip of the finger is forgiven, but not among words that nothing is like.
      const strange = heavy.some((token) => !token.found.size);
      if (!heavy.length || (strange && !heavy.some((token) => token.known))) return [];
      const asks = this.asked(tokens);
      const whole = tokens.reduce((sum, token) => sum + token.weight, 0);
      if (!whole || !tokens.some((token) => token.found.size)) return [];
      const rated = [];
      for (const row of this.candidates(tokens)) {
        const score = this.rate(row, tokens, whole, asks);
        if (score) rated.push({ row, score });
      }
      rated.sort((a, b) => b.score - a.score || a.row.id - b.row.id);
      return this.chosen(rated);
    }

    // What kind of thing is asked for. Words that only say so then weigh little.
    asked(tokens) {
      const first = tokens.slice(0, 2).map((token) => token.word).join(" ");
      const mean = tokens.length > 1 && tokens.some((token) => MEANING.has(token.word));
      if (mean) for (const token of tokens) if (MEANING.has(token.word)) token.weight *= 0.3;
      return {
        call: tokens.some((token) => CALLING.has(token.word)),
        term: mean ? 1.12 : first === "what is" || first === "what are" ? 1.06 : 1,
        other: mean ? 0.92 : 1,
        resource: tokens.some((token) => READING.has(token.word)) ? 1.14 : 1,
        question: tokens.length > 3 && /^(who|what|how|can|do|does|is|should|where|which|will|when|why) /.test(first) ? 1.05 : 1,
      };
    }

    // The rows that hold one of the words that matter.
    candidates(tokens) {
      const heavy = tokens.filter((token) => !LIGHT.has(token.word) && token.found.size);
      const ids = new Set();
      for (const token of heavy.length ? heavy : tokens) {
        for (const term of token.found.keys()) {
          for (const id of this.at.get(term) || []) ids.add(id);
        }
      }
      return [...ids].map((id) => this.rows[id]);
    }

    rate(row, tokens, whole, asks) {
      const call = asks.call && row.kind === "contact";
      let best = 0;
      const seen = tokens.map(() => 0);
      for (const form of this.formsOf(row)) {
        let asked = 0, named = 0;
        const back = form.words.map(() => 0);
        tokens.forEach((token, i) => {
          let most = 0, which = -1;
          form.words.forEach((raw, j) => {
            const fits = token.found.get(raw) || 0.97 * (token.found.get(form.stems[j]) || 0);
            if (fits > most) [most, which] = [fits, j];
            if (fits > 0.85 && fits > back[j]) back[j] = fits;
          });
          if (most > (back[which] || 0)) back[which] = most;
          if (call && CALLING.has(token.word) && row.call) most = 1;
          seen[i] = Math.max(seen[i], most);
          asked += most * token.weight;
        });
        form.weights.forEach((weight, j) => (named += back[j] * weight));
        const fit = (asked / whole) * (0.45 + 0.55 * (named / form.all)) * form.worth;
        if (fit > best) best = fit;
      }
      let covered = 0, heavy = 0;
      tokens.forEach((token, i) => {
        let most = seen[i];
        if (most < 0.7) {
          for (const [term, quality] of token.found) {
            if (row.stems && row.stems.has(term)) most = Math.max(most, quality * 0.65);
            if (row.about.has(term)) most = Math.max(most, quality * 0.65);
          }
        }
        // "what" in another of its names is no sign that a thing is meant.
        const weight = ASKING.has(token.word) ? 0.3 * token.weight : token.weight;
        covered += most * weight;
        heavy += weight;
      });
      covered /= heavy;
      if (covered < LEAST) return 0;
      return (0.6 * best + 0.4 * covered) * this.kinds[row.kind][0] * (call ? 1.15 : 1) * (row.kind === "term" ? asks.term : asks.other) * (asks[row.kind] && row.kind !== "term" ? asks[row.kind] : 1);
    }

    // The first of them, none twice, not all from one page.
    chosen(rated) {
      const places = new Set(), pages = new Map(), chosen = [];
      const least = rated.length ? rated[0].score * 0.45 : 0;
      for (const { row, score } of rated) {
        const place = `${row.address}#${row.hash}`, many = pages.get(row.address) || 0;
        if (score < least || places.has(place) || many >= 4) continue;
        places.add(place);
        pages.set(row.address, many + 1);
        chosen.push({ row, score });
        if (chosen.length === 10) break;
      }
      return chosen;
    }

    // The typed text with its unknown words mended, or nothing when there is none.
    nearest(text) {
      let mended = false;
      const said = this.tokens(text).map((token) => {
        if (token.known) return token.word;
        const [first] = [...token.found].sort((a, b) => b[1] - a[1]);
        if (!first) return "";
        mended = true;
        return first[0];
      });
      return mended ? said.filter(Boolean).join(" ") : "";
    }
  }

  return { Rules, words, stem, edits };
})();
