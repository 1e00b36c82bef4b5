// Engines on the same entries and searches, each with its own ranking, endings and
// spelling switched on: `make site`, then `npm ci` and `npm run compare` here.
import { create, insertMultiple, search as askOrama } from "@orama/orama";
import { build } from "esbuild";
import flexsearch from "flexsearch";
import yaml from "js-yaml";
import lunr from "lunr";
import MiniSearch from "minisearch";
import { readdirSync, readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { gzipSync } from "node:zlib";

const root = new URL("../../", import.meta.url).pathname;
const assets = `${root}site/assets/`;
const load = (file) => runInThisContext(readFileSync(file, "utf8").replace("const siteRules", "var siteRules"));
const asset = (name) => readdirSync(assets).find((file) => file.startsWith(`${name}.`) && file.endsWith(".js"));

load(`${root}theme/assets/search-rules.js`);
load(assets + asset("search-index"));
load(assets + asset("search-text"));
const rules = new siteRules.Rules(siteSearch);
rules.addText(siteSearch.text);
const rows = rules.rows;
const documents = rows.map((row) => ({
  id: row.id,
  title: row.title,
  names: row.others.join(" "),
  text: `${row.line} ${row.text.join(" ")}`,
}));
const fields = ["title", "names", "text"];
const boost = { title: 4, names: 4, text: 1 };

async function engines() {
  const mini = new MiniSearch({ fields, searchOptions: { boost, prefix: true, fuzzy: 0.2 } });
  mini.addAll(documents);

  const moon = lunr(function () {
    for (const field of fields) this.field(field, { boost: boost[field] });
    documents.forEach((one) => this.add(one));
  });
  const askLunr = (text) =>
    moon.query((query) => {
      for (const word of lunr.tokenizer(text)) {
        query.term(`${word}`, { boost: 10 });
        query.term(`${word}`, { boost: 3, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
        if (`${word}`.length > 3) query.term(`${word}`, { editDistance: `${word}`.length > 6 ? 2 : 1 });
      }
    });

  const flex = new flexsearch.Document({
    document: { id: "id", index: fields.map((field) => ({ field, tokenize: "forward", encoder: flexsearch.Charset.LatinBalance })) },
  });
  documents.forEach((one) => flex.add(one));

  const schema = { title: "string", names: "string", text: "string" };
  const orama = create({ schema, components: { tokenizer: { language: "english", stemming: false } } });
  insertMultiple(orama, documents.map((one) => ({ ...one, id: String(one.id) })));

  return {
    "MiniSearch": (text) => mini.search(text).map((one) => one.id),
    "lunr": (text) => askLunr(text).map((one) => +one.ref),
    "FlexSearch": (text) => [...new Set(flex.search(text, { suggest: true, limit: 20 }).flatMap((one) => one.result))],
    "Orama": (text) => askOrama(orama, { term: text, boost, tolerance: 1, threshold: 1, limit: 20 }).hits.map((one) => +one.id),
    "our rules": (text) => rules.search(text).map((one) => one.row.id),
  };
}

const sources = {
  "MiniSearch": 'export { default } from "minisearch"',
  "lunr": 'export { default } from "lunr"',
  "FlexSearch": 'export { Document, Charset } from "flexsearch"',
  "Orama": 'export { create, insertMultiple, search } from "@orama/orama"',
  "our rules": 'import "../../theme/assets/search-rules.js"',
};

async function weight(contents) {
  const made = await build({ stdin: { contents, resolveDir: "." }, bundle: true, minify: true, format: "esm", write: false, logLevel: "error", treeShaking: true });
  return gzipSync(made.outputFiles[0].contents, { level: 9 }).length;
}

function meets(row, want) {
  const [page, anchor] = want.split("#");
  return anchor === undefined ? row.address.startsWith(page) : row.address === page && row.hash.includes(anchor);
}

const cases = yaml.load(readFileSync(`${root}tests/search/queries.yml`, "utf8"));
const gibberish = "asdfgh qwerty zzzzzz fjdksla hjkl qqq aaaaaaaa mnbvcxz poiuyt krtplz".split(" ");
console.log("| engine | right first | in three | misspelt first | gibberish answered | gzip | ms |");
console.log("|---|---|---|---|---|---|---|");
for (const [name, ask] of Object.entries(await engines())) {
  cases.forEach(({ q }) => ask(q));
  let first = 0, three = 0, slips = 0;
  const times = [];
  for (const { q, want, kind } of cases) {
    const start = performance.now();
    const found = ask(q);
    times.push(performance.now() - start);
    const right = found.slice(0, 3).map((id) => want.some((one) => meets(rows[id], one)));
    if (right[0]) first++;
    if (right[0] && kind === "misspelling") slips++;
    if (right.includes(true)) three++;
  }
  const noise = gibberish.filter((text) => ask(text).length).length;
  const share = (n) => `${Math.round((100 * n) / cases.length)} %`;
  const misspelt = cases.filter(({ kind }) => kind === "misspelling").length;
  times.sort((a, b) => a - b);
  const bytes = await weight(sources[name]);
  console.log(`| ${name} | ${share(first)} | ${share(three)} | ${slips} of ${misspelt} | ${noise} of 10 | ${(bytes / 1000).toFixed(1)} kB | ${times[times.length >> 1].toFixed(1)} |`);
}
