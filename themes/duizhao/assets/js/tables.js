// Sorts tables that say data-sortable: by data-value where cells have one, else by what they say.
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const heads = [...table.tHead.rows[0].cells];
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  const state = document.createElement("p");
  state.className = "hidden";
  state.setAttribute("role", "status");
  table.after(state);
  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.value ?? cell.textContent.trim();
  };
  const number = (text) => (text === "" ? NaN : Number(text));
  for (const [column, head] of heads.entries()) {
    if ("unsorted" in head.dataset || !head.textContent.trim()) continue;
    const name = head.textContent.trim();
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((h) => h.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const body = table.tBodies[0];
      const rows = [...body.rows].map((row) => [value(row, column), row]);
      const numbers = rows.every(([v]) => v === "" || !isNaN(v));
      rows.sort(([a], [b]) => {
        if (a === "" || b === "") return (a === "") - (b === ""); // what says nothing stays last
        return (numbers ? number(a) - number(b) : order(a, b)) * (down ? -1 : 1);
      });
      body.append(...rows.map(([, row]) => row));
      const words = table.dataset[down ? "descending" : "ascending"] ?? (down ? "{0} ↓" : "{0} ↑");
      state.textContent = words.replace("{0}", name);
      table.dispatchEvent(new CustomEvent("sorted", { detail: (down ? "-" : "") + column }));
    });
  }
}
