// @ts-check
import { FACETS, span } from "./filter.js";
import { fold, isHan } from "./terms.js";

/**
 * @typedef {object} Term
 * @property {string} text folded; with spaces inside a phrase
 * @property {"han" | "word" | "phrase"} kind
 * @property {"" | "+" | "-"} sign
 * @property {string} field "title" or "person"; others are everywhere
 * @property {boolean} prefix whether it may go on: the last word while typing, or a wildcard
 * @property {number} slips how many slips are forgiven
 *
 * @typedef {object} Query
 * @property {Term[]} terms
 * @property {{field: string, text: string, sign: string}[]} filters by facet: region, programme, newspaper
 * @property {[number, number][]} years
 */

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
  const token = /([+-]?)(?:(title|person|region|programme|newspaper|year)[:：])?(?:["“”]([^"“”]*)(?:["“”]|$)|([^\s"“”]+))/gi;
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [all, sign, name = "", quoted, bare] = match;
    end = match.index + all.length;
    const field = name.toLowerCase();
    const words = quoted ?? bare;
    const years = field === "year" || (!field && words.includes("..")) ? span(words) : null;
    if (years) query.years.push(years);
    else if (FACETS.includes(field)) {
      const value = fold(words, table);
      if (value) query.filters.push({ field, text: value, sign });
    } else add(query, words, quoted !== undefined, sign, field, table);
  }
  const last = query.terms[query.terms.length - 1];
  if (typing && last && last.kind === "word" && !last.sign && end === text.length && /[\p{L}\p{N}]$/u.test(text)) last.prefix = true;
  return query;
}

/** @param {Query} query @param {string} words @param {boolean} quoted @param {string} sign @param {string} field @param {any} table */
function add(query, words, quoted, sign, field, table) {
  const slips = quoted ? null : /~([0-9])?$/.exec(words);
  const wild = !quoted && words.endsWith("*");
  const folded = fold(words, table);
  if (!folded) return;
  const base = { sign: /** @type {any} */ (sign), field, prefix: wild, slips: slips ? Math.min(2, +(slips[1] ?? 1)) : 0 };
  const put = (/** @type {string} */ text, /** @type {any} */ kind) => {
    if (query.terms.length < MOST_TERMS) query.terms.push({ text, kind, ...base });
  };
  const parts = (slips ? folded.replace(/ [0-9]$/, "") : folded).split(" ");
  if (quoted && parts.length > 1 && !hasHan(parts[0])) put(folded, "phrase");
  else for (const part of parts) put(part, hasHan(part) ? "han" : quoted ? "phrase" : "word");
}
