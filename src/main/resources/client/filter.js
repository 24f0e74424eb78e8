// @ts-check
/**
 * @typedef {{i: string, u: number, l: Record<string, string>}} Value a value of a facet; u is the one above it, -1 at the top
 * @typedef {Record<string, string[]>} Chosen values by facet, and one span of years
 * @typedef {{value: Value, count: number, on: boolean, below: Node[]}} Node
 * @typedef {{docs: number[], counts: Record<string, Map<number, number>>}} Filtered
 */

/** What reports can be filtered by, besides their years. */
export const FACETS = ["region", "programme", "newspaper", "state"];

/** All that they can be filtered by, in the order of a page's columns. */
export const ASKED = ["year", ...FACETS];

/**
 * A span of years as it stands in the address: 2019, 2018..2020, 2018.. or ..2020.
 * @param {string} text
 * @returns {[number, number] | null}
 */
export function span(text) {
  const match = /^(\d{4})?(\.\.)?(\d{4})?$/.exec(text);
  if (!match || !(match[1] || match[3])) return null;
  const from = +(match[1] ?? 0);
  return [from, +(match[3] ?? (match[2] ? 9999 : from))];
}

/** The facets of all reports. */
export class Filter {
  /** @param {any} facets as Search.facets gives them @param {number} language number of the reader's */
  constructor(facets, language) {
    this.values = facets;
    this.language = language;
  }

  /** The numbers of a report's values, those above them included. @param {number} doc @returns {Record<string, Iterable<number>>} */
  of(doc) {
    const row = this.values.rows[doc];
    return (row.all ??= {
      ...row,
      region: this.upwards("region", row.region),
      programme: this.upwards("programme", row.programme),
      state: [row.state[this.language]],
    });
  }

  /** @param {string} facet @param {number[]} numbers */
  upwards(facet, numbers) {
    const found = new Set();
    for (let at of numbers) for (; at >= 0 && !found.has(at); at = this.values[facet][at].u) found.add(at);
    return found;
  }

  /**
   * The reports that pass, and how many there would be for each value of a facet: of two values of
   * one facet a report needs one, of two facets it needs both.
   * @param {number[]} docs @param {Chosen} chosen
   * @returns {Filtered}
   */
  apply(docs, chosen) {
    /** @type {Record<string, Map<number, number>>} */
    const counts = { year: new Map() };
    /** @type {[string, (values: Iterable<number>) => boolean][]} */
    const tests = [];
    for (const facet of FACETS) {
      counts[facet] = new Map();
      if (!chosen[facet].length) continue;
      tests.push([facet, (values) => [...values].some((v) => chosen[facet].includes(this.values[facet][v].i))]);
    }
    if (chosen.year.length) {
      const years = span(chosen.year[0]);
      tests.push(["year", (values) => !!years && [...values].some((y) => y >= years[0] && y <= years[1])]);
    }
    const kept = docs.filter((doc) => {
      const all = this.of(doc);
      const failed = tests.filter(([facet, test]) => !test(all[facet]));
      for (const facet in counts) {
        // What the facet itself keeps out is still counted, since it could be let in.
        if (failed.some(([other]) => other !== facet)) continue;
        for (const value of all[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
      }
      return !failed.length;
    });
    return { docs: kept, counts };
  }

  /** The values of a facet that would leave something, as a tree; most reports first. @param {string} facet @param {Filtered} filtered @param {Chosen} chosen @returns {Node[]} */
  tree(facet, filtered, chosen) {
    const counts = filtered.counts[facet];
    const under = (/** @type {number} */ above) =>
      this.values[facet]
        .flatMap((/** @type {Value} */ value, /** @type {number} */ n) => {
          const on = chosen[facet].includes(value.i);
          const count = counts.get(n) ?? 0;
          return value.u === above && (count || on) ? [{ value, count, on, below: facet === "state" ? [] : under(n) }] : [];
        })
        .sort((/** @type {Node} */ a, /** @type {Node} */ b) => b.count - a.count);
    return under(-1);
  }
}
