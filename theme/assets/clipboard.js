// A button above each part that can be copied. Without this file, or where a browser lets
// nobody copy, the words can be selected: a click or a key press takes all of them.
(() => {
  for (const part of document.querySelectorAll("pre.copied")) {
    const head = document.getElementById(part.getAttribute("aria-labelledby"));
    const name = part.getAttribute("aria-label") || head.textContent;
    const button = document.createElement("button");
    const said = document.createElement("span");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy: ${name}`);
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      said.textContent = "";
      const text = part.textContent.trim();
      try {
        await navigator.clipboard.writeText(text);
        said.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(part.firstElementChild);
        said.textContent = "Selected: now press Ctrl and C";
      }
    });
    if (head) {
      head.append(button, said);
    } else {
      const line = document.createElement("p");
      line.className = "copy-head";
      line.append(button, said);
      part.before(line);
    }
  }
})();
