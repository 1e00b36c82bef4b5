// From the first key in a field until an element is there, in milliseconds.
(done) => {
  let start;
  window.taken = null;
  addEventListener("keydown", (e) => {
    if (e.key.length === 1 && start === undefined) start = performance.now();
  }, true);
  new MutationObserver(() => {
    if (start !== undefined && window.taken === null && document.querySelector(done)) {
      window.taken = performance.now() - start;
    }
  }).observe(document, { subtree: true, childList: true });
}
