/**
 * How well four engines rank the reports for the judged queries:
 *
 *     node src/test/js/quality.mjs [--each] SITE PACKAGES [JUDGED]
 *
 * SITE is the built archive; PACKAGES a folder in which npm has installed lunr, elasticlunr and pagefind; JUDGED
 * other queries than those of src/test/resources/search/judged.tsv.
 * All get the same texts of the same reports. lunr and elasticlunr know no Chinese: they get its characters
 * in pairs. nDCG is over the first ten, a grade g gaining 2^g - 1; MRR is of the first report of grade 2 or 3.
 */
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Site, client, scratch } from "./sites.mjs";

const DEPTH = 10;
const WEIGHTS = { title: 6, summary: 3, names: 2.5, text: 1 };

const [folder, packages, other] = process.argv.slice(2).filter((a) => a !== "--each");
if (!packages) throw new Error("usage: node src/test/js/quality.mjs [--each] SITE PACKAGES [JUDGED]");
const site = new Site(folder);
const { Index, Search, fold, foldTable, isHan, words } = await client();
const table = foldTable(site.load("fold"));
const han = (/** @type {string} */ text) => [...text].some((c) => isHan(c.codePointAt(0)));
const cards = site.current.l.map((language) => ({
  language,
  of: Array.from({ length: site.current.n }, (_, doc) => site.card(language, doc)),
}));
const ids = cards[0].of.map((card) => card.i);

/** Words, and runs of Chinese in pairs, with spaces between. */
function pairs(text) {
  return words(fold(text, table))
    .flatMap((w) => (han(w) && w.length > 2 ? Array.from({ length: w.length - 1 }, (_, i) => w.slice(i, i + 2)) : [w]))
    .join(" ");
}

const documents = ids.map((id, doc) => {
  const fields = { id, title: "", summary: "", names: "", text: "" };
  for (const { of } of cards) {
    const card = of[doc];
    fields.title += " " + pairs(card.t ?? "");
    fields.summary += " " + pairs(card.s ?? "");
    fields.names += " " + card.n.map(pairs).join(" ");
    fields.text += " " + [...card.c, ...card.b].map(pairs).join(" ");
  }
  return fields;
});

// ---- the engines: each takes a query and gives ids, best first ----

function duizhao() {
  return async (query) => {
    const search = new Search(new Index(site.current, async (name) => site.load(name)), han(query) ? "zh" : "en");
    return (await search.run(query, false)).docs.map((doc) => ids[doc]);
  };
}

function lunr(require) {
  const lunr = require("lunr");
  const index = lunr(function () {
    this.ref("id");
    for (const [field, boost] of Object.entries(WEIGHTS)) this.field(field, { boost });
    this.pipeline.remove(lunr.trimmer); // takes Chinese for punctuation
    documents.forEach((d) => this.add(d));
  });
  return async (query) =>
    index.query((q) => pairs(query).split(" ").forEach((w) => q.term(w))).map((r) => r.ref);
}

function elasticlunr(require) {
  const elasticlunr = require("elasticlunr");
  const index = elasticlunr(function () {
    this.setRef("id");
    for (const field of Object.keys(WEIGHTS)) this.addField(field);
    this.pipeline.remove(elasticlunr.trimmer);
    documents.forEach((d) => this.addDoc(d));
  });
  const fields = Object.fromEntries(Object.entries(WEIGHTS).map(([field, boost]) => [field, { boost }]));
  return async (query) => index.search(pairs(query), { fields, bool: "OR" }).map((r) => r.ref);
}

/** Pagefind searches the language of the page: the query's is taken. */
async function pagefind() {
  const module = path.join(packages, "node_modules", "pagefind", "lib", "index.js");
  const { createIndex, close } = await import(pathToFileURL(path.resolve(module)).href);
  const { index } = await createIndex();
  const html = (/** @type {string} */ t) => t.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
  for (const { language, of } of cards) {
    for (const card of of) {
      const rest = [card.s ?? "", ...card.n, ...card.c, ...card.b].map((t) => `<p>${html(t)}</p>`).join("");
      const content = `<html lang="${language}"><body><h1>${html(card.t ?? "")}</h1>${rest}</body></html>`;
      await index.addHTMLFile({ sourcePath: `${language}/${card.i}/index.html`, content });
    }
  }
  const written = scratch();
  await index.writeFiles({ outputPath: written });
  await close();
  const server = http.createServer((request, response) => {
    const file = path.join(written, new URL(request.url, "http://localhost").pathname);
    if (fs.existsSync(file)) response.end(fs.readFileSync(file));
    else response.writeHead(404).end();
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
  server.unref();
  const base = `http://127.0.0.1:${server.address().port}/`;
  fs.writeFileSync(path.join(written, "package.json"), '{"type":"module"}');
  const engines = {};
  for (const { language } of cards) {
    globalThis.document = { currentScript: null, querySelector: () => ({ getAttribute: () => language }) };
    const engine = await import(pathToFileURL(path.join(written, "pagefind.js")).href + "?" + language);
    await engine.options({ basePath: base, baseUrl: "/" });
    await engine.init(language);
    engines[language] = engine;
  }
  return async (query) => {
    const found = await engines[han(query) ? "zh" : "en"].search(query);
    const data = await Promise.all(found.results.slice(0, DEPTH).map((r) => r.data()));
    return data.map((d) => d.url.split("/").filter(Boolean)[1]);
  };
}

// ---- the measures ----

const gain = (/** @type {number} */ grade) => 2 ** grade - 1;
const discounted = (/** @type {number[]} */ grades) =>
  grades.slice(0, DEPTH).reduce((sum, grade, i) => sum + gain(grade) / Math.log2(i + 2), 0);

function measure(found, judged) {
  const grades = found.map((id) => judged.get(id) ?? 0);
  const first = grades.slice(0, DEPTH).findIndex((g) => g >= 2);
  const ideal = [...judged.values()].sort((a, b) => b - a);
  return { ndcg: discounted(grades) / discounted(ideal), rr: first < 0 ? 0 : 1 / (first + 1) };
}

const file = other ?? fileURLToPath(new URL("../resources/search/judged.tsv", import.meta.url));
let kind = "";
const queries = [];
for (const line of fs.readFileSync(file, "utf8").split("\n")) {
  if (line.startsWith("# ")) kind = line.slice(2);
  if (!line || line.startsWith("#")) continue;
  const [query, answers] = line.split("\t");
  const judged = new Map(answers.split(" ").map((a) => [a.split(":")[0], +a.split(":")[1]]));
  for (const id of judged.keys()) if (!ids.includes(id)) throw new Error("no such report: " + id);
  queries.push({ kind, query, judged });
}

const require = createRequire(path.resolve(packages, "package.json"));
const engines = {
  duizhao: duizhao(),
  "lunr 2.3.9": lunr(require),
  "elasticlunr 0.9.5": elasticlunr(require),
  Pagefind: await pagefind(),
};
const names = Object.keys(engines);
for (const q of queries) {
  q.results = {};
  for (const name of names) q.results[name] = measure(await engines[name](q.query), q.judged);
}
const mean = (rows, name, what) => (rows.reduce((sum, q) => sum + q.results[name][what], 0) / rows.length).toFixed(3);
const row = (label, cells) => console.log("| " + [label, ...cells].join(" | ") + " |");
row("", [...names]);
row("---", names.map(() => "---:"));
row(`nDCG@10, all ${queries.length}`, names.map((n) => mean(queries, n, "ndcg")));
row("MRR", names.map((n) => mean(queries, n, "rr")));
for (const k of new Set(queries.map((q) => q.kind))) {
  const rows = queries.filter((q) => q.kind === k);
  row(`nDCG@10: ${k} (${rows.length})`, names.map((n) => mean(rows, n, "ndcg")));
}
if (process.argv.includes("--each")) {
  for (const q of queries) console.log([q.query, ...names.map((n) => q.results[n].ndcg.toFixed(2))].join("\t"));
}
process.exit(0);
