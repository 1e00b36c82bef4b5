// Each text into Material's box: what its list shows, and when it last changed.
async (texts) => {
  const input = document.querySelector(".md-search__input");
  const list = document.querySelector(".md-search-result__list");
  const meta = document.querySelector(".md-search-result__meta");
  const still = (most) => new Promise((done) => {
    let timer = setTimeout(() => { eye.disconnect(); done(0); }, most), last = 0;
    const eye = new MutationObserver(() => {
      last ||= performance.now();
      clearTimeout(timer);
      timer = setTimeout(() => { eye.disconnect(); done(last); }, 60);
    });
    for (const part of [list, meta]) eye.observe(part, { childList: true, subtree: true, characterData: true });
  });
  const all = [];
  for (const text of texts) {
    input.value = "";
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    await still(250);
    const start = performance.now();
    input.value = text;
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    const end = await still(400);
    const places = [...list.children].map((item) => [...item.querySelectorAll("a.md-search-result__link")].map((a) => {
      const url = new URL(a.href);
      return url.pathname + url.hash;
    }));
    all.push({ places, taken: end ? end - start : 0 });
  }
  return all;
}
