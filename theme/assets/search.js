// The search box: what was typed to the rules, what they found to a list.
(() => {
  "use strict";
  const box = window.siteSearchBox,
    { dialog, input, link, status } = box;
  const list = make("div", "search-list");
  const help = make("div", "search-help");
  const rules = new siteRules.Rules(siteSearch);
  const root = new URL(link.dataset.root.replace(/\/?$/, "/"), location.href);
  let active = -1;

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

  function option(href, name) {
    const made = make("a", name);
    made.href = href;
    made.tabIndex = -1;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    list.append(made);
    made.id = `search-${list.children.length}`;
    return made;
  }

  const dialled = (number) => `tel:${number.replace(/ /g, "")}`;

  // One result; a contact is followed by its number, to tap.
  function show({ row }, first) {
    const made = option(linkTo(row.address, row.hash), `search-${row.kind}`);
    const silent = row.kind === "contact" && !row.call;
    const kind = silent ? "Who to contact" : siteSearch.kinds[row.kind][1];
    made.append(make("span", "search-kind", kind), make("span", "search-title", row.title));
    const line = first ? "search-line search-answer" : "search-line";
    if (row.line) made.append(make("span", line, row.line));
    if (row.kind !== "page") made.append(make("span", "search-place", `On: ${row.pageTitle}`));
    if (!row.call) return;
    const call = option(dialled(row.call), "search-call");
    call.setAttribute("aria-label", `Ring ${row.call}: ${row.title}`);
    call.append(make("span", "search-number", `Ring ${row.call}`));
  }

  function render() {
    const text = input.value.trim();
    const found = text ? rules.search(input.value) : [];
    list.replaceChildren();
    found.forEach((one, i) => show(one, !i));
    list.hidden = !found.length;
    list.scrollTop = 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    pick(-1);
    help.hidden = !text || found.length > 0;
    if (help.hidden) {
      const many = found.length === 1 ? "1 result" : `${found.length} results`;
      status.textContent = text ? many : "";
    } else {
      status.textContent = `Nothing found for “${text}”.`;
      nothing(text);
    }
  }

  // No result: the nearest spelling, the numbers to ring, every page and every word.
  function nothing(text) {
    help.replaceChildren();
    const nearest = rules.nearest(text);
    if (nearest) {
      const again = make("button", "", nearest);
      const line = make("p", "", "Did you mean ");
      again.type = "button";
      again.onclick = () => {
        input.value = nearest;
        input.focus();
        render();
      };
      line.append(again, "?");
      help.append(line);
    }
    const ways = make("ul");
    const way = (href, name, reason) => {
      const item = make("li", "", reason);
      const to = make("a", "", name);
      to.href = href;
      item.append(to);
      ways.append(item);
    };
    for (const [name, reason, number] of siteSearch.help) {
      if (number) way(dialled(number), `Ring ${number}: ${name}`, `${reason}: `);
    }
    way(linkTo(siteSearch.letters, ""), "A to Z of words");
    way(link.href, "Site map: every page");
    help.append(ways);
  }

  function pick(next) {
    const options = list.children;
    if (options[active]) options[active].setAttribute("aria-selected", "false");
    active = next;
    if (!options[active]) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[active].id);
  }

  // Arrows go round through the list and the box; Enter follows the choice, or the first.
  box.press = (key) => {
    const many = list.children.length;
    if (!many) return;
    if (key === "Enter") list.children[Math.max(active, 0)].click();
    else pick(((active + 1 + (key === "ArrowDown" ? 1 : many)) % (many + 1)) - 1);
  };

  // The screen's keyboard takes its part of the window away.
  function fit() {
    const { height, offsetTop } = window.visualViewport;
    dialog.style.setProperty("--search-height", `${height}px`);
    dialog.style.setProperty("--search-top", `${offsetTop}px`);
  }

  function describe(element, said) {
    for (const name of Object.keys(said)) element.setAttribute(name, said[name]);
  }

  list.id = "search-list";
  describe(list, { role: "listbox", "aria-label": "Results" });
  describe(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id });
  status.after(list, help);
  input.addEventListener("input", render);
  list.addEventListener("click", (event) => {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (event.target.closest("a") && !elsewhere) dialog.close();
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  if (window.visualViewport) {
    visualViewport.addEventListener("resize", fit);
    visualViewport.addEventListener("scroll", fit);
    fit();
  }
  render();
  box.keys.splice(0).forEach(box.press);

  // The words of the pages come second: first results do not wait for them.
  box.load("text").onload = () => {
    rules.addText(siteSearch.text);
    if (active < 0) render();
  };
})();
