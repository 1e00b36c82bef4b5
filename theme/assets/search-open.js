// Opens search: the one script of it that every page loads. The rest is fetched when a
// visitor comes near it, and every key typed meanwhile is kept.
(() => {
  "use strict";
  const AGAIN = [500, 2000, 5000]; // ms before a part that failed is asked for again
  const link = document.querySelector(".search-open");
  if (!link || !window.HTMLDialogElement) return;
  const box = (window.siteSearchBox = { link, keys: [], load });
  let dialog, before, asked;

  // One part of it. What failed is asked for again.
  function load(name, then, times = 0) {
    const script = document.createElement("script");
    script.src = link.dataset[name];
    script.onload = then;
    script.onerror = () => {
      if (!times) waiting();
      if (times < AGAIN.length) setTimeout(load, AGAIN[times], name, then, times + 1);
    };
    document.head.append(script);
  }

  // The numbers that every page shows, while search cannot be had.
  function waiting() {
    if (box.press) return;
    box.status.innerHTML = "Search could not be loaded yet. <a>Use the site map</a>";
    box.status.lastChild.href = link.href;
    const numbers = (where) => [...document.querySelectorAll(`${where} a[href^="tel:"]`)];
    const here = numbers("main");
    // A page about something else has only those of the strip, which is outside of it.
    for (const number of (here.length > 1 ? here : numbers("body")).slice(0, 2)) {
      box.status.append(", ", number.cloneNode(true));
    }
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
    let parts = 2;
    const got = () => --parts || box.start();
    load("index", got);
    load("engine", got);
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
    dialog.onclose = () => {
      if (!box.left) before.focus({ preventScroll: true });
      box.left = false;
    };
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
    if (text) box.input.dispatchEvent(new Event("input"));
    reach();
  }

  // Back, after a result was followed: what was typed, and its list.
  function back() {
    const text = history.state?.siteSearch;
    if (!text) return;
    history.replaceState(null, "");
    open(text);
  }

  link.ariaHasPopup = "dialog";
  for (const near of ["pointerenter", "pointerdown", "focus"]) link.addEventListener(near, reach);
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
  addEventListener("popstate", back);
  addEventListener("pageshow", back);
  const text = new URLSearchParams(location.search).get("q");
  if (text) open(text);
})();
