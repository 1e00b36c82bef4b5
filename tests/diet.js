// What a page asks of a reader: measured in the browser, before its foot. In a place that
// has only `begun`, open questions stand where its facts will be, and are not counted.
(begun) => {
  const SHUT = "details:not([open]) > :not(summary)";
  const UNSAID = `svg, .unseen, [popover], .way-out, .toc-fold, .on-paper, ${SHUT}${begun ? ", .gaps" : ""}`;
  const KNOWN = ".whose, .cite, .gaps"; // how we know, and what we do not
  const ACTS = "a.tel, a.call, .taps a, ol.steps > li, .do, .ways-on a, .chips a, .filter, ol > li, .res > li, .question, .letters a, .site-map > li";
  const article = document.querySelector("article");
  // Of questions that lead on, one is seen at a time.
  for (const part of article.querySelectorAll(".walk > section"))
    part.classList.toggle("unseen", !part.checkVisibility());
  const foot = article.querySelector(".foot");
  const count = (text) => (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) || []).length;
  const seen = (node) => {
    const copy = node.cloneNode(true);
    for (const part of copy.querySelectorAll(UNSAID)) part.remove();
    return copy;
  };
  const upTo = (end) => {
    const range = document.createRange();
    range.setStart(article, 0);
    range.setEndBefore(end);
    const box = document.createElement("div");
    box.append(range.cloneContents());
    return seen(box);
  };
  const whole = upTo(foot);
  const known = [...whole.querySelectorAll(KNOWN)].filter((n) => !n.parentElement.closest(KNOWN));
  const doubts = known.reduce((sum, node) => sum + count(node.textContent), 0);
  const words = count(whole.textContent) - doubts;
  for (const part of known) part.remove();
  const act = [...article.querySelectorAll(ACTS)].find((n) => !n.closest(".foot") && n.checkVisibility());
  const first = [...article.querySelectorAll("p")].find((n) => !n.closest(".way-out"));
  const sentences = [...whole.querySelectorAll("p, li")].map((n) => n.textContent.trim());
  return {
    screens: (foot.getBoundingClientRect().top + scrollY) / 844,
    words,
    provenance: (100 * doubts) / (words + doubts || 1),
    before: act ? count(upTo(act).textContent) : null,
    first: first.getBoundingClientRect().top + scrollY,
    sentences: sentences.filter((text) => /[.?!]$/.test(text)),
  };
}
