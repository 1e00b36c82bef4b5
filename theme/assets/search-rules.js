// What a search means: words, endings, spelling, and what is ranked above what.
// A typed word can stand for a word of the index whole, by its beginning, or misspelt.
// No page is touched here.

const siteRules = (() => {
  "use strict";

  // Every number that ranking turns on, and why it is what it is. A share is of 1: the word
  // itself, the name itself. Each has a case in tests/cases/search-rules/ that it decides.
  const TUNED = {
    // What a typed word can stand for.
    stem: 0.95, // another ending: nearly the word, but the word itself comes first
    known: 0.4, // a word that begins with a whole known word: seldom meant
    begun: 0.6, // one that begins with what is being typed and is no word yet: likely meant
    begins: 0.3, // and more for each part of it that is typed already
    typingFrom: 2, // letters: one letter begins too many words to say anything
    beginsFrom: 4, // letters of a word that was finished: "car" is not "caring"
    same: 0.7, // another word for it in data/synonyms.yml: below every ending of the word
    joined: 0.95, // two typed words that are one here, as "front door" and "frontdoor"
    part: 3, // letters that each half of a word must have to be parted
    partFrom: 5, // letters: "myson" is the shortest that anybody writes as one
    slip: 0.92, // a misspelt word, before its slips are taken off: below another ending
    perSlip: 0.1, // off for each slip: the nearest spelling first
    swapOnly: 4, // letters below which two must have changed places: "cst" is CTS, not CSC
    twoSlips: 7, // letters from which two slips are forgiven: shorter, it is another word
    firstLetter: 0.5, // slips more when the first letter is wrong: it seldom is
    firstFrom: 6, // letters: with another first letter, "lice" is another word than "nice"
    nearly: 0.5, // slips beyond the nearest that are still shown: the first letter's worth

    // How much a word matters.
    rarity: 0.6, // the power of how rare it is: at 1, a rare word drowns all the others
    light: 0.1, // "the", "is": enough to tell two names apart, and no more
    weak: 0.35, // "how", "people": says something, and seldom what is looked for
    strange: 0.4, // a word that nothing here is like: it must not hide what the rest find
    meaning: 0.3, // "mean" beside a term: it says what is wanted, not which
    asking: 0.3, // "what" found in a line: no sign that the thing is meant

    // How well a name fits.
    alias: 0.96, // another name of a thing: the thing of that very name comes first
    pageAlias: 0.99, // but a page or word was given its other names to be found by them
    piece: 0.94, // a part of a title, in brackets or after a colon: below a whole name
    nameStem: 0.97, // a word of the name by its ending: below the word as typed
    sure: 0.85, // from which two words of a name may both be met by one that was typed
    fits: 0.45, // of a name's worth when all that was typed is in it, however long it is
    filled: 0.55, // the rest, by how much of the name was typed: the short name first

    // What counts beside the best name.
    named: 0.7, // from which a word counts as met by a name, and the line is not asked
    text: 0.65, // a word found in the line or the page's title: below one in a name
    name: 0.6, // the share of the best name; the rest is for all words met anywhere
    least: 0.26, // of what was typed must be met at all: less is chance

    // What kind of thing is asked for: how much it rises over the rest.
    call: 1.15, // "number", "ring": who can be rung
    term: 1.12, // "what does ... mean": the word in the glossary
    notTerm: 0.92, // and everything else below it
    whatIs: 1.06, // "what is": as likely a page as a term
    resource: 1.14, // "guidance", "training": something to read or attend
    question: 1.05, // a whole question: one that was answered here
    answered: 1.35, // and one that was asked word for word, above all
    questionFrom: 4, // words: "who to ring" is a search, not a question
    wants: 1.05, // what to call a thing, for whoever asks for words
    wording: 0.75, // and for whoever describes what happened
    words: 0.98, // the page of words, when nobody asked: what is done comes first
    reader: 1.06, // a page for whoever says "my son" or "my pupil"
    stranger: 0.85, // and a page that is not for them
    meant: 1.1, // for what bears the very name of what is described: above all names

    // Whole sentences: their names are met by chance, and so count for less.
    long: 6, // words that matter, from which a text is one
    longName: 0.4, // the share of the best name then

    held: 0.9, // from which a name is what was typed, and so it is here
    away: 0.45, // of what was typed must be the name of what is not here
    awayWord: 0.25, // and less of a name with a word that nothing here says

    // What is shown.
    unmet: 0.3, // of few words, from which what is strange is what was looked for
    unmetName: 0.6, // and the best name must then be met by this much
    thin: 0.92, // by how many words were typed: the least that the best may score, since
    thinFrom: 0.5, // of few words nearly all must be met; and the most that is asked
    thinTo: 4, // words: of a sentence much may be chance
    near: 0.45, // of the best score: what is far below it is noise
    perPage: 4, // results from one page: one page must not fill the list
    shown: 10, // results: nobody reads more
  };

  // Endings taken off a word: never from one of fewer letters than `from`; so many letters
  // must be left, one less when only one letter goes; twice at most ("-ing", "-s").
  const STEM = { from: 4, left: 4, leftOfOne: 3, times: 2 };
  // How publish/search_rows.py parts what it writes.
  const SIGN = { row: "~", field: "^", name: "|" };

  // Words that carry little by themselves, and those that carry some.
  const LIGHT = set(`
    a an and are at be been by can could did do does for from get has have i im in is it its
    me my of on or our please so some that the their them there they this to us was we were
    will with would you your he she him her his had having being im ive dont didnt doesnt
    isnt cant wont these those than then got
  `);
  const ASKING = set(`
    about after before between how if into no not off should under up what when where which
    who whom whose why
  `);
  // Words of everyday talk, which seldom say what is looked for.
  const WEAK = set(`
    always another any anyone bit come day else ever every find get getting give given
    giving go going good got happen happened happening happens just keep kept know like look
    make many more most much need never new now only other people person put really right
    same something someone sort take thing think time too use using very want way well
  `);
  // A number is wanted.
  const CALLING = set("call dial number phone ring telephone tel tele contact");
  // Somebody to reach, by whatever way: a number to tap is then in sight.
  const REACHING = set(`
    calling ringing phoning dialling hotline helpline line text texting chat webchat email answers
    speak weekend evening tonight
  `);
  // Something to read or to attend is wanted.
  const READING = set(`
    course courses document guidance guide guideline guidelines leaflet procedure procedures
    research template toolkit training
  `);
  // A meaning is wanted.
  const MEANING = set("mean means meaning meanings definition define stand stands");
  // Words are asked for.
  const WORDING = set(`
    word words wording language term terms terminology label labels call called say said saying
    write phrase phrases instead vocabulary name names
  `);
  const OWNS = set("my our his her their");
  // Words that say what sort of thing is wanted: none of them is the thing itself.
  const SAYING = [CALLING, REACHING, READING, ASKING, WEAK];
  // Who is asking, by the child they speak of or by what they say they are: the audience
  // of data/local/site.yml whose pages are theirs.
  const CHILD =
    "(son|daughter|child|kid|boy|girl|lad|lass|(little|wee|young) one|grand\\w+|step\\w+|nephew|niece|baby|toddler)s?";
  const READERS = [
    ["parents", new RegExp(`\\b(my|our) (\\w+ ){0,2}${CHILD}\\b`)],
    ["parents", /\b(a|as|im|any) (\w+ )?(parent|mum|mother|dad|father|carer|guardian)s?\b/],
    ["children", /\b(i am|im|me) (a )?(1[0-8]|[6-9]|kid|child|teenager)\b/],
    ["schools", /\b(pupil|student|classroom|year \d+)s?\b|\b(im|am|as) a (\w+ )?(teacher|dsl)\b/],
    ["social-care", /\bmy (client|patient|case)s?\b/],
  ];
  const STAFFS = "allegation against staff";
  // Who did it, to whom: what is described, and the name here of what is then looked for.
  const HARM =
    "(abus|touch|assault|attack|groom|grop|harm|hurt|hit|kiss|rap[ei]|molest|bull)(e|es|ed|t|ing)?";
  const OWN = `(my|our|\\w*(mum|mam|dad|mother|father|parent|carer) (of|to) an?) ?(\\w+ ){0,2}${CHILD}`;
  const STAFF =
    "(teach(er|ing assistant)|coach|tutor|instructor|volunteer|staff( member)?|colleague|" +
    "supervisor|head(teacher)?|governor|foster carer|nanny|childminder|caretaker|driver|imam|" +
    "priest|vicar|nurse|doctor|therapist|(nursery|youth|care|social|support|key) worker|" +
    "(scout|youth|group|brownie|cub) leader|police officer|works with children)s?";
  const SAYS =
    "who|has|have|had|is|been|being|may|might|be|keeps?|accused|of|too|did|to|that|and|acted|acting|behav\\w+";
  const MEANT = [
    [
      `\\b${STAFF} ((${SAYS}) )*(${HARM}|inappropriate\\w*|badly|messag\\w+|text(s|ed|ing)|close to|` +
        "alleg\\w+|accused|misconduct|worr(y|ies) me|concerns me|(done )?something|took (a )?p\\w+)\\b(?! (me|my)\\b)",
      STAFFS,
    ],
    [
      `\\b(allegation|alleges|accusation|concern(ed)?|worr(y|ied|ies))s? (\\w+ )?(about|against|that|with) ` +
        `((a|an|another|the|my|our|their|member|of|supply|dance|football) )*${STAFF}\\b`,
      STAFFS,
    ],
    [
      `\\b${OWN} (\\w+ )?(was|got|been|being) ${HARM}\\b|\\b${HARM} (my|our) ${CHILD}\\b`,
      "my child has been hurt",
    ],
    [
      `\\b${OWN} .*(says|said|told|tells|came) .*(${HARM}|made|makes|forced|(did|does) .*to) (him|her|them)\\b`,
      "my child has been hurt",
    ],
    [
      `\\b(did|done|doing|happened) (\\w+ ){0,3}(to|with) (my|our) (\\w+ ){0,2}${CHILD}\\b`,
      "my child has been hurt",
    ],
    [
      `\\b${OWN} ((who|has|have|may|might|keeps?|is) )*(${HARM}|did|done|accused|been (${HARM}|accused|doing))\\b`,
      "what my child did",
    ],
    [
      `\\b(i|ive) ((was|have|been|got|am|being) )+${HARM}\\b|\\b(${HARM}|something to) me\\b`,
      "it happened to me",
    ],
    [
      "\\b(i|ive) ((have|may|might|think|did) )*(did|done|hurt|touched|made|forced|sent|shared)\\b",
      "I did something",
    ],
    ["^(i am|im) (a )?(kid|child|[5-9]|1[0-2])\\b", "I am a child"],
    ["^(i am|im) (a )?(teen\\w*|1[3-7])\\b", "I am a teenager"],
  ].map(([says, name]) => [new RegExp(says), name]);
  // What was done by a child or to it is then not what is looked for.
  const THEIRS = new Set(MEANT.map(([, name]) => name).filter((name) => name !== STAFFS));
  const QUESTION = /^(who|what|how|can|do|does|is|should|where|which|will|when|why) /;
  // Words whose stem no ending tells, each with it.
  const ODD = pairs(`
    children child childrens child childs child kids kid told tell men man women woman
    wrote write written write sent send one 1 two 2 three 3 four 4 five 5 six 6 seven 7
    eight 8 nine 9 ten 10 eleven 11 twelve 12
  `);
  // Words as they sound, each with how it is written; a sun is a son where it is "my sun".
  const SOUNDS = pairs(`
    wot what wat what wen when wich which wer where wots what tolled told hert hurt gurl girl
    chiled child mi my ov of cuz because cos because dorter daughter nood nude noods nudes
    pikture picture piktures pictures skool school sumone someone sumthing something sumbody
    somebody frend friend wos was sed said sez says luk look tuch touch tuched touched
    rite write wright write  thort thought no1 nobody some1 someone any1 anyone ppl
    people bf boyfriend gf girlfriend tho though thru through tel tell telt told summat
    something owt anything nowt nothing bairn child bairns children
  `);
  // The longest first: the first that fits is taken off.
  const ENDINGS = split(`
    isations isation ations ation ating ated ates ate ments ment ings ing ions ion ures ure
    als al ers er ors or ed es ly s e
  `);

  function split(text) {
    return text.trim().split(/\s+/);
  }

  function set(text) {
    return new Set(split(text));
  }

  function stemmed(text) {
    return new Set(split(text).map(stem));
  }

  function pairs(text) {
    const both = split(text);
    return new Map(both.flatMap((word, i) => (i % 2 ? [] : [[word, both[i + 1]]])));
  }

  // The words of a text: small letters, no accents, no apostrophes, hyphens part.
  function words(text) {
    let plain = text.toLowerCase();
    if (/[^ -~]/.test(plain)) plain = plain.normalize("NFKD").replace(/[\u0300-\u036f’]/g, "");
    return plain.replace(/'/g, "").match(/[a-z0-9]+/g) || [];
  }

  // A word without its s: for names of things, of which another ending is another thing.
  function single(word) {
    return word.length > 3 ? word.replace(/s$/, "") : word;
  }

  // The anchor of a title, as publish/search_rows.py shortens it.
  function anchored(short, title) {
    const said = words(title);
    if (!short) return said.join("-");
    if (short[0] === "-") return short.slice(1);
    const parts = short.match(/[A-Z]|[a-z0-9]+/g);
    return parts.map((part) => said["ABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(part)] || part).join("-");
  }

  // A text with each long number in one piece, however it was spaced.
  function numbered(text) {
    return text.replace(/\d[\d\s-]{4,}\d/g, (found) => {
      const digits = found.replace(/\D/g, "");
      return digits.length < 6 ? found : digits;
    });
  }

  // A word without its endings. Alike on both sides is enough; it need not be a word.
  const stems = new Map();
  function stem(word) {
    let cut = stems.get(word);
    if (cut === undefined) stems.set(word, (cut = unended(word)));
    return cut;
  }

  function unended(word) {
    if (ODD.has(word)) return ODD.get(word);
    if (word.length < STEM.from || /\d/.test(word)) return word;
    let left = word;
    for (let again = 0; again < STEM.times && !/[sui]s$/.test(left); again++) {
      const cut = ENDINGS.find((end) => {
        const rest = end.length > 1 ? STEM.left : STEM.leftOfOne;
        return left.endsWith(end) && left.length - end.length >= rest;
      });
      if (!cut) break;
      left = left.slice(0, -cut.length);
      if (/([bdfgklmnprt])\1$/.test(left)) left = left.slice(0, -1);
    }
    return left.replace(/ie?$|y$/, "i");
  }

  // Whoever is one of these says so with a word that the site may lack: "music teacher".
  const ROLES = stemmed(`
    teacher leader coach tutor worker nurse doctor manager officer governor assistant supervisor
    practitioner volunteer carer mum dad parent nan grandad aunt uncle brother sister niece nephew
    stepdad stepmum teenager
  `);

  // How many letters must be added, dropped, changed or swapped with the next.
  function edits(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [];
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
      }
      if (Math.min(...next) > most && Math.min(...row) > most) return most + 1;
      before = row;
      row = next;
    }
    return row[b.length];
  }

  // How many mistakes a word of that length is forgiven.
  function forgiven(length) {
    return length < TUNED.twoSlips ? 1 : 2;
  }

  function sorted(word) {
    return [...word].sort().join("");
  }

  // Whether a number is asked for, and this is somebody who could be rung.
  function rings(row, asks) {
    return asks.call && row.kind === "contact";
  }

  // How much a row rises because its kind is asked for.
  function risen(row, asks) {
    const call = rings(row, asks) ? TUNED.call : 1;
    const term = row.kind === "term" ? asks.term : asks.other;
    const kind = row.kind === "resource" || row.kind === "question" ? asks[row.kind] : 1;
    const word = row.kind === "word" ? asks.wording : row.words ? asks.words : 1;
    return call * term * kind * word * readBy(row, asks.reader);
  }

  // How much a row rises since its page is for whoever asks.
  function readBy({ readers }, reader) {
    if (!reader || !readers) return 1;
    if (readers[0] === reader) return TUNED.reader;
    return readers.includes(reader) ? 1 : TUNED.stranger;
  }

  class Rules {
    constructor(index) {
      this.index = index;
      this.kinds = index.kinds; // the rank of each: what a thing is comes first
      this.rows = [];
      this.away = []; // what is not here
      this.elsewhere = new Set(); // and the words of its names, which nobody mistyped
      this.meant = new Map();
      this.weights = new Map();
      this.whole = new Map(); // each stem with a word that is said
      this.at = new Map(); // each word and stem, with the rows that hold it
      this.addRows(index.rows);
      this.same = new Map();
    }

    addRows(rows) {
      for (const kind of Object.keys(rows)) {
        let page = "";
        for (const one of rows[kind].split(SIGN.row)) {
          const [at, ...fields] = one.split(SIGN.field);
          page = at || page;
          const row = this.entry(kind, page, ...fields);
          row.id = this.rows.push(row) - 1;
          this.learn(row.id, words(`${row.title} ${row.others.join(" ")}`));
        }
      }
    }

    entry(kind, page, title, names, anchor = "", call = "", more = "", line = "") {
      const [address, pageTitle, readers] = this.index.pages[page];
      const hash = anchored(anchor, title);
      const others = names ? names.split(SIGN.name) : [];
      const row = { kind, address, hash, title, pageTitle, call, others, readers, line };
      row.more = more ? this.index.pages[more] : null;
      return row;
    }

    // Each name of a row as words. A title is known by its parts as well: what stands in
    // brackets, after a colon, between commas.
    formsOf(row) {
      if (row.forms) return row.forms;
      const { title } = row;
      const bare = title.replace(/\s*\([^)]*\)/g, "");
      const parts = [...(title.match(/\([^)]*\)/g) || []), ...title.split(/: |, /)];
      const found = row.kind === "page" || row.kind === "word";
      row.forms = [];
      const add = (text, worth) => {
        const form = words(text);
        const weights = form.map((word) => this.weight(word));
        const all = weights.reduce((sum, weight) => sum + weight, 0);
        if (!form.length) return;
        row.forms.push({ words: form, stems: form.map(stem), worth, weights, all });
      };
      for (const name of new Set([title, bare])) add(name, 1);
      for (const part of parts) if (part !== title) add(part, TUNED.piece);
      for (const name of row.others) add(name, found ? TUNED.pageAlias : TUNED.alias);
      row.about = new Set(words(row.pageTitle).map(stem));
      return row.forms;
    }

    learn(id, list) {
      for (const word of list) {
        this.put(word, id);
        this.put(stem(word), id);
        if (!this.whole.has(stem(word))) this.whole.set(stem(word), word);
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
      const holding = (this.at.get(stem(word)) || []).length;
      const rare = Math.log(1 + all / (1 + holding)) / Math.log(1 + all);
      let weight = rare ** TUNED.rarity;
      if (LIGHT.has(word)) weight *= TUNED.light;
      else if (ASKING.has(word) || WEAK.has(word)) weight *= TUNED.weak;
      this.weights.set(word, weight);
      return weight;
    }

    // The second part of the index: what is told of the first rows, with the rest of their
    // names, and all that is left.
    addText({ first, rows, same, away }) {
      const lines = first.split(SIGN.row);
      this.rows.forEach((row, i) => {
        const [line, names] = lines[i].split(SIGN.field);
        row.line = line;
        if (!names) return;
        row.others.push(...names.split(SIGN.name));
        this.learn(row.id, words(names));
      });
      this.addRows(rows);
      this.away = away;
      for (const line of same) {
        const group = words(line).map(stem);
        for (const one of group) this.same.set(one, (this.same.get(one) || []).concat(group));
      }
      for (const row of this.rows) {
        const told = words(row.line);
        row.stems = new Set(told.flatMap((word) => [word, stem(word)]));
        this.learn(row.id, told);
      }
      const wording = this.rows.find(({ kind }) => kind === "word");
      for (const row of this.rows) row.words = wording?.address === row.address;
      const bare = (name) => words(name).map((word) => this.bare(word));
      for (const thing of away) thing.names = thing[1].split(SIGN.name).map(bare);
      this.elsewhere = new Set(away.flatMap((thing) => thing.names.flat()));
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
      const root = stem(word);
      const found = new Map();
      const keep = (term, sure) => {
        if (sure > (found.get(term) || 0)) found.set(term, sure);
      };
      const known = this.has(word);
      if (this.at.has(root)) keep(root, TUNED.stem);
      if (this.at.has(word)) keep(word, 1);
      if (word.length >= (typing ? TUNED.typingFrom : TUNED.beginsFrom)) {
        const begun = typing && !known ? TUNED.begun : TUNED.known;
        for (const term of this.at.keys()) {
          if (!term.startsWith(word)) continue;
          if (stem(term) === root) keep(term, TUNED.stem);
          else keep(term, begun + TUNED.begins * (word.length / term.length));
        }
      }
      if (!known && !this.elsewhere.has(root)) this.misspelt(word, keep, found.size);
      const same = (!LIGHT.has(word) && this.same.get(root)) || [];
      for (const other of same) if (other !== root) keep(other, TUNED.same);
      found.known = known || this.same.has(root);
      return found;
    }

    // Words of the index that are a slip away, the nearest alone.
    misspelt(word, keep, begun) {
      if (/\d/.test(word)) return;
      const most = forgiven(word.length);
      const short = word.length < TUNED.swapOnly;
      const judged = [];
      let best = most + 1;
      for (const term of this.at.keys()) {
        if (Math.abs(term.length - word.length) > most || /\d/.test(term)) continue;
        if (short && sorted(word) !== sorted(term)) continue;
        let slips = edits(word, term, Math.min(most, best));
        if (slips > most || (!short && term.length < TUNED.swapOnly)) continue;
        if (word[0] !== term[0]) {
          if (word.length < TUNED.firstFrom) continue;
          slips += TUNED.firstLetter;
        }
        judged.push([term, slips]);
        best = Math.min(best, slips);
      }
      for (const [term, slips] of judged) {
        if (slips > best + TUNED.nearly || (begun && slips >= 2)) continue;
        keep(term, TUNED.slip - TUNED.perSlip * slips);
      }
    }

    // The typed text as tokens, with words written apart or together put right.
    tokens(text) {
      const typed = words(numbered(text)).map((word) => SOUNDS.get(word) || word);
      typed.forEach((word, i) => word === "sun" && OWNS.has(typed[i - 1]) && (typed[i] = "son"));
      const typing = !/[\s?.!]$/.test(text);
      const tokens = typed.map((word, i) => ({ word, at: i }));
      tokens.forEach((token, i) => {
        this.understand(token, typing && i === tokens.length - 1);
      });
      for (let i = 0; i + 1 < tokens.length; i++) {
        const joined = tokens[i].word + tokens[i + 1].word;
        const together = [joined, stem(joined)].find((term) => this.at.has(term));
        if (!together) continue;
        for (const one of [tokens[i], tokens[i + 1]]) one.found.set(together, TUNED.joined);
      }
      return tokens.flatMap((token) => (token.known ? [token] : this.parted(token)));
    }

    understand(token, typing) {
      const found = this.meanings(token.word, typing);
      token.known = found.known;
      token.found = new Map(found);
      token.weight = this.weight(token.word) * (found.size ? 1 : TUNED.strange);
      return token;
    }

    has(term) {
      return this.at.has(term) || this.at.has(stem(term));
    }

    // "voiceofthechild" as the fewest words that the site knows, if it is made of them;
    // small ones stand only before others.
    parted(token) {
      const { word } = token;
      const mixed = word.match(/\d+|[a-z]+/g);
      if (mixed.length > 1) return mixed.map((part) => this.understand({ word: part }, false));
      if (mixed[0] > 0 || word.length < TUNED.partFrom) return [token];
      if (this.elsewhere.has(stem(word))) return [token];
      const best = [[]];
      for (let end = 1; end <= word.length; end++) {
        for (let from = 0; from < end; from++) {
          const part = word.slice(from, end);
          const inner = end < word.length;
          const fits = LIGHT.has(part) ? inner : part.length >= TUNED.part && this.at.has(part);
          if (!best[from] || !fits) continue;
          const many = best[from].length + 1;
          if (!best[end] || many < best[end].length) best[end] = [...best[from], part];
        }
      }
      const parts = best[word.length];
      return parts ? parts.map((part) => this.understand({ word: part }, false)) : [token];
    }

    // What a text finds, and what the box must know beside it: whether a number is asked
    // for, what of it the site does not hold, and the stems of all that was met.
    read(text) {
      const tokens = this.tokens(text);
      const found = this.search(text);
      const { meant } = this.asked(tokens);
      const away = this.notHere(tokens, found.length ? found[0].best : 0, meant);
      const met = tokens.filter((token) => !LIGHT.has(token.word));
      const bare = met.flatMap((token) => [token.word, ...token.found.keys()].map(stem));
      const calls = tokens.some(({ word }) => CALLING.has(word) || REACHING.has(word));
      return { found: away ? [] : found, away, calls, stems: new Set(bare) };
    }

    // What the text asks for by a name that stands in data/not-here.yml. A word that the
    // site never says asks for it even among others, unless somebody tells what happened.
    notHere(tokens, best, meant) {
      const whole = this.weigh(tokens);
      let most = 0;
      let found = null;
      for (const thing of this.away) {
        for (const named of thing.names) {
          const met = tokens.filter(({ word }) => named.includes(this.bare(word)));
          if (!named.every((one) => met.some(({ word }) => this.bare(word) === one))) continue;
          const share = this.weigh(met) / whole;
          const foreign = !meant && named.some((one) => !this.says(stem(one)));
          if (share <= (foreign ? TUNED.awayWord : TUNED.away)) continue;
          if (best > TUNED.held && !(foreign && share > TUNED.away)) continue;
          if (share > most) [most, found] = [share, thing];
        }
      }
      return found;
    }

    says(term) {
      return this.at.has(term) || this.same.has(term);
    }

    // A word of such a name: of one that the site says, another ending is another thing,
    // and so it is of a short one.
    bare(word) {
      const short = stem(word).length < TUNED.twoSlips;
      return short || this.says(stem(word)) ? single(word) : stem(word);
    }

    weigh(tokens) {
      return tokens.reduce((sum, { word }) => sum + this.weight(word), 0);
    }

    // Everything that fits, best first.
    search(text) {
      const tokens = this.tokens(text);
      const heavy = tokens.filter((token) => !LIGHT.has(token.word));
      // A slip of the finger is forgiven, but not among words that nothing is like.
      const strange = heavy.some((token) => !token.found.size);
      const asks = this.asked(tokens);
      const unlike = !heavy.length || (strange && !heavy.some((token) => token.known));
      if (unlike && !asks.meant) return [];
      const whole = tokens.reduce((sum, token) => sum + token.weight, 0);
      const rated = [];
      for (const row of new Set([...this.candidates(tokens), ...this.called(asks.meant)])) {
        if (asks.meant === STAFFS && row.others.some((name) => THEIRS.has(name))) continue;
        const [base, best] = this.rate(row, tokens, whole, asks);
        const score = base + (row.others.includes(asks.meant) ? TUNED.meant : 0);
        if (score) rated.push({ row, score, best });
      }
      rated.sort((a, b) => b.score - a.score || a.row.id - b.row.id);
      const sure =
        asks.meant ||
        asks.reader ||
        heavy.length >= TUNED.thinTo ||
        heavy.every((token) => token.known) ||
        (heavy.length > 1 && heavy.some((token) => ROLES.has(stem(token.word))));
      const least = Math.min(TUNED.thinFrom, TUNED.thin / heavy.length);
      const typing = heavy.length === 1 && !/[\s?.!]$/.test(text);
      const unmet = heavy.filter(
        ({ word, found }) => !found.size && !SAYING.some((s) => s.has(word)),
      );
      const named = rated.length ? rated[0].best : 0;
      const chance = this.weigh(unmet) > TUNED.unmet * this.weigh(heavy) && named < TUNED.unmetName;
      if (!sure && (chance || (typing && !named))) return [];
      if (!sure && !typing && rated.length && rated[0].score < least) return [];
      return this.chosen(rated);
    }

    // What kind of thing is asked for. Words that only say so then weigh little.
    asked(tokens) {
      const said = tokens.map(({ word }) => word).join(" ");
      const first = tokens
        .slice(0, 2)
        .map((token) => token.word)
        .join(" ");
      const mean = tokens.length > 1 && tokens.some((token) => MEANING.has(token.word));
      const whatIs = first === "what is" || first === "what are";
      const whole = tokens.length >= TUNED.questionFrom && QUESTION.test(first);
      const heavy = tokens.filter((token) => !LIGHT.has(token.word)).length;
      const wants = tokens.some((token) => WORDING.has(token.word));
      if (mean) {
        for (const token of tokens) if (MEANING.has(token.word)) token.weight *= TUNED.meaning;
      }
      return {
        call: tokens.some((token) => CALLING.has(token.word)),
        term: mean ? TUNED.term : whatIs ? TUNED.whatIs : 1,
        other: mean ? TUNED.notTerm : 1,
        resource: tokens.some((token) => READING.has(token.word)) ? TUNED.resource : 1,
        question: whole ? TUNED.question : 1,
        wording: wants ? TUNED.wants : heavy > 2 ? TUNED.wording : 1,
        words: wants ? 1 : TUNED.words,
        reader: (READERS.find(([, says]) => says.test(said)) || [])[0],
        long: heavy >= TUNED.long,
        meant: (MEANT.find(([says]) => says.test(said)) || [])[1],
      };
    }

    // The rows of that very name.
    called(name) {
      return name ? this.rows.filter((row) => row.others.includes(name)) : [];
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
      const seen = tokens.map(() => 0); // how well the names meet each token
      let best = 0;
      for (const form of this.formsOf(row)) {
        best = Math.max(best, this.fit(row, form, tokens, whole, asks, seen));
      }
      const covered = this.covered(row, tokens, seen);
      if (covered < TUNED.least) return [0, 0];
      const name = asks.long ? TUNED.longName : TUNED.name;
      const score = (name * best + (1 - name) * covered) * this.kinds[row.kind][0];
      const answered =
        row.kind === "question" && tokens.length >= TUNED.questionFrom && best > TUNED.held;
      return [score * risen(row, asks) * (answered ? TUNED.answered : 1), best];
    }

    // How well one name and the typed text cover each other.
    fit(row, form, tokens, whole, asks, seen) {
      const back = form.words.map(() => 0);
      let asked = 0;
      let named = 0;
      tokens.forEach((token, i) => {
        let most = 0;
        let which = -1;
        form.words.forEach((raw, j) => {
          const byStem = token.found.get(form.stems[j]) || 0;
          const fits = token.found.get(raw) || TUNED.nameStem * byStem;
          if (fits > most) [most, which] = [fits, j];
          if (fits > TUNED.sure && fits > back[j]) back[j] = fits;
        });
        if (most > (back[which] || 0)) back[which] = most;
        if (rings(row, asks) && CALLING.has(token.word) && row.call) most = 1;
        seen[i] = Math.max(seen[i], most);
        asked += most * token.weight;
      });
      form.weights.forEach((weight, j) => (named += back[j] * weight));
      return (asked / whole) * (TUNED.fits + TUNED.filled * (named / form.all)) * form.worth;
    }

    // The share of the typed text that is met: by a name, by the line, by the page's title.
    covered(row, tokens, seen) {
      let covered = 0;
      let whole = 0;
      tokens.forEach((token, i) => {
        let most = seen[i];
        if (most < TUNED.named) {
          for (const [term, quality] of token.found) {
            if (!row.about.has(term) && !(row.stems && row.stems.has(term))) continue;
            most = Math.max(most, quality * TUNED.text);
          }
        }
        // "what" in another of its names is no sign that a thing is meant.
        const weight = ASKING.has(token.word) ? TUNED.asking * token.weight : token.weight;
        covered += most * weight;
        whole += weight;
      });
      return covered / whole;
    }

    // The first of them, none twice, not all from one page.
    chosen(rated) {
      const places = new Set();
      const pages = new Map();
      const chosen = [];
      const least = rated.length ? rated[0].score * TUNED.near : 0;
      for (const one of rated) {
        const { row, score } = one;
        const place = `${row.address}#${row.hash}`;
        const many = pages.get(row.address) || 0;
        if (score < least || places.has(place) || many >= TUNED.perPage) continue;
        places.add(place);
        pages.set(row.address, many + 1);
        chosen.push(one);
        if (chosen.length === TUNED.shown) break;
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
        return this.whole.get(first[0]) || first[0];
      });
      return mended ? said.filter(Boolean).join(" ") : "";
    }
  }

  return { Rules, words, stem, edits };
})();
