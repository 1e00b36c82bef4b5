// A field that asks Pagefind with each key; #found appears with the first results.
() => {
  const box = document.createElement("input");
  document.body.prepend(box);
  const engine = import("/pagefind/pagefind.js");
  box.oninput = async () => {
    const { results } = await (await engine).search(box.value);
    await Promise.all(results.slice(0, 3).map((one) => one.data()));
    if (document.querySelector("#found") || !results.length) return;
    const found = document.createElement("p");
    found.id = "found";
    document.body.append(found);
  };
  box.focus();
}
