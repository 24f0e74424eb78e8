// @ts-check
import { fold, isHan } from "./terms.js";

/**
 * @typedef {object} Term
 * @property {string} text folded; with spaces inside a phrase
 * @property {"han" | "word" | "phrase"} kind
 * @property {"" | "+" | "-"} sign
 * @property {string} field "" for everywhere, "title" or "person"
 * @property {boolean} prefix whether it may go on: the last word while typing, or a wildcard
 * @property {number} slips how many slips are forgiven
 *
 * @typedef {object} Query
 * @property {Term[]} terms
 * @property {{field: string, text: string, sign: string}[]} filters by facet: region, programme, newspaper
 * @property {[number, number][]} years
 */

const FIELDS = { title: "title", person: "person" };
const FACETS = { region: "region", programme: "programme", newspaper: "newspaper" };
const MOST_TERMS = 12;
const LONGEST = 200;

/** Whether a folded text holds Chinese. @param {string} text */
export const hasHan = (text) => [...text].some((c) => isHan(/** @type {number} */ (c.codePointAt(0))));

/**
 * Reads what was typed. Anything that is no operator is words: there are no errors.
 * @param {string} typed
 * @param {Record<string, string> | null} table traditional to simplified; null while it is not needed
 * @param {boolean} typing whether the last word may still go on
 * @returns {Query}
 */
export function parse(typed, table, typing) {
  /** @type {Query} */
  const query = { terms: [], filters: [], years: [] };
  const text = typed.slice(0, LONGEST);
  const token = /([+-]?)(?:([a-z]+)[:：])?(?:["“”]([^"“”]*)(["“”]|$)|([^\s"“”]+))/giu;
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [all, sign, name = "", quoted, , bare] = match;
    end = match.index + all.length;
    const field = name.toLowerCase();
    const known = Object.hasOwn(FIELDS, field) || Object.hasOwn(FACETS, field) || field === "year";
    let words = quoted ?? bare ?? "";
    if (name && !known) words = name + " " + words;
    const range = /^(\d{4})?(\.\.)?(\d{4})?$/.exec(words);
    if ((field === "year" || (words.includes("..") && !name)) && range && (range[1] || range[3])) {
      const from = range[1] ? +range[1] : 0;
      query.years.push([from, range[3] ? +range[3] : range[2] ? 9999 : from]);
      continue;
    }
    if (Object.hasOwn(FACETS, field)) {
      const value = fold(words, table);
      if (value) query.filters.push({ field, text: value, sign });
      continue;
    }
    add(query, words, quoted !== undefined, sign, Object.hasOwn(FIELDS, field) ? field : "", table);
  }
  const last = query.terms[query.terms.length - 1];
  if (typing && last && last.kind === "word" && !last.sign && end === text.length && /[\p{L}\p{N}]$/u.test(text)) last.prefix = true;
  return query;
}

/** @param {Query} query @param {string} words @param {boolean} quoted @param {string} sign @param {string} field @param {any} table */
function add(query, words, quoted, sign, field, table) {
  const slips = quoted ? null : /~([0-9])?$/.exec(words);
  const wild = !quoted && /\*$/.test(words);
  const folded = fold(words, table);
  if (!folded) return;
  const base = { sign: /** @type {any} */ (sign), field, prefix: wild, slips: slips ? Math.min(2, +(slips[1] ?? 1)) : 0 };
  const put = (/** @type {string} */ text, /** @type {any} */ kind) => {
    if (query.terms.length < MOST_TERMS) query.terms.push({ text, kind, ...base });
  };
  const parts = folded.replace(slips ? / [0-9]$/ : /$^/, "").split(" ");
  if (quoted && parts.length > 1 && !hasHan(parts[0])) put(folded, "phrase");
  else for (const part of parts) put(part, hasHan(part) ? "han" : quoted ? "phrase" : "word");
}
