// Narrows the table of figures, keeps how in the address, and saves the rows that are left as CSV.
const form = document.querySelector(".narrow");
const table = document.querySelector("table.figures");
const body = table.tBodies[0];
const state = form.querySelector("[role=status]");
const none = document.querySelector("[data-none]");
const { shown, page, loading, address, total, pages } = form.dataset;
const fields = [...form.elements].filter((e) => e.name);
const others = pages.split(" ").filter((p) => new URL(p, location).pathname !== location.pathname);
const MOST_PAGES = 10; // of more, only this page is narrowed: a browser is no database
let whole = others.length === 0;
let tried = whole || others.length >= MOST_PAGES;
let order = "";

const fold = (text) => text.normalize("NFKC").toLowerCase();
const kept = () => [...body.rows].filter((row) => !row.hidden);

function narrow() {
  const wanted = Object.fromEntries(fields.map((f) => [f.name, f.value]));
  const words = fold(wanted.text).split(/\s+/).filter(Boolean);
  for (const row of body.rows) {
    const text = words.length ? fold(row.textContent) : "";
    row.hidden =
      ["programme", "region", "unit"].some((k) => wanted[k] && !row.dataset[k].split(" ").includes(wanted[k])) ||
      !words.every((w) => text.includes(w));
  }
  const count = kept().length;
  const said = whole || !fields.some((f) => f.value) ? shown : page;
  state.textContent = said.replace("{0}", count).replace("{1}", total);
  none.hidden = count > 0;
}

// The other pages hold the same rows; their links are made to hold good here.
async function load() {
  tried = true;
  state.textContent = loading;
  try {
    for (const other of others) {
      const url = new URL(other, location);
      const answer = await fetch(url);
      if (!answer.ok) return;
      const read = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const row of read.querySelectorAll("table.figures tbody tr")) {
        for (const link of row.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), url);
        row.hidden = true;
        body.append(document.adoptNode(row));
      }
    }
    whole = true;
  } catch {
    // Pages opened from a disk may not read others: then this one alone is narrowed, and says so.
  }
}

async function apply() {
  if (!tried && fields.some((f) => f.value)) await load();
  narrow();
}

function remember(step) {
  const query = new URLSearchParams();
  for (const field of fields) if (field.value) query.set(field.name, field.value);
  if (order) query.set("order", order);
  const next = location.pathname + (query.size ? "?" + query : "");
  if (next !== location.pathname + location.search) history[step](null, "", next);
}

function recall() {
  const query = new URLSearchParams(location.search);
  for (const field of fields) {
    field.value = query.get(field.name) ?? "";
    if (field.selectedIndex === -1) field.value = "";
  }
  const wanted = query.get("order") ?? "";
  const button = table.tHead.rows[0].cells[Math.abs(parseInt(wanted, 10))]?.querySelector("button");
  for (let i = 0; i < 2 && button && order !== wanted; i++) button.click();
  apply();
}

table.addEventListener("sorted", (event) => {
  order = event.detail;
  remember("replaceState");
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", (event) => {
  remember(event.target.name === "text" ? "replaceState" : "pushState");
  apply();
});
form.addEventListener("reset", () => {
  setTimeout(() => {
    for (const field of fields) field.value = "";
    remember("pushState");
    apply();
  });
});
addEventListener("popstate", recall);

const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/; // what a spreadsheet would run
const quoted = (text) => {
  const safe = FORMULA.test(text) ? "'" + text : text;
  return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
};
form.querySelector("[data-download]").addEventListener("click", () => {
  const names = [...table.tHead.rows[0].cells].map((c) => c.textContent.trim());
  const rows = kept().map((row) => [
    ...[...row.cells].map((c) => c.textContent.trim()),
    row.querySelector(".figures__stated a").href,
  ]);
  const text = [[...names, address], ...rows].map((row) => row.map(quoted).join(",") + "\r\n").join("");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\uFEFF" + text], { type: "text/csv" }));
  link.download = "figures.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});

form.hidden = false;
recall();
