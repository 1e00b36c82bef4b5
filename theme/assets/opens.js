// Asks this site, and nobody else, for each file on the list, and says in words what came.
// A filter often answers with a page of its own, so what is in a file is looked at too.
(() => {
  const BEGINS = { pdf: /^%PDF/, pptx: /^PK/, json: /^\{/, txt: /^[^<]/ };
  const LOADED = "It loaded.";
  const FAILED = "It did not load.";
  const OTHER = "Something else came in its place: perhaps a page of the filter.";

  const comes = async (link) => {
    try {
      const answer = await fetch(link.href, { cache: "no-store" });
      if (!answer.ok) return FAILED;
      const text = (await answer.text()).slice(0, 99);
      const begins = BEGINS[link.pathname.split(".").pop()] || /^<!doctype html>/i;
      return begins.test(text) ? LOADED : OTHER;
    } catch {
      return FAILED;
    }
  };

  const list = document.querySelector(".opens");
  const all = document.querySelector(".opens-all");
  list.querySelectorAll(".said")[0].textContent = "they run.";
  if (location.protocol === "file:") return; // a copy on a disk meets no filter
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Try them all now";
  list.after(button);
  button.addEventListener("click", async () => {
    all.textContent = "Trying...";
    const stopped = [];
    const picture = list.querySelector("img");
    if (picture && !picture.naturalWidth) stopped.push("Pictures");
    const links = [...list.querySelectorAll(".tried")];
    const came = await Promise.all(links.map(comes));
    for (const [index, link] of links.entries()) {
      const item = link.closest("li");
      item.querySelector(".said").textContent = came[index];
      if (came[index] !== LOADED) stopped.push(item.querySelector("b").textContent);
    }
    all.textContent = stopped.length
      ? `Show this to whoever looks after your network. Stopped here: ${stopped.join(", ")}.`
      : "Everything on the list opens here.";
  });
})();
