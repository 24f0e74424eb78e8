// @ts-check
/** Starts here: joins the search to its page. */
import { Files } from "./files.js";
import { ASKED, FACETS, Filter } from "./filter.js";
import { Index } from "./index.js";
import { Search } from "./search.js";
import { fold } from "./terms.js";
import { Speech, View, el, match, refill } from "./view.js";

const STEP = 10;
/** Results that show their text at once. */
const AT_ONCE = 3;
const DEBOUNCE_MS = 60;
const SMALL_ARCHIVE = 150;
const LONGEST_QUERY = 200;
const MOST_VALUES = 20;
const MOST_RECENT = 5;
const LONGEST_RECENT = 60;
const RECENT = "duizhao.recent";

/** @param {string} id @returns {any} */
const byId = (id) => document.getElementById(id);

/** @param {any} form the search page's, with all that the page tells the script */
function start(form) {
  const told = form.dataset;
  const input = form.elements["q"];
  const options = byId("suggestions");
  const status = byId("status");
  const side = byId("filters");
  const language = told.language;
  const speech = new Speech(JSON.parse(told.words), language);
  const root = told.root.replace("index.html", "");
  const view = new View(byId("results"), byId("filters-body"), speech, { root, tags: JSON.parse(told.tags) });
  const files = new Files(told.index);
  const wide = matchMedia("(min-width: 60rem)");

  /** What is asked for: the words, the order, and values by facet. @type {any} */
  let asked = {};
  /** @type {Search | undefined} */
  let search;
  /** @type {any} */
  let outcome;
  /** @type {number[]} */
  let docs = [];
  let shown = 0;
  /** The address that the results answer. */
  let current = "";
  let turn = 0;
  let timer = 0;
  /** Whether what is in the address was asked for, and not only passed while typing. */
  let meant = false;
  /** What there is to filter by, once that is known. @type {any} */
  let facets;

  // ---- the address ----

  function read() {
    const given = new URLSearchParams(location.search);
    asked = { q: given.get("q") ?? "", sort: given.get("sort") === "date" ? "date" : "" };
    for (const facet of ASKED) asked[facet] = given.getAll(facet).filter(Boolean).slice(0, MOST_VALUES);
    asked.year.splice(1);
    input.value = asked.q;
  }

  /** Answers what the address asks. */
  function arrive() {
    shown = history.state?.shown ?? 0;
    read();
    meant = false;
    write(!asked.q && !filtering());
    answer(false, Math.max(STEP, shown));
  }

  function address() {
    const said = new URLSearchParams();
    if (asked.q) said.set("q", [...asked.q].slice(0, LONGEST_QUERY).join(""));
    for (const facet of ASKED) for (const value of asked[facet]) said.append(facet, value);
    if (asked.sort) said.set("sort", asked.sort);
    const text = "" + said;
    return location.pathname + (text && "?" + text);
  }

  /** @param {boolean} typing what only passes while typing takes the place of what passed before it */
  function write(typing) {
    const to = address();
    const push = meant;
    meant = !typing;
    try {
      if (push && to !== location.pathname + location.search) history.pushState(null, "", to);
      else history.replaceState({ shown }, "", to);
    } catch {
      // Some browsers let no page from disk change its address; the search works without.
    }
    for (const link of /** @type {any} */ (document.querySelectorAll(".languages a[hreflang]"))) link.search = location.search;
  }

  // ---- searching ----

  async function ready() {
    if (!search) search = new Search(new Index(await files.current(), (name) => files.load(name)), language);
    return search;
  }

  const filtering = () => ASKED.some((facet) => asked[facet].length);

  /** A filter over some reports. @param {number[]} docs */
  async function filter(docs) {
    const engine = await ready();
    facets = await engine.facets(docs);
    return new Filter(facets, engine.index.current.l.indexOf(language));
  }

  /**
   * Answers what is asked.
   * @param {boolean} typing whether the last word may go on
   * @param {number} count how many results to show
   */
  async function answer(typing, count) {
    const mine = ++turn;
    clearTimeout(timer);
    const words = asked.q.trim();
    try {
      view.state("loading");
      const engine = await ready();
      const all = () => [...Array(engine.all).keys()];
      const empty = !words && !filtering();
      let found = words ? await engine.run(asked.q, typing) : { docs: all(), marks: [], also: [] };
      if (words && !typing && (!found.docs.length || found.instead)) {
        // Half a word, from an address that was kept while it was being typed.
        const begun = await engine.run(asked.q, true);
        if (begun.docs.length && !begun.instead) found = begun;
      }
      const small = engine.all <= SMALL_ARCHIVE;
      side.hidden = !found.docs.length;
      if (filtering()) side.open = side.open || wide.matches;
      const passed = filtering() ? (await filter(found.docs)).apply(found.docs, asked).docs : found.docs;
      const sorted = asked.sort ? [...passed].sort((a, b) => a - b) : passed;
      const items = empty ? [] : await results(engine, sorted.slice(0, count), found);
      if (mine !== turn) return;
      outcome = found;
      docs = sorted;
      shown = empty ? 0 : Math.min(count, docs.length);
      view.list.replaceChildren(...items);
      current = address();
      head(empty);
      view.notes.replaceChildren(...(empty ? idle() : notes()));
      view.state(empty ? "idle" : "done", empty ? 0 : docs.length);
      if (!empty) status.textContent = speech.say("total", docs.length);
      more();
      missing(items);
      if (!typing) remember();
      if (side.open || (small && wide.matches)) {
        side.open = true;
        await refine();
      }
      if (words) topics(engine, mine);
    } catch (fault) {
      if (mine === turn) fail(fault, () => answer(typing, count));
    }
  }

  /**
   * Results; those further down show their summaries until they are seen.
   * @param {Search} engine @param {number[]} numbers @param {any} found @returns {Promise<any>} without those whose card did not come
   */
  async function results(engine, numbers, found) {
    const cards = await Promise.all(
      numbers.map((doc, i) => {
        const show = i < AT_ONCE || engine.index.read.has(language + "/" + doc) ? card : brief;
        return show(engine, doc, found).catch((/** @type {any} */ reason) => ({ reason }));
      }),
    );
    /** @type {any} */
    const items = cards.flatMap((/** @type {any} */ c, i) => {
      if (c.reason) return [];
      const item = view.result(c);
      if (c.brief) {
        item.complete = async () => {
          const whole = view.result(await card(engine, numbers[i], found));
          item.querySelector("a").href = whole.querySelector("a").href;
          item.querySelector(".result__texts").replaceWith(whole.querySelector(".result__texts"));
        };
        seen.observe(item);
      }
      return [item];
    });
    items.failed = cards.find((/** @type {any} */ c) => c.reason)?.reason;
    if (items.failed && !items.length) throw items.failed;
    return items;
  }

  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of /** @type {any} */ (entries)) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      target.complete().catch(() => {}); // a text that does not come leaves the summary
    }
  });

  /** A report with its title and summary only, if it has one. @param {Search} engine @param {number} doc @param {any} found */
  async function brief(engine, doc, found) {
    const head = await engine.index.head(language, doc);
    if (!head.s) return card(engine, doc, found);
    return { card: head, own: match(head, found.marks, engine.table), away: null, language, brief: true };
  }

  /** The card of a report; where the match is in another language only, that card too. @param {Search} engine @param {number} doc @param {any} found */
  async function card(engine, doc, found) {
    const cardIn = async (/** @type {string} */ l) => {
      const card = await engine.index.card(l, doc);
      return { card, found: match(card, found.marks, engine.table) };
    };
    const { card, found: own } = await cardIn(language);
    if (found.marks.length && !own.found.length && !own.title.length) {
      for (const other of engine.index.current.l) {
        if (other === language) continue;
        const { found: away } = await cardIn(other);
        if (away.found.length || away.title.length) return { card, own, away, language: other };
      }
    }
    return { card, own, away: null, language };
  }

  /** Counts what each filter would leave; loads what that takes. */
  async function refine() {
    const mine = turn;
    if (!outcome || !side.open) return;
    try {
      const f = await filter(outcome.docs);
      if (mine === turn) view.filters(f, f.apply(outcome.docs, asked), asked, toggle);
    } catch (fault) {
      if (mine === turn) byId("filters-body").replaceChildren(el("p", { class: "notice" }, reason(fault)), again(refine));
    }
  }

  /** @param {string} facet @param {string} value a year's takes the place of the one before; "" is none */
  function toggle(facet, value) {
    const values = asked[facet];
    if (facet === "year") asked.year = value ? [value] : [];
    else asked[facet] = values.includes(value) ? values.filter((/** @type {string} */ v) => v !== value) : [...values, value];
    go();
  }

  /** Searches for what is asked now. @param {boolean} [typing] */
  function go(typing = false) {
    shown = 0;
    write(typing);
    answer(typing, STEP);
  }

  // ---- what is said beside the results ----

  /** @param {any} fault */
  const reason = (fault) => speech.say(fault.message in speech.words ? fault.message : "damaged");

  /** @param {() => void} retry */
  const again = (retry) => el("button", { type: "button", onclick: retry }, speech.say("retry"));

  /** Says what went wrong, and keeps what there is. @param {any} fault @param {() => void} retry */
  function fail(fault, retry) {
    const reload = /^(changed|version)$/.test(fault.message);
    const action = reload ? el("button", { type: "button", onclick: () => location.reload() }, speech.say("reload")) : again(retry);
    const old = view.list.children.length && current !== address() ? [el("p", {}, speech.say("old"))] : [];
    view.notes.replaceChildren(el("div", { class: "notice", role: "alert" }, el("p", {}, reason(fault)), ...old, action));
    view.state("error");
  }

  /** @param {any} items */
  function missing(items) {
    if (items.failed) fail(items.failed, () => answer(false, Math.max(STEP, shown)));
  }

  /** @param {boolean} empty */
  function head(empty) {
    const chips = [];
    for (const facet of ASKED) {
      for (const value of asked[facet]) chips.push(el("li", {}, el("button", { type: "button", class: "chip", "data-key": "c" + facet + value, onclick: () => toggle(facet, facet === "year" ? "" : value) }, el("bdi", {}, label(facet, value)), el("span", { "aria-hidden": "true" }, " ×"), el("span", { class: "hidden" }, speech.say("remove")))));
    }
    if (chips.length > 1) chips.push(el("li", {}, clear()));
    const order = (/** @type {string} */ sort, /** @type {string} */ word) =>
      el("button", {
        type: "button",
        "data-key": "s" + sort,
        "aria-pressed": "" + (asked.sort === sort),
        onclick: () => {
          asked.sort = sort;
          go();
        },
      }, speech.say(word));
    const sorts = el("div", { class: "results__sort", role: "group", "aria-label": speech.say("sort") }, order("", "relevance"), order("date", "date"));
    refill(view.head,
      ...(empty ? [] : [el("p", { class: "results__total" }, speech.say("total", docs.length)), ...(docs.length > 1 && asked.q.trim() ? [sorts] : [])]),
      ...(chips.length ? [el("ul", { class: "chips" }, ...chips)] : []),
    );
  }

  const clear = () =>
    el("button", {
      type: "button",
      class: "link",
      onclick: () => {
        for (const facet of ASKED) asked[facet] = [];
        go();
      },
    }, speech.say("clear"));

  /** A filter in words. @param {string} facet @param {string} value */
  function label(facet, value) {
    if (facet === "year") return value.replace("..", "–");
    if (facet === "state") return speech.say(value);
    const known = facets?.[facet].find((/** @type {any} */ v) => v.i === value);
    return known ? speech.name(known.l) : value;
  }
  function notes() {
    const lines = [];
    /** @param {(Node | string)[]} parts */
    const say = (...parts) => lines.push(el("p", {}, ...parts));
    if (!docs.length) lines.push(help());
    if (outcome.instead && docs.length) say(...speech.quote("instead", outcome.instead));
    else if (outcome.partial && docs.length) say(speech.say("partial"));
    const also = outcome.also.flatMap((/** @type {any} */ a) => [speech.name(a.label), ...speech.others(a.label).map(([, l]) => l)].filter((l) => fold(l) !== fold(asked.q)));
    if (also.length && docs.length) say(...speech.quote("also", [...new Set(also)].slice(0, 4).join(speech.say("comma"))));
    if (asked.q.length > LONGEST_QUERY) say(speech.say("long", LONGEST_QUERY));
    return lines;
  }

  /** Where nothing was found: what to do. */
  function help() {
    const box = /** @type {any} */ (byId("no-results")).content.cloneNode(true).firstElementChild;
    box.prepend(el("p", {}, ...(asked.q.trim() ? speech.quote("nothing", [...asked.q].slice(0, 80).join("")) : [speech.say("nothing-filtered")])));
    if (filtering()) box.append(el("p", {}, clear()));
    return box;
  }

  /** Pages about what was typed, where it is a name. @param {Search} engine @param {number} mine */
  async function topics(engine, mine) {
    const form = fold(asked.q);
    const names = await engine.suggest(asked.q).catch(() => []);
    if (mine !== turn) return;
    const links = names.filter((n) => n.a && Object.values(n.l).some((l) => fold(l) === form)).map((n) => el("a", { href: view.link(/** @type {any} */ (n.a)[language]) }, speech.name(n.l)));
    if (links.length) view.notes.append(el("p", {}, speech.say("topic"), " ", ...links));
  }

  /** What to try, before anything was asked. */
  function idle() {
    const list = (/** @type {string} */ word, /** @type {string[]} */ queries) =>
      queries.length
        ? [
            el(
              "div",
              { class: "tries" },
              el("h2", {}, speech.say(word)),
              el("ul", {}, ...queries.map((q) => el("li", {}, el("a", { href: "?" + new URLSearchParams({ q }), onclick: (/** @type {any} */ e) => pick(e, q) }, q)))),
            ),
          ]
        : [];
    return [...list("recent", recent()), ...list("examples", JSON.parse(told.examples))];
  }

  /** @param {any} event @param {string} q */
  function pick(event, q) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    asked.q = input.value = q;
    input.focus();
    go();
  }

  /** @returns {string[]} */
  function recent() {
    try {
      const kept = JSON.parse(localStorage.getItem(RECENT) ?? "[]");
      return kept.filter((/** @type {any} */ q) => typeof q === "string").slice(0, MOST_RECENT);
    } catch {
      return [];
    }
  }

  function remember() {
    const q = asked.q.trim();
    if (q.length < 2 || q.length > LONGEST_RECENT || !docs.length) return;
    try {
      localStorage.setItem(RECENT, JSON.stringify([q, ...recent().filter((r) => r !== q)].slice(0, MOST_RECENT)));
    } catch {
      // A browser that keeps nothing.
    }
  }

  // ---- more ----

  function more() {
    view.more.remove();
    if (!shown || shown >= docs.length) return;
    view.more.textContent = speech.say("more", Math.min(STEP, docs.length - shown));
    view.box.append(view.more);
  }

  view.more.addEventListener("click", async () => {
    const mine = turn;
    const from = shown;
    view.more.disabled = true;
    try {
      const items = await results(await ready(), docs.slice(from, from + STEP), outcome);
      if (mine !== turn) return;
      view.list.append(...items);
      shown = Math.min(from + STEP, docs.length);
      view.state("done");
      items[0]?.querySelector("a").focus();
      write(!meant);
      more();
      missing(items);
    } catch (fault) {
      if (mine === turn) fail(fault, () => view.more.click());
    } finally {
      view.more.disabled = false;
    }
  });

  // ---- suggestions ----

  let active = -1;

  /** @param {boolean} open */
  function expand(open) {
    options.hidden = !open;
    input.setAttribute("aria-expanded", "" + open);
    activate(-1);
  }

  const close = () => expand(false);

  /** @param {number} at */
  function activate(at) {
    active = at;
    [...options.children].forEach((option, i) => option.setAttribute("aria-selected", "" + (i === at)));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", options.children[at].id);
    options.children[at]?.scrollIntoView({ block: "nearest" });
  }

  async function suggest() {
    const typed = input.value;
    const names = typed.trim().length > 1 ? await ready().then((engine) => engine.suggest(typed)).catch(() => []) : [];
    if (typed !== input.value || document.activeElement !== input) return;
    options.replaceChildren(
      ...names.map((name, i) =>
        el(
          "li",
          { role: "option", id: "option" + i, onmousedown: (/** @type {any} */ e) => e.preventDefault(), onclick: () => take(name) },
          el("span", {}, speech.name(name.l)),
          ...speech.others(name.l).map(([l, label]) => el("span", { class: "suggestion__other", lang: view.site.tags[l] }, label)),
          el("span", { class: "suggestion__kind" }, speech.say(name.k)),
        ),
      ),
    );
    expand(names.length > 0);
  }

  /** Takes a suggestion: as a filter where reports are filed under it, else as words. @param {any} name */
  async function take(name) {
    close();
    const facet = name.k === "scheme" ? "programme" : name.k;
    const values = FACETS.includes(facet) ? await filter([]).then(() => facets[facet], () => []) : [];
    // Of places with one name, none is preferred.
    const same = values.filter((/** @type {any} */ v) => Object.entries(name.l).every(([l, label]) => v.l[l] === label)).map((/** @type {any} */ v) => v.i);
    asked.q = input.value = same.length ? "" : speech.name(name.l);
    if (same.length) asked[facet] = [...new Set([...asked[facet], ...same])];
    go();
  }

  // ---- what a reader does ----

  for (const kind of ["input", "compositionend"]) input.addEventListener(kind, typed);

  /** @param {any} event */
  function typed(event) {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      asked.q = input.value;
      suggest();
      const length = asked.q.trim().length;
      if (length !== 1) go(true);
    }, DEBOUNCE_MS);
  }

  form.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    if (active >= 0) options.children[active].click();
    else {
      asked.q = input.value;
      close();
      go();
    }
  });

  input.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing) return;
    const count = options.hidden ? 0 : options.children.length;
    const down = event.key === "ArrowDown";
    if (down || event.key === "ArrowUp") {
      if (count) activate(((active + 1 + (down ? 1 : count)) % (count + 1)) - 1);
      else if (down) view.list.querySelector("h2 a")?.focus();
      event.preventDefault();
    } else if (event.key === "Escape" && count) {
      close();
      event.preventDefault();
    }
  });
  input.addEventListener("blur", close);

  view.list.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...view.list.querySelectorAll("h2 a")];
    const at = links.indexOf(/** @type {any} */ (document.activeElement));
    if (!step || at < 0) return;
    event.preventDefault();
    /** @type {any} */ (links[at + step] ?? (step < 0 ? input : links[at])).focus();
  });
  view.list.addEventListener("click", remember);

  side.addEventListener("toggle", refine);
  addEventListener("popstate", () => {
    close();
    arrive();
  });

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", options.id);
  close();
  arrive();
  if (!asked.q && !filtering() && matchMedia("(pointer: fine)").matches) input.focus();
}

const form = byId("search");
if (form) start(form);
