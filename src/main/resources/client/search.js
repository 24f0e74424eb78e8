// @ts-check
import { fold, foldTable, foldWithOffsets } from "./terms.js";
import { isStopWord, stem } from "./stemmer.js";
import { restrict, union, wordEnds } from "./index.js";
import { hasHan, parse } from "./query.js";
import { Reader } from "./codec.js";
import { ASKED } from "./filter.js";

/**
 * @typedef {import("./index.js").Index} Index
 * @typedef {import("./query.js").Term} Term
 * @typedef {import("./query.js").Query} Query
 * @typedef {Map<number, number>} Scores reports and how well they match
 * @typedef {{kind: string, label: Record<string, string>}} Also a name that was searched for too
 * @typedef {{path: string, whole: boolean, stem: string}} Mark what to mark in texts
 *
 * @typedef {object} Outcome
 * @property {number[]} docs best first
 * @property {Scores} scores
 * @property {Also[]} also
 * @property {string} instead what was searched for instead, where nothing was found; "" otherwise
 * @property {boolean} partial whether no report has all that was asked for
 * @property {Mark[]} marks
 * @property {Query} query
 */

const IMPACTS = 8;
const SPAN = 5;
const NAMES = 8;
const MOST_SLIPS = 2;

/** Reports in a page of facets. */
const PAGE = 1024;

/**
 * Whether a folded text holds a path as the index means it: at the start of a word, unless it is Chinese.
 * @param {string} text folded @param {string} path @param {boolean} whole @returns {number} where, or -1
 */
export function find(text, path, whole, from = 0) {
  if (hasHan(path)) return text.indexOf(path, from);
  let at = text.indexOf(path, from);
  while (at >= 0 && !(wordEnds(text[at - 1]) && (!whole || wordEnds(text[at + path.length])))) at = text.indexOf(path, at + 1);
  return at;
}

/** All texts of a card, or of its head. @param {any} card @returns {[string, number][]} each with its paragraph's number; 0 for the title, -1 for others */
export function texts(card) {
  return [[card.t ?? "", 0], [card.s ?? "", -1], ...rest(card)];
}

/** Those that are not in the head. @param {any} card @returns {[string, number][]} */
function rest({ n = [], c = [], b = [] }) {
  const others = [...n, ...c].map((t) => /** @type {[string, number]} */ ([t, -1]));
  return [...others, ...b.map((t, i) => /** @type {[string, number]} */ ([t, i + 1]))];
}

/** What folding a card's texts takes: it brings what it needs of the table. @param {any} card @param {Map<string, string> | null} table */
export const tableOf = (card, table) => table ?? (card.x ? (card.own ??= foldTable(card.x)) : null);

/** A search over an index. */
export class Search {
  /**
   * @param {Index} index
   * @param {string} language of the reader
   */
  constructor(index, language) {
    this.index = index;
    this.language = language;
    this.all = index.current.n;
    /** @type {Map<string, string> | null} traditional to simplified, once it is needed */
    this.table = null;
  }

  /** Reports whose text holds a path; candidates are read. @param {string} path @param {boolean} whole @param {boolean} title */
  async holding(path, whole, title = false) {
    const han = hasHan(path);
    const ends = whole && !han;
    const lists = [];
    for (const way of han && !hasHan(path[0]) ? [path, "\u0001" + path] : [path]) {
      const { list, open } = await this.index.walk(way, ends);
      lists.push(open ? await this.verify(list, path, ends) : list);
    }
    const list = union(lists);
    return title ? this.titles(list) : list;
  }

  /** @param {import("./index.js").List} list @param {string} path @param {boolean} whole */
  async verify(list, path, whole) {
    const marks = await Promise.all(
      list.docs.map(async (doc, i) => {
        for (const language of this.languages(path)) {
          // Cards are met again while a query is typed.
          const holds = (/** @type {any} */ card, /** @type {typeof texts} */ own) =>
            (card.plain ??= own(card).map(([text, place]) => [fold(text, tableOf(card, this.table)), place])).find((/** @type {[string, number]} */ [text]) => find(text, path, whole) >= 0);
          // What a title cannot hold is looked for in the text first: mostly its head is not needed then.
          const body = await this.index.body(language, doc);
          if (!(list.marks[i] & 1) && holds(body, rest)) return list.marks[i];
          const head = await this.index.head(language, doc);
          const where = holds(head, texts) ?? holds(body, rest);
          if (where) return where[1] === 0 ? list.marks[i] | 1 : list.marks[i] & ~1;
          if (language.startsWith("zh") && hasHan(path) && !body.h) break;
        }
        return -1;
      }),
    );
    return restrict({ docs: list.docs, marks }, (_, mark) => mark >= 0);
  }

  /** The languages whose texts may hold a path, likeliest first. @param {string} path */
  languages(path) {
    const han = hasHan(path);
    const likely = (/** @type {string} */ l) => +(l.startsWith("zh") === han);
    return [...this.index.current.l].sort((a, b) => likely(b) - likely(a));
  }

  /** @param {import("./index.js").List} list @param {number} weight @param {Scores} into */
  score(list, weight, into) {
    const n = list.docs.length;
    const rarity = weight * Math.log(1 + (this.all - n + 0.5) / (n + 0.5));
    list.docs.forEach((doc, i) => {
      const mark = list.marks[i];
      const score = rarity * (((mark >> 1) + 0.5) / IMPACTS + (mark & 1 ? 0.5 : 0));
      into.set(doc, Math.max(into.get(doc) ?? 0, score));
    });
  }

  /** The reports that a term finds. @param {Term} term @param {Mark[]} marks @returns {Promise<Scores>} */
  async term(term, marks) {
    /** @type {Scores} */
    const scores = new Map();
    const title = term.field === "title";
    if (term.kind !== "word") {
      const whole = term.kind === "phrase" && !term.prefix;
      this.score(await this.holding(term.text, whole, title), 1, scores);
      marks.push({ path: term.text, whole, stem: "" });
      return scores;
    }
    const root = stem(term.text);
    if (!term.prefix && isStopWord(term.text)) {
      this.score(await this.holding(term.text, true, title), 0.2, scores);
      return scores;
    }
    const list = await this.index.stem(root);
    this.score(title ? this.titles(list) : list, 1, scores);
    marks.push({ path: term.text, whole: true, stem: root });
    if (term.prefix && term.text.length > 1) {
      this.score(await this.holding(term.text, false, title), 0.8, scores);
      marks.push({ path: term.text, whole: false, stem: "" });
    }
    for (const near of term.slips ? await this.near(term.text, term.slips) : []) {
      this.score(await this.index.stem(stem(near)), 0.6, scores);
      marks.push({ path: near, whole: false, stem: stem(near) });
    }
    return scores;
  }

  /** @param {import("./index.js").List} list */
  titles(list) {
    return restrict(list, (_, mark) => mark & 1);
  }

  /** The reports that have no text in a language. @param {string} language @returns {Set<number>} */
  without(language) {
    const docs = new Set();
    let doc = -1;
    for (const r = new Reader(this.index.current.u?.[language] ?? ""); !r.ended; ) docs.add((doc += r.number() + 1));
    return docs;
  }

  /** Words at most some slips away from a word, nearest and commonest first; one for each stem. @param {string} word @param {number} slips */
  async near(word, slips) {
    const root = stem(word);
    const starts = new Set(root.slice(0, 2)); // a slip may be the first letter, by one too many or by a swap
    const found = [];
    for (const start of starts) {
      for (const [other, count, form] of await this.index.vocabulary(start)) {
        if (other === root) continue;
        const far = Math.min(distance(root, other), distance(singular(word), singular(form)));
        if (far <= slips) found.push({ form, far, count });
      }
    }
    return found.sort((a, b) => a.far - b.far || b.count - a.count).slice(0, 5).map((f) => f.form);
  }

  /** The names that a run of terms spells. @param {string} form folded, without spaces */
  async name(form) {
    if (form.length < 2) return [];
    const { f, n } = await this.index.names(form);
    return f.filter((own) => own.f === form).slice(0, NAMES).map((own) => n[own.n]);
  }

  /**
   * One thing that reports must have: a term, or several that spell a name; then the name in any language will do.
   * @param {Term[]} terms @param {Also[]} also @param {Mark[]} marks
   * @param {boolean} blank whether the first term matters only as a part of a name: alone it is not looked up
   * @returns {Promise<{size: number, scores: Scores}>} how many terms it took
   */
  async clause(terms, also, marks, blank) {
    const first = terms[0];
    const spells = (/** @type {Term} */ t) => t.sign === first.sign && !t.field && !t.slips && t.kind !== "phrase";
    if (first.sign !== "-" && spells(first)) {
      for (let size = Math.min(SPAN, terms.length); size > 0; size--) {
        const span = terms.slice(0, size);
        const names = span.every(spells) ? await this.name(span.map((t) => t.text).join("")) : [];
        if (!names.length) continue;
        const scores = await this.every(span, marks);
        const typed = fold(span.map((t) => t.text).join(" "), null);
        for (const name of names) {
          let told = false;
          for (const label of [...Object.values(name.l), ...(name.o ?? [])]) {
            const path = fold(label, this.table);
            if (!path || path === typed) continue;
            // What is asked in Chinese is found where it stands; only reports without a Chinese text are found by another name.
            const only = hasHan(typed) && !hasHan(path) ? this.without(this.languages(typed)[0]) : null;
            if (only && !only.size) continue;
            const list = await this.holding(path, true);
            this.score(only ? restrict(list, (doc) => only.has(doc)) : list, 0.9, scores);
            marks.push({ path, whole: true, stem: "" });
            told = true;
          }
          if (told && !also.some((a) => JSON.stringify(a.label) === JSON.stringify(name.l))) also.push({ kind: name.k, label: name.l });
        }
        return { size, scores };
      }
    }
    if (first.field === "person") {
      const names = await this.name(first.text.replaceAll(" ", ""));
      const scores = await this.term({ ...first, kind: hasHan(first.text) ? "han" : "phrase", field: "" }, marks);
      for (const name of names) {
        for (const label of Object.values(name.l)) this.score(await this.holding(fold(label, this.table), true), 1, scores);
      }
      return { size: 1, scores };
    }
    return { size: 1, scores: blank ? new Map() : await this.term(first, marks) };
  }

  /** Reports that have every one of some terms. @param {Term[]} terms @param {Mark[]} marks */
  async every(terms, marks) {
    const parts = await Promise.all(terms.map((t) => this.term(t, marks)));
    return all(parts);
  }

  /**
   * Searches.
   * @param {string} typed
   * @param {boolean} typing whether the last word may still go on
   * @returns {Promise<Outcome>}
   */
  async run(typed, typing) {
    let query = parse(typed, this.table, typing);
    let outcome = await this.evaluate(query);
    const doubtful = !outcome.docs.length || outcome.partial || query.filters.length > 0 || query.terms.some((t) => t.sign === "-");
    if (doubtful && !this.table && hasHan(fold(typed))) {
      const table = await this.simplify();
      if (fold(typed, table) !== fold(typed)) {
        query = parse(typed, table, typing);
        outcome = await this.evaluate(query);
      }
    }
    return outcome.docs.length && !outcome.partial ? outcome : this.forgive(query, outcome);
  }

  /** Learns which traditional characters stand for which simplified ones. */
  async simplify() {
    return (this.table = await this.index.get("fold", foldTable));
  }

  /** @param {Query} query @param {boolean} loose whether reports that have only some of it will do although others have all @returns {Promise<Outcome>} */
  async evaluate(query, loose = false) {
    /** @type {Also[]} */
    const also = [];
    /** @type {Mark[]} */
    const marks = [];
    /** @type {{sign: string, scores: Scores}[]} */
    const clauses = [];
    for (let rest = query.terms; rest.length; ) {
      const [first] = rest;
      // Nearly every text has such a word, and it is not asked for in any way.
      const blank = first.kind === "word" && isStopWord(first.text) && !first.sign && !first.prefix && rest.length + clauses.length > 1;
      const { size, scores } = await this.clause(rest, also, first.sign === "-" ? [] : marks, blank);
      rest = rest.slice(size);
      if (!blank || size > 1) clauses.push({ sign: first.sign, scores });
    }
    const wanted = clauses.filter((c) => c.sign !== "-");
    let scores = wanted.length ? all(wanted.map((c) => c.scores)) : new Map();
    if (!wanted.length && (query.filters.length || query.years.length || clauses.length)) {
      for (let doc = 0; doc < this.all; doc++) scores.set(doc, 0);
    }
    const partial = !scores.size && wanted.length > 1;
    if (partial || (loose && wanted.length > 1)) {
      scores = any(wanted.map((c) => c.scores));
      for (const clause of wanted) if (clause.sign) for (const doc of scores.keys()) if (!clause.scores.has(doc)) scores.delete(doc);
    }
    for (const clause of clauses) {
      if (clause.sign === "-") for (const doc of clause.scores.keys()) scores.delete(doc);
    }
    await this.phrase(query, scores);
    if (query.filters.length || query.years.length) await this.filter(query, scores);
    const docs = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([doc]) => doc);
    return { docs, scores, also, marks, query, partial: partial && docs.length > 0, instead: "" };
  }

  /** Words that stand together as they were typed count more than the same words apart. @param {Query} query @param {Scores} scores */
  async phrase(query, scores) {
    const words = query.terms.filter((t) => t.kind === "word" && t.sign !== "-" && !t.field);
    if (words.length !== query.terms.length || scores.size < 2) return;
    // Stop words at either end say little, and their lists are long.
    const stops = (/** @type {Term} */ t) => t && !t.prefix && isStopWord(t.text);
    while (stops(words[0])) words.shift();
    while (stops(words[words.length - 1])) words.pop();
    if (words.length < 2) return;
    const path = words.map((t) => t.text).join(" ");
    const together = await this.index.follow(path, !words[words.length - 1].prefix);
    if (together.open) return; // so few that reading them is not worth it
    together.list.docs.forEach((doc, i) => {
      const score = scores.get(doc);
      if (score !== undefined) scores.set(doc, score * (together.list.marks[i] & 1 ? 3 : 1.8));
    });
  }

  /** Where no report has all: one slip in a word, or a run of Chinese in parts. @param {Query} query @param {Outcome} before */
  async forgive(query, before) {
    const terms = [];
    let changed = false;
    for (const term of query.terms) {
      if (term.kind === "han" && term.sign !== "-" && !term.field && term.text.length > 2) {
        const parts = await this.parts(term.text);
        changed ||= parts.length > 1 || (parts.length === 1 && parts[0] !== term.text);
        for (const text of parts) terms.push({ ...term, text });
      } else if (term.kind === "word" && term.sign !== "-" && term.text.length > 3 && !(await this.term({ ...term, slips: 0 }, [])).size) {
        const [near] = await this.near(term.text, 1);
        const name = near ? "" : await this.begun(term.text);
        changed ||= !!(near || name);
        terms.push(near ? { ...term, text: near, prefix: false } : name ? { ...term, text: name, kind: "han", field: "", prefix: false } : term);
      } else terms.push(term);
    }
    if (!changed) return before;
    const parts = query.terms.some((t) => t.kind === "han");
    const outcome = await this.evaluate({ ...query, terms }, parts);
    if (!outcome.docs.length || (outcome.partial && before.partial)) return before;
    outcome.instead = terms.map((t) => t.text).join(" ");
    outcome.partial ||= parts;
    return outcome;
  }

  /** A Chinese name that begins with this in pinyin; "" where there is none. @param {string} form */
  async begun(form) {
    const labels = (await this.suggest(form)).flatMap((name) => Object.values(name.l).map((l) => fold(l, this.table)));
    return labels.find((l) => hasHan(l) && !l.includes(" ")) ?? "";
  }

  /** The longest runs of a text that some report holds. @param {string} text */
  async parts(text) {
    const parts = [];
    for (let at = 0; at < text.length; ) {
      let size = Math.min(text.length - at, 16);
      while (size > 1 && !(await this.holding(text.slice(at, at + size), false)).docs.length) size--;
      if (size > 1) parts.push(text.slice(at, at + size));
      at += size;
    }
    return parts;
  }

  /** @param {Query} query @param {Scores} scores */
  async filter(query, scores) {
    const facets = await this.facets([...scores.keys()]);
    const tests = query.filters.map(({ field, text, sign }) => {
      const meant = facets[field].map((/** @type {any} */ value) =>
        [value.i, ...Object.values(value.l)].some((label) => {
          const form = fold(label, this.table);
          return form === text || (text.length > 1 && form.startsWith(text));
        }),
      );
      /** @param {number} at @returns {boolean} */
      const within = (at) => at >= 0 && (meant[at] || within(facets[field][at].u));
      return (/** @type {any} */ row) => row[field].some(within) !== (sign === "-");
    });
    for (const [from, to] of query.years) tests.push((row) => row.year.some((/** @type {number} */ y) => y >= from && y <= to));
    for (const doc of scores.keys()) if (!tests.every((test) => test(facets.rows[doc]))) scores.delete(doc);
  }

  /** What some reports can be filtered by: the values of every facet, and rows by report. @param {number[]} docs @returns {Promise<any>} */
  async facets(docs) {
    const facets = await this.index.get("facets", (values) => ({ ...values, rows: [] }));
    const pages = new Set(docs.map((doc) => Math.floor(doc / PAGE)));
    await Promise.all(
      [...pages].map((page) =>
        this.index.get("f" + page, (text) => {
          const r = new Reader(text);
          const from = page * PAGE;
          const to = Math.min(this.all, from + PAGE);
          for (const column of ASKED) for (let doc = from; doc < to; doc++) (facets.rows[doc] ??= {})[column] = r.numbers();
        }),
      ),
    );
    return facets;
  }

  /** Names that begin as what was typed does. @param {string} typed */
  async suggest(typed) {
    const form = fold(typed, this.table).replaceAll(" ", "");
    if (form.length < 2) return [];
    const { f, n } = await this.index.names(form);
    return [...new Set(f.filter((own) => own.f.startsWith(form)).map((own) => n[own.n]))].slice(0, NAMES);
  }
}

/** Reports in every one of some results, scores added. @param {Scores[]} parts @returns {Scores} */
function all(parts) {
  const [least, ...others] = [...parts].sort((a, b) => a.size - b.size);
  const scores = new Map();
  for (const [doc, score] of least) {
    // A report that one of them does not have makes it no number.
    let sum = score;
    for (const other of others) sum += other.get(doc) ?? NaN;
    if (!isNaN(sum)) scores.set(doc, sum);
  }
  return scores;
}

/** Reports in any of some results, scores added. @param {Scores[]} parts @returns {Scores} */
function any(parts) {
  const scores = new Map();
  for (const part of parts) for (const [doc, score] of part) scores.set(doc, (scores.get(doc) ?? 0) + score);
  return scores;
}

/** @param {string} word */
const singular = (word) => word.replace(/s$/, "");

/** Optimal string alignment distance; out of reach at once where the lengths differ too much. @param {string} a @param {string} b */
function distance(a, b) {
  if (Math.abs(a.length - b.length) > MOST_SLIPS) return Infinity;
  /** @type {number[][]} */
  const rows = [];
  for (let i = 0; i <= a.length; i++) {
    const row = (rows[i] = [i]);
    for (let j = 1; j <= b.length; j++) {
      row[j] = i ? Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)) : j;
      if (i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.length][b.length];
}

/**
 * Where a text matches, as ranges of the original, in order and apart.
 * @param {{text: string, offsets: number[]}} folded the text as foldWithOffsets gives it @param {Mark[]} marks
 * @returns {[number, number][]}
 */
export function ranges(folded, marks) {
  /** @type {[number, number][]} */
  const found = [];
  const add = (/** @type {number} */ from, /** @type {number} */ to) => {
    while (to < folded.text.length && folded.offsets[to] === folded.offsets[to - 1]) to++; // one character may fold to several
    found.push([folded.offsets[from], folded.offsets[to]]);
  };
  for (const mark of marks) {
    if (mark.stem) {
      const word = /[^ \u2e80-\uffff]+/g;
      for (const m of folded.text.matchAll(word)) if (m[0][0] === mark.stem[0] && stem(m[0]) === mark.stem) add(m.index, m.index + m[0].length);
    } else {
      const step = (/** @type {number} */ from) => find(folded.text, mark.path, mark.whole, from);
      for (let at = step(0); at >= 0; at = step(at + 1)) add(at, at + mark.path.length);
    }
  }
  found.sort((a, b) => a[0] - b[0]);
  /** @type {[number, number][]} */
  const apart = [];
  for (const range of found) {
    const before = apart[apart.length - 1];
    if (before && range[0] <= before[1]) before[1] = Math.max(before[1], range[1]);
    else apart.push(range);
  }
  return apart;
}
