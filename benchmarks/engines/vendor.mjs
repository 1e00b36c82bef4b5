// Makes theme/assets/searchable-map.js anew from the package: `make vendor`.
import { build } from "esbuild";
import { copyFileSync, readFileSync } from "node:fs";

const assets = new URL("../../theme/assets/", import.meta.url).pathname;
const { version } = JSON.parse(readFileSync("node_modules/minisearch/package.json"));
const name = `SearchableMap of MiniSearch ${version}, MIT: searchable-map.LICENSE.txt`;
await build({
  stdin: {
    contents: 'import Map from "minisearch/SearchableMap"; globalThis.SearchableMap = Map;',
    resolveDir: ".",
  },
  bundle: true,
  minify: true,
  format: "iife",
  legalComments: "none",
  banner: { js: `/*! ${name} */` },
  outfile: `${assets}searchable-map.js`,
});
copyFileSync("node_modules/minisearch/LICENSE.txt", `${assets}searchable-map.LICENSE.txt`);
