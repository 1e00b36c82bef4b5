// Opens search: the one script of it that every page loads. The rest is fetched when a
// visitor reaches for it, and every key typed meanwhile is kept.
(() => {
  "use strict";
  const link = document.querySelector(".search-open");
  if (!link || !window.HTMLDialogElement) return;
  const box = (window.siteSearchBox = { link, keys: [], load });
  let dialog, before, asked;

  function load(name) {
    const script = document.createElement("script");
    script.src = link.dataset[name];
    script.async = false; // in this order
    script.onerror = () => {
      box.status.innerHTML = "Search could not be loaded. <a>Use the site map</a>";
      box.status.lastChild.href = link.href;
    };
    document.head.append(script);
    return script;
  }

  // The box is made first: a finger may rest so long that the engine is there before
  // the click, and the engine needs the box.
  function reach() {
    if (asked) return;
    if (!dialog) make();
    asked = document.createElement("link");
    asked.rel = "stylesheet";
    asked.href = link.dataset.style;
    document.head.append(asked);
    load("index");
    load("engine");
  }

  // A key that chooses waits until there is something to choose from.
  function press(event, key) {
    event.preventDefault();
    if (box.press) box.press(key);
    else box.keys.push(key);
  }

  function make() {
    dialog = document.createElement("dialog");
    dialog.className = "search";
    dialog.innerHTML =
      '<form role="search"><label for="search-box">Search this site</label>' +
      '<input id="search-box" inputmode="search" enterkeyhint="go" autocomplete="off"' +
      ' autocapitalize="off" spellcheck="false"><button type="button">Close</button></form>' +
      '<p role="status"></p>';
    const [form, status] = dialog.children;
    const [, input, close] = form.children;
    dialog.ariaLabel = "Search";
    Object.assign(box, { dialog, input, status });
    close.onclick = () => dialog.close();
    dialog.onclose = () => before.focus({ preventScroll: true });
    form.onsubmit = (event) => press(event, "Enter");
    input.onkeydown = (event) => {
      if (/^Arrow(Up|Down)$/.test(event.key)) press(event, event.key);
    };
    document.body.append(dialog);
  }

  function open(text) {
    if (!dialog) make();
    if (!dialog.open) {
      const now = document.activeElement;
      before = now && now !== document.body ? now : link;
      dialog.showModal();
    }
    if (text) box.input.value = text;
    box.input.focus();
    box.input.select();
    reach();
  }

  link.ariaHasPopup = "dialog";
  link.onpointerdown = reach;
  link.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  };
  // What looks like a field in a page opens it as well.
  for (const field of document.querySelectorAll(".ask")) {
    field.ariaHasPopup = "dialog";
    field.onpointerdown = reach;
    field.onclick = link.onclick;
  }
  addEventListener("keydown", (event) => {
    const held = event.ctrlKey || event.metaKey;
    const typing = event.target.matches?.("input, textarea, select, [contenteditable]");
    if (event.altKey || !(held ? event.key === "k" : event.key === "/" && !typing)) return;
    event.preventDefault();
    open();
  });
  const text = new URLSearchParams(location.search).get("q");
  if (text) open(text);
})();
