// Each text into our box, and how long it was busy.
(texts) => {
  const box = document.querySelector("#search-box");
  return texts.map((text) => {
    box.value = text;
    const start = performance.now();
    box.dispatchEvent(new InputEvent("input"));
    return performance.now() - start;
  });
}
