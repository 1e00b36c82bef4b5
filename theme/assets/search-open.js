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
      box.status.innerHTML = 'Search could not be loaded. <a href="">Use the site map</a>';
      box.status.firstElementChild.href = link.href;
    };
    document.head.append(script);
  }

  function reach() {
    if (asked) return;
    asked = true;
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = link.dataset.style;
    document.head.append(style);
    load("index");
    load("engine");
  }

  function make() {
    dialog = document.createElement("dialog");
    dialog.className = "search";
    dialog.setAttribute("aria-label", "Search");
    dialog.innerHTML =
      '<form role="search"><label for="search-box">Search this site</label>' +
      '<input id="search-box" type="text" inputmode="search" enterkeyhint="go" role="combobox" aria-expanded="false"' +
      ' aria-controls="search-list" aria-autocomplete="list" autocomplete="off" autocapitalize="off" spellcheck="false">' +
      '<button type="button">Close</button></form><p role="status"></p>' +
      '<div id="search-list" role="listbox" aria-label="Results" hidden></div>';
    const [input, close] = dialog.querySelectorAll("input, button");
    Object.assign(box, { dialog, input, status: dialog.querySelector("p") });
    close.onclick = () => dialog.close();
    dialog.onclose = () => before.focus({ preventScroll: true });
    dialog.firstChild.onsubmit = (event) => {
      event.preventDefault();
      box.press ? box.press("Enter") : box.keys.push("Enter");
    };
    input.onkeydown = (event) => {
      if (!/^Arrow(Up|Down)$/.test(event.key)) return;
      event.preventDefault();
      box.press ? box.press(event.key) : box.keys.push(event.key);
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

  link.setAttribute("aria-haspopup", "dialog");
  link.addEventListener("pointerdown", reach);
  link.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  addEventListener("keydown", (event) => {
    const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest("input, textarea, select, [contenteditable]");
    if (!k && !slash) return;
    event.preventDefault();
    open();
  });
  const text = new URLSearchParams(location.search).get("q");
  if (text) open(text);
})();
