// Comfort alone: every form works without this. It keeps what is typed each half second,
// checks it when the typing pauses, and puts things into the words.
"use strict";

const sheet = document.getElementById("sheet");
const KEEP = 500; // milliseconds after a key
const CHECK = 1200;

function boxes(name) {
  return [...sheet.elements].filter((box) => box.name === name);
}

function say(words) {
  document.getElementById("state").textContent = words;
}

function showFaults(found) {
  for (const place of sheet.querySelectorAll("p.fault[id^='fault-']")) {
    const name = place.id.slice("fault-".length);
    const said = found.beside[name] || [];
    place.textContent = said.join(" ");
    place.hidden = !said.length;
    for (const box of boxes(name)) {
      if (said.length) box.setAttribute("aria-invalid", "true");
      else box.removeAttribute("aria-invalid");
    }
  }
  const known = (name) => document.getElementById(`fault-${name}`);
  const others = Object.entries(found.beside).filter(([name]) => !known(name));
  const list = document.getElementById("elsewhere");
  const whole = others.map(([, said]) => `This as a whole: ${said.join(" ")}`);
  const lines = [...whole, ...found.elsewhere];
  if (found.refused) lines.unshift(found.refused);
  list.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement("li");
      item.textContent = line;
      return item;
    }),
  );
  list.hidden = !lines.length;
  if (found.clash) say("Somebody changed this meanwhile. Save shows you both versions.");
  else if (!found.sound) say("Kept as a draft. Something has to be mended before it can be saved.");
  else if (found.changed) say("Kept as a draft. Nothing is wrong with it: it can be saved.");
  else say("Nothing differs from what is saved.");
}

async function send(what) {
  const form = new FormData(sheet);
  form.set("_do", what);
  form.set("_partial", "1");
  const answer = await fetch(sheet.action, { method: "POST", body: form });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function following() {
  let keeping = 0;
  let checking = 0;
  let typed = 0;
  const check = async () => {
    const then = typed;
    say("Kept as a draft. Checking…");
    try {
      const found = await send("check");
      if (then === typed) showFaults(found);
    } catch {
      say("The desk does not answer. Is it still running? Do not close this page.");
    }
  };
  const keep = async () => {
    try {
      const said = await send("keep");
      say(`Kept as a draft at ${said.kept || "this moment"}.`);
    } catch {
      say("The desk does not answer. Is it still running? Do not close this page.");
    }
  };
  sheet.addEventListener("input", (event) => {
    if (!event.target.name) return; // a filter, or the list of what can be put in
    typed += 1;
    clearTimeout(keeping);
    clearTimeout(checking);
    keeping = setTimeout(keep, KEEP);
    checking = setTimeout(check, CHECK);
  });
}

function filters() {
  for (const place of document.querySelectorAll("[data-filter]")) {
    const list = document.getElementById(place.dataset.filter);
    if (list.children.length < 9) continue;
    const label = document.createElement("label");
    label.textContent = "Find in this list ";
    const box = document.createElement("input");
    box.type = "search";
    label.append(box);
    place.append(label);
    place.hidden = false;
    box.addEventListener("input", () => {
      const wanted = box.value.trim().toLowerCase();
      for (const row of list.children) {
        row.hidden = !row.textContent.toLowerCase().includes(wanted);
      }
    });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
  }
}

// As if it were typed, so that the browser's own undo takes it back.
function typeIn(box, text) {
  box.focus();
  if (document.execCommand("insertText", false, text)) return;
  box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

function putIn(words, alone) {
  const box = document.getElementById("box-words");
  const before = box.value.slice(0, box.selectionStart);
  const after = box.value.slice(box.selectionEnd);
  let text = words;
  if (alone) {
    const gap = before.endsWith("\n") ? "\n" : "\n\n";
    text = (before && !before.endsWith("\n\n") ? gap : "") + words;
    if (!after.startsWith("\n\n")) text += after.startsWith("\n") ? "\n" : "\n\n";
  }
  typeIn(box, text);
}

// What was copied in Word, Outlook, Excel or on a web page comes with its looks.
function pasting() {
  const box = document.getElementById("box-words");
  const notes = document.getElementById("notes");
  if (!box) return;
  box.addEventListener("paste", async (event) => {
    const html = event.clipboardData.getData("text/html");
    const plain = event.clipboardData.getData("text/plain");
    // An editor of code copies its colours as HTML: its words are what was meant.
    if (!html || /white-space:\s*pre|vscode/i.test(html)) return;
    event.preventDefault();
    const form = new FormData();
    form.set("html", html);
    let found = { words: plain, notes: [] };
    try {
      const answer = await fetch("/paste/", { method: "POST", body: form });
      if (answer.ok || answer.status === 422) found = await answer.json();
    } catch {} // the plain words will do
    if (found.words) typeIn(box, found.words);
    notes.textContent = found.notes.length ? `${found.notes.join(". ")}.` : "";
  });
}

function snippets() {
  for (const button of document.querySelectorAll("[data-put]")) {
    const choice = button.parentElement.querySelector("[data-name]");
    button.hidden = false;
    if (choice) choice.hidden = false;
    button.addEventListener("click", () => {
      const text = button.dataset.put;
      const named = choice ? text.replace(/\("[^"]*"/, () => `("${choice.value}"`) : text;
      putIn(named, button.dataset.alone);
    });
  }
}

function widths() {
  const frame = document.querySelector(".preview iframe");
  const row = document.querySelector(".widths");
  if (!frame) return;
  row.hidden = false;
  for (const button of row.querySelectorAll("button")) {
    button.addEventListener("click", () => {
      frame.width = button.dataset.width;
      frame.parentElement.classList.toggle("wide", button.dataset.width !== "320");
      for (const other of row.querySelectorAll("button")) {
        other.setAttribute("aria-pressed", String(other === button));
      }
    });
  }
}

if (sheet) {
  following();
  snippets();
  pasting();
  widths();
}
filters();
const wrong = document.getElementById("wrong");
if (wrong) wrong.focus();
