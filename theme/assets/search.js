// The search box: what was typed to the crisis table and the rules, what they found to a
// list. A card comes first; then the smallest thing that answers, and its page below it.
siteSearchBox.start = () => {
  "use strict";
  const RING = 3; // numbers that stay in sight
  const RESTED = 700; // ms without a key, after which a screen reader is told
  const box = window.siteSearchBox,
    { dialog, input, link, status } = box;
  const list = make("div", "search-list");
  const help = make("div", "search-help");
  const ring = make("div", "search-ring");
  const rules = new siteRules.Rules(siteSearch);
  const crisis = new siteCrisis.Crisis(siteSearch.crisis);
  const root = new URL(link.dataset.root.replace(/\/?$/, "/"), location.href);
  let active = -1;
  let resting;
  let said = new Set(); // the stems of what was typed, to be marked

  // An address of the site as a link; from a disk there is no server to find index.html.
  function linkTo(address, hash) {
    const file = location.protocol === "file:" ? "index.html" : "";
    return new URL(address.slice(1) + file, root).href + (hash ? `#${hash}` : "");
  }

  function make(tag, name, text) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  // A line of a result, in which the words that were found are marked.
  function line(name, text) {
    const made = make("span", name);
    for (const part of text.split(/([\p{L}\p{N}'’]+)/u)) {
      const [word] = siteRules.words(part);
      const found = word && said.has(siteRules.stem(word));
      made.append(found ? make("mark", "", part) : part);
    }
    return made;
  }

  function options() {
    return list.querySelectorAll("[role=option]");
  }

  function option(href, name, into = list) {
    const made = make("a", name);
    made.href = href;
    made.tabIndex = -1;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    into.append(made);
    made.id = `search-${options().length}`;
    return made;
  }

  const takesTexts = (number) => /^[678]\d{4,5}$/.test(number); // a code that takes no calls
  const dialled = (number) => `${takesTexts(number) ? "sms" : "tel"}:${number.replace(/ /g, "")}`;

  // A number to tap, or the page of whoever has none.
  function call([name, number, url], into, named) {
    if (!number && !url) return;
    const made = option(number ? dialled(number) : url, "search-call", into);
    const verb = takesTexts(number) ? "Text" : "Ring";
    made.setAttribute("aria-label", number ? `${verb} ${number}: ${name}` : name);
    const whole = number.replace(/ /g, "\u00a0");
    if (number) made.append(make("span", "search-number", `${verb} ${whole}`));
    if (named || !number) made.append(make("span", "search-place", name));
  }

  // Under whatever is typed: whom the card for anybody rings first, since no table knows
  // every cry for help.
  function showRing() {
    for (const at of siteSearch.crisis.cards.at(-1)[2].slice(0, RING)) {
      const [name, number, url] = siteSearch.calls[at];
      const to = make("a");
      to.href = number ? dialled(number) : url;
      if (number) to.append(make("span", "search-number", number));
      to.append(make("span", "", name));
      ring.append(to);
    }
  }

  // What to do first, whom to ring, and the page: fixed above everything else.
  function showCard({ title, first, calls, page, mark }) {
    const made = make("div", "search-card");
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", title);
    list.append(made);
    const [address, name] = siteSearch.pages[page[0]];
    const top = option(linkTo(address, page[1]), "search-first", made);
    top.append(make("span", "search-title", title), make("span", "search-line", first));
    for (const one of calls) call(siteSearch.calls[one], made, true);
    const more = option(top.href, "search-first", made);
    more.append(make("span", "search-more", `More: ${name}`), make("span", "search-place", mark));
  }

  // What is not here, said plainly, and where to go for it.
  function showAway([name, , says, calls, page]) {
    const [address, title] = siteSearch.pages[page[0]] || [siteSearch.letters, "A to Z of words"];
    const made = option(linkTo(address, page[1]), "search-away");
    made.append(make("span", "search-kind", "Not on this site"), line("search-title", name));
    made.append(make("span", "search-line search-answer", says));
    made.append(make("span", "search-place", `Nearest: ${title}`));
    for (const one of calls) call(siteSearch.calls[one], list, true);
  }

  // One result; a contact is followed by its number, an answer by the page that says more.
  function show({ row }, first) {
    const made = option(linkTo(row.address, row.hash), `search-${row.kind}`);
    const silent = row.kind === "contact" && !row.call;
    const kind = silent ? "Who to contact" : siteSearch.kinds[row.kind][1];
    made.append(make("span", "search-kind", kind), line("search-title", row.title));
    const answer = first ? "search-line search-answer" : "search-line";
    const told = row.kind === "word" ? `instead of: ${row.others.join(", ")}` : row.line;
    if (told) made.append(line(answer, told));
    if (row.call) call([row.title, row.call], list);
    if (first && row.more) {
      const [address, title] = row.more;
      option(linkTo(address, ""), "search-more").append(make("span", "", `More: ${title}`));
    } else if (row.kind !== "page") {
      made.append(make("span", "search-place", `On: ${row.pageTitle}`));
    }
  }

  function same(one, other) {
    return siteCrisis.words(one).join(" ") === siteCrisis.words(other).join(" ");
  }

  function render() {
    const text = input.value.trim();
    const read = rules.read(text ? input.value : "");
    const { away, calls, stems } = read;
    // A question of the site's own, word for word, is no cry for help.
    const first = read.found[0]?.row;
    const own = first?.kind === "question" && same(first.title, text);
    const card = text && !own && crisis.card(text);
    // Nobody in need is told what to call a thing.
    const found = read.found.filter(({ row }) => !card || row.kind !== "word");
    said = stems;
    list.replaceChildren();
    if (card) showCard(card);
    if (away) showAway(away);
    if (calls && !found[0]?.row.call) call(siteSearch.calls[1], list, true);
    found.forEach((one, i) => show(one, !i && !away));
    if (!text) suggest();
    const many = options().length;
    list.hidden = !many;
    ring.hidden = !text;
    list.scrollTop = 0;
    input.setAttribute("aria-expanded", String(many > 0));
    pick(-1);
    help.hidden = !text || many > 0;
    if (!help.hidden) nothing(text);
    box.card = Boolean(card);
    clearTimeout(resting);
    resting = setTimeout(tell, RESTED, text, card, found.length);
  }

  // Said once typing rests: the first answer, and how many there are.
  function tell(text, card, many) {
    const first = list.querySelector("[role=option]");
    const results = many === 1 ? "1 result" : `${many} results`;
    if (!text) status.textContent = "";
    else if (!first) status.textContent = `Nothing found for “${text}”.`;
    else {
      const parts = first.querySelectorAll(".search-title, .search-line");
      const answer = [...parts].map((part) => part.textContent).join(". ");
      const numbers = card
        ? card.calls.map((one) => siteSearch.calls[one].slice(0, 2).join(" ")).join(", ")
        : "";
      status.textContent = `${answer || first.textContent}. ${numbers} ${results}.`;
    }
  }

  // An empty box: what people ask, and the numbers.
  function suggest() {
    for (const one of siteSearch.calls.slice(0, 2)) call(one, list, true);
    for (const at of siteSearch.ask) show({ row: rules.rows[at] });
  }

  // No result: the nearest spelling, the numbers to ring, every page and every word.
  function nothing(text) {
    help.replaceChildren(make("p", "", `Nothing found for “${text}”.`));
    const nearest = rules.nearest(text);
    if (nearest) {
      const again = make("button", "", nearest);
      const asked = make("p", "", "Did you mean ");
      again.type = "button";
      again.onclick = () => {
        input.value = nearest;
        input.focus();
        render();
      };
      asked.append(again, "?");
      help.append(asked);
    }
    const ways = make("ul");
    const way = (href, name) => {
      const item = make("li");
      const to = make("a", "", name);
      to.href = href;
      item.append(to);
      ways.append(item);
    };
    for (const [name, number] of siteSearch.calls.slice(0, 2)) {
      if (number) way(dialled(number), `Ring ${number}: ${name}`);
    }
    way(linkTo(siteSearch.letters, ""), "A to Z of words");
    way(link.href, "Site map: every page");
    help.append(ways);
  }

  function pick(next) {
    const all = options();
    if (all[active]) all[active].setAttribute("aria-selected", "false");
    active = next;
    if (!all[active]) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    all[active].setAttribute("aria-selected", "true");
    all[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", all[active].id);
  }

  // Arrows go round through the list and the box; Enter follows the choice, or the first.
  function press(key) {
    const all = options();
    const many = all.length;
    if (!many || (key === "Enter" && active < 0 && !input.value.trim())) return;
    if (key === "Enter") all[Math.max(active, 0)].click();
    else pick(((active + 1 + (key === "ArrowDown" ? 1 : many)) % (many + 1)) - 1);
  }

  // A result was followed. Back brings the box again with what was typed, unless that was
  // a cry for help: whoever has the phone next must not find it. A place on this page
  // takes the focus, which the box would otherwise give back.
  function follow(event) {
    const to = event.target.closest("a");
    if (!to || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const text = input.value.trim();
    const leaves = to.protocol.startsWith("http") || to.protocol === "file:";
    if (text && leaves && !box.card) history.replaceState({ siteSearch: text }, "");
    box.left = true;
    dialog.close();
    const there = to.hash && to.href.split("#")[0] === location.href.split("#")[0];
    const place = there && document.getElementById(decodeURIComponent(to.hash.slice(1)));
    if (!place) return;
    if (place.tabIndex < 0) place.tabIndex = -1;
    setTimeout(() => place.focus());
  }

  // The screen's keyboard takes its part of the window away.
  function fit() {
    const { height, offsetTop } = window.visualViewport;
    dialog.style.setProperty("--search-height", `${height}px`);
    dialog.style.setProperty("--search-top", `${offsetTop}px`);
  }

  function describe(element, told) {
    for (const name of Object.keys(told)) element.setAttribute(name, told[name]);
  }

  list.id = "search-list";
  describe(list, { role: "listbox", "aria-label": "Results" });
  describe(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id });
  status.className = "search-told";
  status.replaceChildren();
  describe(ring, { role: "group", "aria-label": "Help now" });
  status.after(list, help, ring);
  input.addEventListener("input", render);
  list.addEventListener("click", follow);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  if (window.visualViewport) {
    visualViewport.addEventListener("resize", fit);
    visualViewport.addEventListener("scroll", fit);
    fit();
  }
  showRing();
  render();

  // The words of the pages come second: first results do not wait for them. A key that
  // chooses does, since only then is it known what comes first.
  function ready() {
    box.press = press;
    box.keys.splice(0).forEach(press);
  }
  box.load("text", () => {
    rules.addText(siteSearch.text);
    if (active < 0) render();
    ready();
  });
};
