/**
 * How exact and how fast the search of a built site is, and what it loads:
 *
 *     node src/test/js/search-bench.mjs SITE...
 *
 * The queries are 2,000 random pieces of the Chinese texts, of 1 to 12 characters, the same for the same site.
 * Each must find the reports whose folded texts hold it, as String.includes says, and no others. Warm: once
 * more, when all it needs has been read. Cold: what a reader's first query loads who has nothing yet
 * (search script, index.js, shards, ten results, and the texts of the first three; gzip), and what a second one adds, over 300 pairs;
 * and the same for a first query of one or two words in another language.
 */
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { Site, client } from "./sites.mjs";

const QUERIES = 2000;
const PAIRS = 300;
const LONGEST = 12;
const SHOWN = 10;
const IN_VIEW = 3;

const { Index, Search, texts, match, fold, foldTable, isHan } = await client();
const hasHan = (/** @type {string} */ text) => [...text].some((c) => isHan(c.codePointAt(0)));
const quantile = (/** @type {number[]} */ values, /** @type {number} */ q) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];

/** Numbers from 0 to below n, the same in every run. */
function numbers() {
  let state = 42;
  return (/** @type {number} */ n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** @param {Site} site */
async function bench(site) {
  const { current } = site;
  const language = current.l.find((l) => l.startsWith("zh")) ?? current.l[0];
  const table = foldTable(site.load("fold"));
  const segments = [];
  const whole = [];
  for (let doc = 0; doc < current.n; doc++) {
    const own = [];
    for (const l of current.l) {
      for (const [text] of texts(site.card(l, doc))) {
        const folded = fold(text, table);
        if (hasHan(folded)) own.push(folded);
      }
    }
    segments.push(own);
    whole.push(own.join("\n"));
  }
  const random = numbers();
  const queries = [];
  while (queries.length < QUERIES) {
    const own = segments[random(current.n)];
    if (!own.length) continue;
    const segment = own[random(own.length)];
    const length = 1 + random(LONGEST);
    const at = random(Math.max(1, segment.length - length + 1));
    const query = segment.slice(at, at + length);
    if (!query.includes(" ") && hasHan(query) && query === fold(query, table)) queries.push(query);
  }

  // ---- exact, and warm ----
  const search = new Search(new Index(current, async (name) => site.load(name)), language);
  let exact = 0;
  const times = [];
  for (const query of queries) {
    const found = await search.run(query, true);
    const start = performance.now();
    await search.run(query, true);
    times.push(performance.now() - start);
    // Where a name was searched for in other languages too, more is found; the query alone is compared.
    const { docs } = found.also.length ? await search.holding(query, false) : found;
    const given = [...docs].sort((a, b) => a - b).join();
    const due = whole.flatMap((text, doc) => (text.includes(query) ? [doc] : [])).join();
    if (given === due) exact++;
    else console.error("not exact: " + query);
  }

  // ---- what is loaded ----
  const sizes = new Map();
  const size = (/** @type {string} */ file) => {
    if (!sizes.has(file)) sizes.set(file, zlib.gzipSync(fs.readFileSync(file)).length);
    return sizes.get(file);
  };
  const script = size(site.script());
  /** Bytes of first and of second queries. */
  const loads = async (/** @type {string[]} */ asked, /** @type {string} */ own) => {
    /** @type {number[][]} */
    const spent = [[], []];
    for (let i = 0; i < 2 * PAIRS; i += 2) {
      let bytes = script + size(site.first);
      const fresh = new Index(current, async (name) => {
        bytes += size(site.file(name));
        return site.load(name);
      });
      const reader = new Search(fresh, own);
      for (const turn of [0, 1]) {
        const found = await reader.run(asked[i + turn], false);
        for (const [i, doc] of found.docs.slice(0, SHOWN).entries()) {
          // As the page does: a text for those that are seen at once, another language's card where the reader's own has no match.
          if (i >= IN_VIEW && !fresh.read.has(own + "/" + doc)) {
            await fresh.head(own, doc);
            continue;
          }
          for (const l of [own, ...current.l.filter((l) => l !== own)]) {
            const shown = match(await fresh.card(l, doc), found.marks, reader.table);
            if (shown.found.length || shown.title.length) break;
          }
        }
        spent[turn].push(bytes);
        bytes = 0;
      }
    }
    return spent;
  };
  const [first, second] = await loads(queries, language);
  const other = current.l.find((l) => l !== language);
  const wordQueries = [];
  while (other && wordQueries.length < 2 * PAIRS) {
    const all = texts(site.card(other, random(current.n)));
    const words = fold(all[random(all.length)][0], table).split(" ").filter((w) => w && !hasHan(w));
    const at = random(words.length);
    if (words.length) wordQueries.push(words.slice(at, at + 1 + random(2)).join(" "));
  }
  const [firstWords] = other ? await loads(wordQueries, other) : [[0]];
  const kb = (/** @type {number} */ n) => (n / 1024).toFixed(1);
  const spread = (/** @type {number[]} */ v) => [0.5, 0.95, 1].map((q) => kb(quantile(v, q))).join(" / ");
  return [
    current.n,
    `${((100 * exact) / QUERIES).toFixed(2)} %`,
    `${quantile(times, 0.5).toFixed(2)} / ${quantile(times, 0.95).toFixed(2)} ms`,
    `${kb(script)} KB`,
    `${spread(first)} KB`,
    `${spread(second)} KB`,
    `${spread(firstWords)} KB`,
    `${kb(["facets", ...Array.from({ length: Math.ceil(current.n / 1024) }, (_, page) => "f" + page)].reduce((sum, name) => sum + size(site.file(name)), 0))} KB`,
  ];
}

const folders = process.argv.slice(2);
if (!folders.length) throw new Error("usage: node src/test/js/search-bench.mjs SITE...");
const row = (/** @type {any[]} */ cells) => console.log("| " + cells.join(" | ") + " |");
row(["reports", "exact", "warm: median / 95 %", "script", "first query: median / 95 % / most", "second query", "first query in words", "all facets"]);
row(Array(8).fill("---:"));
for (const folder of folders) row(await bench(new Site(path.resolve(folder))));
