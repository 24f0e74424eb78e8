/**
 * The search beside its peers, on the same reports in the same run:
 *
 *     node src/test/js/peers-bench.mjs [--peers pagefind,lunr,elasticlunr] [--queries 2000] CONTENT SITE PACKAGES
 *
 * CONTENT is the archive, and SITE any site that target/duizhao.jar made: its search pages are put before the index
 * that the run makes of CONTENT; if that is -, the index of SITE is measured as it is. PACKAGES is a folder in which
 * npm has installed lunr, elasticlunr and pagefind. All peers get the same texts of the same reports; lunr and
 * elasticlunr know no Chinese and get its characters in pairs, all of which a report must have. JVM_OPTIONS in the
 * environment are those of the Java that makes the index. It tells
 *
 * - exact: random pieces of the Chinese texts, of 1 to 12 characters, that find the reports whose text
 *   holds them and no others (for the peers: whose Chinese edition does);
 * - cold: what a browser with nothing in its cache loads beyond HTML and style sheets until ten results stand
 *   there, as a host that compresses sends it; second: what the next query adds; in words: a first query of
 *   one word or two of the other language;
 * - warm: from the query to ten results in the page, layout included, in Chromium, all files already read;
 * - the index: CPU seconds, most memory of the process, and gzip bytes on disk.
 */
import { spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { createRequire } from "node:module";
import zlib from "node:zlib";
import { Site, client, scratch } from "./sites.mjs";

const LONGEST = 12;
const SHOWN = 10;
const COLD = 60;
const WARM = 150;
const CHROMIUM = "chromium";

const options = { peers: "pagefind,lunr,elasticlunr", queries: "2000" };
const folders = [];
for (let i = 2; i < process.argv.length; i++) {
  const name = /^--(peers|queries)$/.exec(process.argv[i])?.[1];
  if (name) options[name] = process.argv[++i];
  else folders.push(path.resolve(process.argv[i]));
}
const [content, pages, packages] = folders;
if (!packages) throw new Error("usage: node src/test/js/peers-bench.mjs CONTENT SITE PACKAGES");
const peers = options.peers.split(",").filter(Boolean);

const { Index, Search, texts, fold, foldTable, isHan, words } = await client();
const java = process.env.JVM_OPTIONS ?? "-Xms840m -Xmx840m -Xmn160m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";
const built = path.basename(content) === "-" ? pages : scratch();
const spent = built === pages ? { out: "{}", peak: NaN } : await cost(["java", ...java.split(" "), "-cp", ["target/duizhao.jar", "target/test-classes"].join(path.delimiter), "duizhao.bench.IndexTime", content, built]);
const site = new Site(built);
for (const part of built === pages ? [] : ["assets", ...site.current.l.map((l) => l + "/search")]) {
  fs.cpSync(path.join(pages, part), path.join(built, part), { recursive: true });
}
const { current } = site;
const table = foldTable(site.load("fold"));
const han = (/** @type {string} */ text) => [...text].some((c) => isHan(c.codePointAt(0)));
const quantile = (/** @type {number[]} */ values, /** @type {number} */ q) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
const chinese = current.l.find((l) => l.startsWith("zh")) ?? current.l[0];

// ---- the reports, and what is asked ----

const reports = Array.from({ length: current.n }, (_, doc) => {
  const cards = Object.fromEntries(current.l.map((l) => [l, site.card(l, doc)]));
  const segments = (l) => texts(cards[l]).map(([text]) => fold(text, table)).filter(han);
  return { id: cards[chinese].i, cards, own: segments(chinese), all: current.l.flatMap(segments) };
});
const whole = reports.map((r) => r.all.join("\n"));
const edition = reports.map((r) => r.own.join("\n"));
const holding = (/** @type {string[]} */ of, /** @type {string} */ query) =>
  of.flatMap((text, doc) => (text.includes(query) ? [doc] : []));

/** Numbers from 0 to below n, the same in every run. */
function numbers() {
  let state = 42;
  return (/** @type {number} */ n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}
const random = numbers();
const queries = [];
while (queries.length < +options.queries) {
  const { own } = reports[random(reports.length)];
  const segment = own[random(own.length)];
  if (!segment) continue;
  const length = 1 + random(LONGEST);
  const at = random(Math.max(1, segment.length - length + 1));
  const query = segment.slice(at, at + length);
  if (!query.includes(" ") && han(query) && query === fold(query, table)) queries.push(query);
}

const other = current.l.find((l) => l !== chinese);
const inWords = [];
while (other && inWords.length < COLD) {
  const all = texts(reports[random(reports.length)].cards[other]);
  const found = fold(all[random(all.length)][0], table).split(" ").filter((w) => w && !han(w));
  const at = random(found.length);
  if (found.length) inWords.push(found.slice(at, at + 1 + random(2)).join(" "));
}

// ---- what a process costs ----

/** Runs a command; says what it wrote, its seconds of CPU and its most memory in MiB. */
async function cost(/** @type {string[]} */ command) {
  const child = spawn("bash", ["-c", 'TIMEFORMAT="cpu %U %S"; time "$@"', "time", ...command]);
  let out = "";
  let told = "";
  child.stdout.on("data", (d) => (out += d));
  child.stderr.on("data", (d) => (told += d));
  let peak = 0;
  const watch = setInterval(() => {
    for (const pid of descendants(child.pid)) {
      try {
        peak = Math.max(peak, +/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))[1]);
      } catch {
        // It has just ended.
      }
    }
  }, 20);
  const code = await new Promise((done) => child.on("close", done));
  clearInterval(watch);
  if (code) throw new Error(command.join(" ") + " failed: " + told);
  const [, user, system] = /cpu ([\d.]+) ([\d.]+)/.exec(told);
  return { out, cpu: +user + +system, peak: peak / 1024 };
}

/** @param {number} pid @returns {number[]} */
function descendants(pid) {
  try {
    const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
    return children.concat(children.flatMap(descendants));
  } catch {
    return [];
  }
}

/** Gzip bytes of a folder. */
function disk(/** @type {string} */ folder) {
  let bytes = 0;
  for (const name of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (name.isFile()) bytes += sent(fs.readFileSync(path.join(name.parentPath ?? name.path, name.name))).length;
  }
  return bytes;
}

/** As a host sends it: compressed, but not what is compressed already. */
const sent = (/** @type {Buffer} */ bytes) => (bytes[0] === 0x1f && bytes[1] === 0x8b ? bytes : zlib.gzipSync(bytes));

// ---- a browser ----

/**
 * Opens a page that runs a script and posts what it found.
 * @param {string} root folder that is served below /site/
 * @param {(question: any) => any} script
 * @param {any} question
 */
async function browse(root, script, question) {
  let bytes = 0;
  let warm = false;
  const page = `<!doctype html><meta charset="utf-8"><body><script type="module">
    try { const said = await (${script})(${JSON.stringify(question).replaceAll("<", "\\u003c")}); await fetch("/said", { method: "POST", body: JSON.stringify(said) }); }
    catch (e) { await fetch("/said", { method: "POST", body: JSON.stringify({ error: String(e.stack) }) }); }</script>`;
  const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
  /** @type {(said: any) => void} */
  let tell;
  const said = new Promise((done) => (tell = done));
  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url, "http://localhost");
    if (url.pathname === "/") return response.setHeader("content-type", "text/html").end(page);
    if (url.pathname === "/bytes") return response.end(String(bytes));
    if (url.pathname === "/keep") return response.end(String((warm = true)));
    if (url.pathname === "/said") {
      let body = "";
      for await (const part of request) body += part;
      response.end();
      return tell(JSON.parse(body));
    }
    let file = path.join(root, decodeURIComponent(url.pathname.replace(/^\/site\//, "/")));
    if (file.endsWith("/")) file += "index.html";
    if (!fs.existsSync(file)) return response.writeHead(404).end();
    const content = fs.readFileSync(file);
    const type = types[path.extname(file)] ?? "application/octet-stream";
    if (type !== "text/html" && type !== "text/css") bytes += sent(content).length;
    // Nothing is kept between pages until /keep: each starts as a new reader does.
    response.writeHead(200, { "content-type": type, "cache-control": warm ? "max-age=600" : "no-store" }).end(content);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
  const profile = scratch();
  const browser = spawn(CHROMIUM, ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
    "--disable-background-networking", "--user-data-dir=" + profile, `http://127.0.0.1:${server.address().port}/`], { stdio: "ignore" });
  const answer = await said;
  browser.kill();
  await new Promise((done) => browser.on("exit", done));
  server.closeAllConnections();
  server.close();
  if (answer.error) throw new Error(answer.error);
  return answer;
}

/** Runs in the browser: the search page of a site, in frames. */
async function askPage({ address, first, second, warm }) {
  const bytes = async () => +(await (await fetch("/bytes")).text());
  const idle = () => new Promise((done) => setTimeout(done, 150));
  /** @param {string} query */
  const open = async (query) => {
    const frame = document.createElement("iframe");
    Object.assign(frame, { width: 1280, height: 800, src: address + "?" + new URLSearchParams({ q: query }) });
    document.body.append(frame);
    await new Promise((done) => (frame.onload = done));
    await answered(frame, query);
    return frame;
  };
  const answered = async (frame, query) => {
    for (;;) {
      const results = frame.contentDocument.querySelector("[data-search-state]");
      const state = results.dataset.searchState;
      if (state === "done") return;
      if (state === "error") throw new Error("error for " + query);
      await new Promise((done) => setTimeout(done, 5));
    }
  };
  const ask = (frame, query) =>
    new Promise((done, failed) => {
      const page = frame.contentDocument;
      const results = page.querySelector("[data-search-state]");
      const start = performance.now();
      const watch = new MutationObserver(() => {
        const state = results.dataset.searchState;
        if (state === "loading") return;
        watch.disconnect();
        if (state !== "done") return failed(new Error("error for " + query));
        results.getBoundingClientRect();
        done(performance.now() - start);
      });
      watch.observe(results, { attributes: true, attributeFilter: ["data-search-state"] });
      page.querySelector("input[name=q]").value = query;
      page.querySelector("form#search").requestSubmit();
    });
  const cold = [];
  const next = [];
  for (let i = 0; i < first.length; i++) {
    const before = await bytes();
    const frame = await open(first[i]);
    await idle();
    const between = await bytes();
    cold.push(between - before);
    if (second) {
      await ask(frame, second[i]);
      await idle();
      next.push((await bytes()) - between);
    }
    frame.remove();
  }
  if (!warm) return { cold };
  const frame = await open(warm[0]);
  const times = [];
  for (const turn of [0, 1]) {
    for (const query of warm) {
      const time = await ask(frame, query);
      if (turn) times.push(time);
      await new Promise((done) => setTimeout(done, 20));
    }
  }
  return { cold, next, times };
}

/** Runs in the browser: Pagefind, in frames, with its results shown in the plainest way. */
async function askPagefind({ first, second, warm, all, shown }) {
  const bytes = async () => +(await (await fetch("/bytes")).text());
  const open = async () => {
    const frame = document.createElement("iframe");
    frame.src = "/site/frame.html";
    document.body.append(frame);
    await new Promise((done) => (frame.onload = done));
    const engine = await frame.contentWindow.load();
    return { frame, engine };
  };
  const ask = async ({ frame, engine }, query) => {
    const start = performance.now();
    const found = await engine.search(query);
    const data = await Promise.all(found.results.slice(0, shown).map((r) => r.data()));
    const body = frame.contentDocument.body;
    body.innerHTML = data.map((d) => `<h2>${d.meta.title}</h2><p>${d.excerpt}</p>`).join("");
    body.getBoundingClientRect();
    return { time: performance.now() - start, ids: found.results.map((r) => r.id) };
  };
  const cold = [];
  const next = [];
  for (let i = 0; i < first.length; i++) {
    const before = await bytes();
    const page = await open();
    await ask(page, first[i]);
    const between = await bytes();
    cold.push(between - before);
    await ask(page, second[i]);
    next.push((await bytes()) - between);
    page.frame.remove();
  }
  await fetch("/keep");
  const page = await open();
  const times = [];
  for (const turn of [0, 1]) for (const query of warm) {
    const { time } = await ask(page, query);
    if (turn) times.push(time);
  }
  const ids = [];
  for (const query of all) ids.push((await page.engine.search(query)).results.map((r) => r.id));
  return { cold, next, times, ids };
}

// ---- the engines ----

const asked = { first: queries.slice(0, COLD), second: queries.slice(COLD, 2 * COLD), warm: queries.slice(-WARM) };

async function duizhao() {
  const search = new Search(new Index(current, async (name) => site.load(name)), chinese);
  let exact = 0;
  for (const query of queries) {
    const found = await search.run(query, false);
    // Where a name was searched for in other languages too, more is found; the query alone is compared.
    const { docs } = found.also.length ? await search.holding(query, false) : found;
    if ([...docs].sort((a, b) => a - b).join() === holding(whole, query).join()) exact++;
  }
  const seen = await browse(built, askPage, { address: `/site/${chinese}/search/`, ...asked });
  const { cold: words } = await browse(built, askPage, { address: `/site/${other}/search/`, first: inWords });
  return { exact, ...seen, words, cpu: JSON.parse(spent.out).indexCpu ?? NaN, peak: spent.peak, disk: disk(path.join(built, "search")) };
}

async function pagefind() {
  const html = (/** @type {string} */ t) => t.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
  const documents = scratch();
  for (const language of current.l) {
    for (const { id, cards } of reports) {
      const card = cards[language];
      const rest = [card.s ?? "", ...card.n, ...card.c, ...card.b].map((t) => `<p>${html(t)}</p>`).join("");
      const folder = path.join(documents, language, "reports", id);
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, "index.html"), `<html lang="${language}"><body><h1>${html(card.t ?? "")}</h1>${rest}</body></html>`);
    }
  }
  const written = path.join(scratch(), "pagefind");
  const bin = path.join(packages, "node_modules", "@pagefind", "linux-x64", "bin", "pagefind_extended");
  const spent = await cost([bin, "--site", documents, "--output-path", written]);
  fs.writeFileSync(path.join(path.dirname(written), "frame.html"), `<!doctype html><html lang="${chinese}"><meta charset="utf-8"><body></body>
    <script type="module">window.load = async () => { const p = await import("/site/pagefind/pagefind.js?" + Math.random()); await p.init("${chinese}"); return p; };</script>`);
  const fragments = new Map();
  for (const name of fs.readdirSync(path.join(written, "fragment"))) {
    const text = zlib.gunzipSync(fs.readFileSync(path.join(written, "fragment", name))).toString();
    fragments.set(name.replace(/\.pf_fragment$/, ""), JSON.parse(text.slice(text.indexOf("{"))).url);
  }
  const docs = new Map(reports.map((r, doc) => [r.id, doc]));
  const seen = await browse(path.dirname(written), askPagefind, { ...asked, all: queries, shown: SHOWN });
  const exact = seen.ids.filter((ids, i) => {
    const given = ids.map((id) => docs.get((fragments.get(id) ?? "").split("/").filter(Boolean)[2]) ?? -1);
    return given.sort((a, b) => a - b).join() === holding(edition, queries[i]).join();
  }).length;
  return { exact, ...seen, ...spent, disk: disk(written) };
}

/** Words, and runs of Chinese in pairs. */
function pairs(text) {
  return words(fold(text, table)).flatMap((w) => (han(w) && w.length > 2 ? Array.from({ length: w.length - 1 }, (_, i) => w.slice(i, i + 2)) : [w]));
}

/** An engine that holds its whole index in memory: made and asked in Node. */
function inMemory(make, ask) {
  const before = process.cpuUsage();
  const index = make();
  const { user, system } = process.cpuUsage(before);
  const bytes = zlib.gzipSync(JSON.stringify(index)).length;
  const times = [];
  const exact = queries.filter((query) => {
    const start = performance.now();
    const given = ask(index, pairs(query));
    times.push(performance.now() - start);
    return given.sort((a, b) => a - b).join() === holding(edition, query).join();
  }).length;
  return { exact, times, cold: [bytes], next: [0], cpu: (user + system) / 1e6, peak: process.memoryUsage().rss / 2 ** 20, disk: bytes };
}

const text = (r) => pairs([r.cards[chinese].t ?? "", ...texts(r.cards[chinese]).map(([t]) => t)].join("\n")).join(" ");
const require = createRequire(path.join(packages, "package.json"));
const engines = {
  duizhao,
  pagefind,
  lunr() {
    const lunr = require("lunr");
    const make = () => lunr(function () {
      this.ref("id");
      this.field("text");
      this.pipeline.reset();
      this.searchPipeline.reset();
      reports.forEach((r, doc) => this.add({ id: doc, text: text(r) }));
    });
    const ask = (index, terms) => index.query((q) => terms.forEach((t) => q.term(t, { presence: lunr.Query.presence.REQUIRED }))).map((r) => +r.ref);
    return inMemory(make, ask);
  },
  elasticlunr() {
    const elasticlunr = require("elasticlunr");
    const make = () => elasticlunr(function () {
      this.setRef("id");
      this.addField("text");
      this.saveDocument(false);
      this.pipeline.reset();
      reports.forEach((r, doc) => this.addDoc({ id: doc, text: text(r) }));
    });
    return inMemory(make, (index, terms) => index.search(terms.join(" "), { bool: "AND" }).map((r) => +r.ref));
  },
};

const row = (/** @type {any[]} */ cells) => console.log("| " + cells.join(" | ") + " |");
const kb = (/** @type {number[]} */ v) => [0.5, 0.95].map((q) => (quantile(v, q) / 1024).toFixed(1)).join(" / ");
row([`${current.n} reports`, "exact", "cold KB: median / 95 %", "second KB", "cold in words KB", "warm ms: median / 95 %", "index: CPU s", "most memory MiB", "on disk, gzip MB"]);
row(["---", ...Array(8).fill("---:")]);
for (const name of ["duizhao", ...peers]) {
  const m = await engines[name]();
  row([
    name,
    ((100 * m.exact) / queries.length).toFixed(1) + " %",
    kb(m.cold),
    kb(m.next),
    m.words ? kb(m.words) : "",
    [0.5, 0.95].map((q) => quantile(m.times, q).toFixed(1)).join(" / "),
    m.cpu.toFixed(1),
    Math.round(m.peak),
    (m.disk / 1e6).toFixed(1),
  ]);
}
process.exit(0);
