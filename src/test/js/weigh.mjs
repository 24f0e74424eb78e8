/**
 * Weighs one page of every kind of a built site, as a table in Markdown: what a first view fetches, compressed as hosts
 * do it, in how many requests, and how much of it is script. Of each kind the heaviest page of each language counts.
 *
 *   node src/test/js/weigh.mjs site
 */
import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const site = path.resolve(process.argv[2] ?? "site");
const KINDS = {
  "choice of language": /^index\.html$/,
  "not found": /^404\.html$/,
  home: /^index\.html$/,
  "list of reports": /^reports\/index\.html$/,
  report: /^reports\/[^/]+\/index\.html$/,
  "parallel text": /^parallel\/[^/]+\/index\.html$/,
  "all regions": /^regions\/index\.html$/,
  region: /^regions\/.+\/index\.html$/,
  "all programmes": /^programmes\/index\.html$/,
  "programme or scheme": /^programmes\/[^/]+\/index\.html$/,
  "all newspapers": /^newspapers\/index\.html$/,
  newspaper: /^newspapers\/[^/]+\/index\.html$/,
  "all years": /^years\/index\.html$/,
  year: /^years\/[^/]+\/index\.html$/,
  month: /^years\/[^/]+\/\d\d\/index\.html$/,
  figures: /^figures\/index\.html$/,
  glossary: /^glossary\/index\.html$/,
  "a letter of the glossary": /^glossary\/[^/]+\/index\.html$/,
  data: /^data\/index\.html$/,
  search: /^search\/index\.html$/,
  "ordinary page": /^about\/index\.html$/,
};
const languages = fs.readdirSync(site).filter((name) => fs.existsSync(path.join(site, name, "reports")));

const sizes = new Map();
function bytes(file) {
  // What is packed already is not packed again.
  const data = fs.readFileSync(file);
  if (!sizes.has(file)) sizes.set(file, /\.(png|jpe?g|webp|gif)$/.test(file) ? data.length : gzipSync(data).length);
  return sizes.get(file);
}

/** What a page fetches by itself: style sheets, scripts, icons and pictures that are not put off. */
function weigh(file) {
  const html = fs.readFileSync(file, "utf8");
  const needed = new Set();
  for (const [tag, name] of html.matchAll(/<(link|script|img)\b[^>]*>/g)) {
    const at = tag.match(/\b(?:src|href)="([^"#?]*)/)?.[1];
    const fetched = name !== "link" || /\brel="(?:stylesheet|icon|preload|modulepreload)"/.test(tag);
    // Only the page for addresses that do not exist counts from the root.
    const from = at?.startsWith("/") ? site : path.dirname(file);
    if (at && fetched && !/\bloading="lazy"/.test(tag)) needed.add(path.join(from, at));
  }
  const all = [...needed];
  const sum = (files) => files.reduce((total, one) => total + bytes(one), 0);
  const scripts = all.filter((one) => one.endsWith(".js"));
  return { page: bytes(file), all: bytes(file) + sum(all), requests: 1 + all.length, script: sum(scripts) };
}

const pages = fs
  .readdirSync(site, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".html"));
const kb = (n) => (n / 1024).toFixed(1);
const head = ["kind of page", "pages", "the page, KB", "first view, KB", "requests", "script, KB"];
console.log(`| ${head.join(" | ")} |\n|---|---:|---:|---:|---:|---:|`);
for (const [kind, pattern] of Object.entries(KINDS)) {
  const atRoot = kind === "choice of language" || kind === "not found";
  const weights = (atRoot ? [""] : languages.map((language) => language + "/")).map((below) =>
    pages
      .filter((name) => name.startsWith(below) && pattern.test(name.slice(below.length)))
      .map((name) => weigh(path.join(site, name))),
  );
  const heaviest = weights.filter((of) => of.length).map((of) => of.reduce((a, b) => (b.all > a.all ? b : a)));
  const column = (value) => [...new Set(heaviest.map(value))].join(" / ");
  const cells = [weights[0].length, column((w) => kb(w.page)), column((w) => kb(w.all))];
  if (heaviest.length)
    console.log(`| ${[kind, ...cells, column((w) => w.requests), column((w) => kb(w.script))].join(" | ")} |`);
}
