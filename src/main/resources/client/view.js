// @ts-check
import { FACETS, span } from "./filter.js";
import { ranges, tableOf, texts } from "./search.js";
import { foldWithOffsets } from "./terms.js";

/**
 * @typedef {Node | string} Part
 * @typedef {Record<string, string | string[]>} Words of the reader's language; two forms where a number is filled in
 * @typedef {ReturnType<typeof match>} Match
 * @typedef {{card: any, own: Match, away: Match | null, language: string}} Shown a card, where it matches, and where that in another language does if the match is there only
 */

const EXCERPT = 200;
const EXCERPT_HAN = 90;
const SHORT_LIST = 8;
const MOST_BARS = 12;
/** How many years one bar may stand for. */
const SPANS = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/**
 * An element. What goes into it is text or other elements, never markup.
 * @param {string} tag @param {Record<string, any>} attributes on... are listeners; false and null are left out
 * @param {Part[]} parts
 * @returns {any}
 */
export function el(tag, attributes, ...parts) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...parts);
  return element;
}

/** Puts new parts in place of old ones; what had the focus keeps it. @param {HTMLElement} box @param {Part[]} parts */
export function refill(box, ...parts) {
  const key = box.contains(document.activeElement) && /** @type {any} */ (document.activeElement).dataset.key;
  box.replaceChildren(...parts);
  if (key) for (const e of /** @type {any} */ (box.querySelectorAll("[data-key]"))) if (e.dataset.key === key) e.focus();
}

const grouped = (/** @type {number} */ n) => n.toLocaleString("en");

/** What the interface says. */
export class Speech {
  /** @param {Words} words @param {string} language id of the reader's */
  constructor(words, language) {
    this.words = words;
    this.language = language;
  }

  /** A word with its gaps filled. @param {string} key @param {(string | number)[]} values */
  say(key, ...values) {
    const word = this.words[key] ?? key;
    const text = typeof word === "string" ? word : word[values[0] === 1 ? 0 : 1];
    return text.replace(/\{(\d)\}/g, (_, i) => {
      const value = values[i];
      return typeof value === "number" ? grouped(value) : value;
    });
  }

  /** A word around something that a reader typed, which may run the other way. @param {string} key @param {string} typed */
  quote(key, typed) {
    const [before, after = ""] = this.say(key, "\0").split("\0");
    return [before, el("bdi", {}, typed), after];
  }

  /** A name in the reader's language, or in any. @param {Record<string, string>} labels */
  name(labels) {
    return labels[this.language] ?? Object.values(labels)[0] ?? "";
  }

  /** The same name in the other languages. @param {Record<string, string>} labels @returns {[string, string][]} */
  others(labels) {
    return Object.entries(labels).filter(([language, label]) => language !== this.language && label !== this.name(labels));
  }
}

/** A text with what matches marked. @param {string} text @param {[number, number][]} found */
function marked(text, found, from = 0, to = text.length) {
  /** @type {Part[]} */
  const parts = [];
  let at = from;
  for (const [start, end] of found) {
    if (start < at || end > to) continue;
    parts.push(text.slice(at, start), el("mark", {}, text.slice(start, end)));
    at = end;
  }
  parts.push(text.slice(at, to));
  return parts;
}

/** A piece of a text around its first match. @param {string} text @param {[number, number][]} found */
function excerpt(text, found) {
  const size = /[\u2e80-\u9fff]/.test(text.slice(0, 50)) ? EXCERPT_HAN : EXCERPT;
  const first = found[0] ?? [0, 0];
  let from = Math.max(0, Math.min(first[0] - size / 4, text.length - size)) | 0;
  let to = Math.max(first[1], Math.min(text.length, from + size));
  // Neither within a word nor within a character.
  const inside = (/** @type {number} */ at) => /^([\w\u00c0-\u024f'’]{2}|[\ud800-\udbff][\udc00-\udfff])/.test(text.slice(at - 1));
  while (from > 0 && from < first[0] && (inside(from) || /[\s\p{P}]/u.test(text[from]))) from++;
  while (to < text.length && inside(to)) to++;
  while (to > first[1] && text[to - 1] === " ") to--;
  return [from > 0 ? "…" : "", ...marked(text, found, from, to), to < text.length ? "…" : ""];
}

/**
 * Where a card matches best.
 * @param {any} card @param {any[]} marks @param {any} table
 * @returns {{text: string, place: number, found: [number, number][], title: [number, number][]}} place as texts() gives it
 */
export function match(card, marks, table) {
  const best = { text: "", place: -1, found: /** @type {[number, number][]} */ ([]), title: /** @type {[number, number][]} */ ([]) };
  let most = 0;
  // Folding takes most of the time, and cards are met again while a query is typed.
  const own = tableOf(card, table);
  if (card.table !== own) card.folded = null;
  card.table = own;
  card.folded ??= texts(card).map(([text, place]) => ({ text, place, folded: foldWithOffsets(text, own) }));
  for (const { text, place, folded } of marks.length ? card.folded : []) {
    const found = ranges(folded, marks);
    if (!found.length) continue;
    if (place === 0) best.title = found;
    else {
      // Different words say more than the same word again, and a paragraph more than a name.
      const score = new Set(found.map(([from, to]) => text.slice(from, to).toLowerCase())).size * 10 + Math.min(found.length, 5) + (place > 0 ? 5 : 0);
      if (score > most) {
        most = score;
        Object.assign(best, { text, place, found });
      }
    }
  }
  return best;
}

/** What stands on the page. */
export class View {
  /**
   * @param {HTMLElement} box that holds results
   * @param {HTMLElement} side that holds filters
   * @param {Speech} speech
   * @param {{root: string, tags: Record<string, string>}} site path to its root; language tags by id
   */
  constructor(box, side, speech, site) {
    this.box = box;
    this.side = side;
    this.speech = speech;
    this.site = site;
    this.head = el("div", { class: "results__head" });
    this.notes = el("div", { class: "results__notes" });
    this.list = el("ol", { class: "results__list" });
    this.more = el("button", { type: "button", class: "results__more", "data-search-more": true });
    box.append(this.head, this.notes, this.list);
    /** @type {Set<string>} facets shown in full */
    this.full = new Set();
  }

  /** @param {string} state @param {number} [total] */
  state(state, total) {
    this.box.dataset.searchState = state;
    this.box.setAttribute("aria-busy", "" + (state === "loading"));
    if (total !== undefined) this.box.dataset.total = "" + total;
  }

  /** A site path as seen from this page. @param {string} path */
  link(path) {
    return this.site.root + encodeURI(path);
  }

  /** @param {Shown} shown */
  result({ card, own, away, language }) {
    const speech = this.speech;
    const place = own.place > 0 ? own.place : away && away.place > 0 ? away.place : 0;
    const href = this.link(`${speech.language}/reports/${encodeURIComponent(card.i)}/index.html`) + (place ? "#p" + place : "");
    const lang = card.o ? this.site.tags[card.o] : null;
    const paragraph = (/** @type {Part[]} */ parts, /** @type {string | null} */ tag) => el("p", { class: "result__text", lang: tag }, ...parts);
    const texts = [];
    if (own.found.length) texts.push(paragraph(excerpt(own.text, own.found), null));
    else {
      const plain = (away && away.place > 0 && card.b[away.place - 1]) || card.s || card.b?.[0];
      if (plain) texts.push(paragraph(excerpt(plain, []), null));
    }
    if (away && away.found.length) texts.push(paragraph(excerpt(away.text, away.found), this.site.tags[language]));
    const topics = [...card.r, ...card.p].map((/** @type {any} */ t) => el("a", t.a ? { href: this.link(/\.html$/.test(t.a) ? t.a : `${speech.language}/${t.a}/index.html`) } : {}, t.l));
    return el(
      "li",
      { class: "result", "data-report": card.i },
      el("h2", { class: "result__title" }, el("a", { href, lang }, ...marked(card.t ?? card.i, own.title))),
      el("p", { class: "result__source" }, ...(card.o ? [el("span", { class: "badge" }, speech.say("none")), " "] : []), card.w, el("span", { class: "dot" }, "·"), card.d),
      el("div", { class: "result__texts" }, ...texts),
      el("p", { class: "result__topics" }, ...topics),
    );
  }

  /**
   * The filters, with how many reports each would leave.
   * @param {import("./filter.js").Filter} filter @param {any} filtered @param {any} chosen
   * @param {(facet: string, value: string) => void} toggle
   */
  filters(filter, filtered, chosen, toggle) {
    const redraw = () => this.filters(filter, filtered, chosen, toggle);
    const groups = [this.years(filtered, chosen, toggle)];
    for (const facet of FACETS) groups.push(this.facet(facet, filter.tree(facet, filtered, chosen), toggle, redraw));
    refill(this.side, ...groups.filter((group) => group));
  }

  /** @param {string} facet @param {any[]} nodes @param {any} toggle @param {() => void} redraw */
  facet(facet, nodes, toggle, redraw) {
    if (!nodes.length) return null;
    const size = (/** @type {any[]} */ list) => list.reduce((sum, node) => sum + 1 + size(node.below), 0);
    const small = size(nodes) <= 2 * SHORT_LIST;
    const holds = (/** @type {any} */ node) => node.on || node.below.some(holds);
    const tree = (/** @type {any[]} */ list) =>
      el(
        "ul",
        { class: "facet" },
        ...list.map((node) => {
          const label = facet === "state" ? this.speech.say(node.value.i) : this.speech.name(node.value.l);
          const open = node.below.length && (small || holds(node));
          return this.choice(facet, node.value.i, label, node, toggle, open ? [tree(node.below)] : []);
        }),
      );
    const long = nodes.length > SHORT_LIST && !small && !this.full.has(facet);
    const all = el("button", {
      type: "button",
      class: "facet__all",
      onclick: () => {
        this.full.add(facet);
        redraw();
      },
    }, this.speech.say("all", nodes.length));
    const shown = long ? nodes.filter((node, i) => i < SHORT_LIST || holds(node)) : nodes;
    return el("fieldset", {}, el("legend", { class: "label" }, this.speech.say(facet)), tree(shown), ...(long ? [all] : []));
  }

  /** @param {string} facet @param {string} value @param {string} label @param {{count: number, on: boolean}} node @param {any} toggle @param {Part[]} below */
  choice(facet, value, label, { count, on }, toggle, below) {
    const box = el("input", { type: "checkbox", "data-key": facet + value, onchange: () => toggle(facet, on && facet === "year" ? "" : value) });
    box.checked = on;
    return el("li", {}, el("label", {}, box, el("span", {}, label), " ", el("span", { class: "count" }, grouped(count))), ...below);
  }

  /** Reports over the years, as bars to press. @param {any} filtered @param {any} chosen @param {any} toggle */
  years(filtered, chosen, toggle) {
    /** @type {Map<number, number>} */
    const counts = filtered.counts.year;
    if (!counts.size) return null;
    const years = [...counts.keys()].sort((a, b) => a - b);
    const first = years[0];
    const last = years[years.length - 1];
    // Bars stay wide enough to press: many years are joined into spans.
    const size = SPANS.find((n) => Math.floor(last / n) - Math.floor(first / n) < MOST_BARS) ?? 1000;
    const start = Math.floor(first / size) * size;
    const spans = Array.from({ length: Math.floor((last - start) / size) + 1 }, (_, i) => start + i * size);
    const sums = spans.map((from) => years.reduce((sum, y) => (y >= from && y < from + size ? sum + (counts.get(y) ?? 0) : sum), 0));
    const most = Math.max(...sums);
    const range = chosen.year.length ? span(chosen.year[0]) : null;
    const single = !!range && range[1] - range[0] < size;
    const bars = spans.map((own, i) => {
      const count = sums[i];
      const till = own + size - 1;
      const on = !!range && till >= range[0] && own <= range[1];
      const bar = el("span", { class: "years-bar__fill" });
      bar.style.height = Math.max(count ? 4 : 0, (100 * count) / most) + "%";
      const name = size > 1 ? own + ".." + till : "" + own;
      const label = this.speech.say("year-count", count, name.replace("..", "–"));
      const press = () => {
        // A second bar makes a span; any other press starts anew.
        const both = range && single && !on;
        toggle("year", on && single ? "" : both ? Math.min(own, range[0]) + ".." + Math.max(till, range[1]) : name);
      };
      return el("button", { type: "button", class: "years-bar", "aria-pressed": "" + on, "aria-label": label, title: label, "data-key": "y" + own, onclick: press }, bar);
    });
    const only = { count: most, on: !!range };
    const [from, to] = [first, last].map(String);
    const shown =
      first === last
        ? [el("ul", { class: "facet" }, this.choice("year", from, from, only, toggle, []))]
        : [
            el("div", { class: "years-bars" }, ...bars),
            el("p", { class: "years-ends" }, el("span", {}, from), el("span", {}, to)),
            el("p", { class: "facet__note" }, this.speech.say("year-note")),
          ];
    return el("fieldset", {}, el("legend", { class: "label" }, this.speech.say("year")), ...shown);
  }
}
