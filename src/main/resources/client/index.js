// @ts-check
import { Reader, hash } from "./codec.js";

/**
 * @typedef {{docs: number[], marks: number[]}} List reports in ascending order; a mark is twice the impact plus 1 in titles
 * @typedef {{label: string, list: List, kind: number, children: Map<string, Node>}} Node
 * @typedef {{list: List, open: boolean}} Found open: the list is of candidates, their text decides
 * @typedef {{v: number, f: string, n: number, s: number, l: string[], u: Record<string, string>}} Current u: by language, which reports have no text in it
 */

const NOTHING = { docs: [], marks: [] };
const KINDS = 6;
const INSIDE = 1;
const OUTSIDE = 2;
const BRIEF = 3;
const POOLED = 4;
const OUTSIDE_BRIEF = 5;
/** So many candidates are read at once. */
const FEW = 4;
const BRIEF_MARKS = [6, 10, 13];

/** Whether a character, or none, is next to a word and no part of it: a space, the end of a text, or Chinese. */
export const wordEnds = (c = " ") => c === " " || c === "\n" || c > "\u2e7f";

/** Reads a node and what hangs on it. @param {Reader} r @returns {Node} */
function node(r) {
  const head = r.number();
  const kind = head % KINDS;
  const count = Math.floor(head / KINDS);
  const label = kind === BRIEF || kind === POOLED ? "" : r.string();
  const children = new Map();
  if (kind === INSIDE) {
    for (let i = count; i > 0; i--) {
      const first = r.text[r.at++];
      children.set(first, node(r));
    }
    return { label, list: sum([...children.values()].map((child) => child.list)), kind, children };
  }
  const list = { docs: /** @type {number[]} */ ([]), marks: /** @type {number[]} */ ([]) };
  let doc = -1;
  for (let i = count; i > 0; i--) {
    const value = r.number();
    doc += (kind < BRIEF ? value >> 4 : Math.floor(value / 3)) + 1;
    list.docs.push(doc);
    list.marks.push(kind < BRIEF ? value & 15 : BRIEF_MARKS[value % 3]);
  }
  return { label, list, kind, children };
}

/** Whether nothing hangs on a node. @param {Node} here */
const ends = (here) => here.kind !== INSIDE && !outside(here);
const outside = (/** @type {Node} */ { kind }) => kind === OUTSIDE || kind === OUTSIDE_BRIEF;

/** The child that a character leads to, by itself or in a pool. @param {Node} here @param {string} c */
function child({ children }, c) {
  let found = children.get(c);
  if (!found) for (const [first, other] of children) if (other.kind === POOLED && first < c) found = other;
  return found;
}

/** The weight behind an impact of BM25F, and back. */
const weight = (/** @type {number} */ mark) => ((mark >> 1) + 0.5) / (7.5 - (mark >> 1));
const impact = (/** @type {number} */ w) => Math.min(7, Math.floor((8 * w) / (w + 1)));

/** Joins lists; of two marks of one report it makes one. @param {(a: number, b: number) => number} merge @returns {(lists: List[]) => List} */
const join = (merge) => (lists) => {
  if (lists.length === 1) return lists[0];
  const marks = new Map();
  for (const list of lists) {
    list.docs.forEach((doc, i) => {
      const before = marks.get(doc);
      marks.set(doc, before === undefined ? list.marks[i] : merge(before, list.marks[i]));
    });
  }
  const docs = [...marks.keys()].sort((a, b) => a - b);
  return { docs, marks: docs.map((doc) => marks.get(doc)) };
};

/** Of different occurrences: their weights add up. */
export const sum = join((a, b) => (impact(weight(a) + weight(b)) << 1) | ((a | b) & 1));

/** Of the same or not: the better mark wins. */
export const union = join(Math.max);

/** @param {List} list @param {(doc: number, mark: number) => any} which @returns {List} */
export function restrict(list, which) {
  const kept = list.docs.map((_, i) => i).filter((i) => which(list.docs[i], list.marks[i]));
  return { docs: kept.map((i) => list.docs[i]), marks: kept.map((i) => list.marks[i]) };
}

/** The index as the search sees it: keyed pieces, cards and facets, each fetched once. */
export class Index {
  /**
   * @param {Current} current
   * @param {(name: string) => Promise<any>} load fetches a file of the index's folder
   */
  constructor(current, load) {
    this.current = current;
    this.load = load;
    /** @type {Map<string, Promise<any>>} */
    this.loaded = new Map();
    /** @type {Set<string>} the cards that are here in full */
    this.read = new Set();
  }

  /** @param {string} name @param {(data: any) => any} [read] @param {() => Promise<any>} [load] */
  get(name, read = (x) => x, load = () => this.load(name)) {
    let data = this.loaded.get(name);
    if (!data) {
      data = load().then(read);
      data.catch(() => this.loaded.delete(name)); // so that a later try may succeed
      this.loaded.set(name, data);
    }
    return data;
  }

  /** The text of the piece with a key; undefined where there is none. @param {string} key @returns {Promise<string | undefined>} */
  async unit(key) {
    const shard = await this.get("s" + (hash(key) % this.current.s), (text) => {
      const units = new Map();
      for (const r = new Reader(text); !r.ended; ) units.set(r.string(), r.string());
      return units;
    });
    return shard.get(key);
  }

  /** @param {string} key @returns {Promise<Node | undefined>} */
  async node(key) {
    const text = await this.unit(key);
    return text === undefined ? undefined : node(new Reader(text));
  }

  /** The lists of the nodes that there are. @param {string[]} keys @returns {Promise<List[]>} */
  async lists(keys) {
    return (await Promise.all(keys.map((key) => this.node(key)))).flatMap((found) => (found ? [found.list] : []));
  }

  /**
   * The reports that hold a run of characters, as follow() finds them. Of more than a few candidates only those are
   * left that may hold what follows the first word or character, too.
   * @param {string} path @param {boolean} whole @returns {Promise<Found>}
   */
  async walk(path, whole) {
    const found = await this.follow(path, whole);
    for (let rest = path, next = found; next.open && found.list.docs.length > FEW; ) {
      const more = (whole ? / (.+)/ : /.(\p{sc=Han}[^ ]{2,}$)/u).exec(rest);
      if (!more) break;
      next = await this.follow((rest = more[1]), whole);
      const docs = new Set(next.list.docs);
      found.list = restrict(found.list, (doc) => docs.has(doc));
    }
    return found;
  }

  /**
   * The reports that hold a run of characters, by one path of the tree.
   * @param {string} path folded
   * @param {boolean} whole whether its last word has to end there
   * @returns {Promise<Found>}
   */
  async follow(path, whole) {
    // Common words have pieces of their own: asking for these first saves going there letter by letter.
    if (path[0] > " " && path[0] < "\u2e80" && !path.includes(" ")) {
      const direct = await this.lists(whole ? [path + " ", path + "\n"] : [path]);
      if (direct.length) return { list: union(direct), open: false };
    }
    const word = path.indexOf(" ") + 1;
    let at = word;
    let here = word > 3 && path.length > word ? await this.node(path.slice(0, word)) : undefined;
    here ??= await this.node(path.slice(0, (at = 2)));
    while (here) {
      const rest = path.slice(at);
      if (rest.length <= here.label.length) {
        if (!here.label.startsWith(rest)) break;
        const next = here.label[rest.length];
        if (whole && !next) return this.ends(path, here);
        return { list: whole && !wordEnds(next) ? NOTHING : here.list, open: false };
      }
      if (!rest.startsWith(here.label)) break;
      if (ends(here)) return { list: here.list, open: true };
      at += here.label.length + 1;
      here = outside(here) ? await this.node(path.slice(0, at)) : child(here, path[at - 1]);
      if (here?.kind === POOLED) return { list: here.list, open: true };
    }
    return { list: NOTHING, open: false };
  }

  /** Those of a node after which the word ends. @param {string} path @param {Node} here @returns {Promise<Found>} */
  async ends(path, here) {
    if (ends(here)) return { list: here.list, open: true };
    const lists = outside(here)
      ? await this.lists([path + " ", path + "\n"])
      : [...here.children].filter(([c]) => wordEnds(c)).map(([, child]) => child.list);
    return { list: union(lists), open: false };
  }

  /** The reports that hold a word with this stem. @param {string} stem @returns {Promise<List>} */
  async stem(stem) {
    return union(await this.lists(["\u0002" + stem]));
  }

  /** Stems that begin with a letter, with how many reports hold each, and its commonest form. @param {string} start @returns {Promise<[string, number, string][]>} */
  async vocabulary(start) {
    const text = await this.unit("\u0003" + start);
    /** @type {[string, number, string][]} */
    const stems = [];
    for (const r = new Reader(text ?? ""); !r.ended; ) stems.push([start + r.string(), r.number(), start + r.string()]);
    return stems;
  }

  /** Names among which is every one with this form, and some that begin with it. @param {string} form @returns {Promise<{d?: number, f: {f: string, n: number}[], n: {k: string, l: Record<string, string>, o?: string[], a?: Record<string, string>}[]}>} */
  async names(form) {
    for (let at = 2; ; ) {
      const text = await this.unit("\u0004" + form.slice(0, at));
      const names = text === undefined ? { f: [], n: [] } : JSON.parse(text);
      if (!(names.d > at && names.d <= form.length)) return names;
      at = names.d;
    }
  }

  /** What a result shows at once. @param {string} language @param {number} doc */
  head(language, doc) {
    return this.get(language + "/" + doc);
  }

  /** The rest of its text. @param {string} language @param {number} doc */
  body(language, doc) {
    return this.get(language + "/" + doc + "t");
  }

  /** Both. @param {string} language @param {number} doc */
  card(language, doc) {
    const name = language + "/" + doc;
    return this.get(
      name + "+",
      ([head, body]) => {
        this.read.add(name);
        return { ...head, n: [], c: [], b: [], ...body, x: (head.x ?? "") + (body.x ?? ""), own: null, folded: null };
      },
      () => Promise.all([this.head(language, doc), this.body(language, doc)]),
    );
  }
}
