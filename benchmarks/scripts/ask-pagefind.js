// Each text to Pagefind: its first three results, with the headings it would show.
async (texts) => {
  const engine = await import("/pagefind/pagefind.js");
  const place = (url) => new URL(url, location.origin).pathname + new URL(url, location.origin).hash;
  const all = [];
  for (const text of texts) {
    const start = performance.now();
    const { results } = await engine.search(text);
    const first = await Promise.all(results.slice(0, 3).map((one) => one.data()));
    const taken = performance.now() - start;
    all.push({ taken, places: first.map((one) => [one.url, ...one.sub_results.slice(0, 3).map((sub) => sub.url)].map(place)) });
  }
  return all;
}
