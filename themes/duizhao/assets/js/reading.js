// How a reader wants the editions of a report laid out; kept in this browser.
(() => {
  const form = document.getElementById("reading");
  if (!form) return;
  const rows = document.getElementById("rows");
  const all = form.querySelector("button");
  const tags = [...form.elements.first].map((input) => input.value);
  const key = "duizhao-reading";

  const show = (row, open) => {
    const button = row.querySelector(".reveal");
    if (!button) return;
    button.ariaExpanded = open;
    // Hidden words can still be found in the page, where the browser can do that.
    for (const cell of [...row.querySelectorAll(".cell")].slice(1)) cell.hidden = open ? false : "until-found";
  };

  const showAll = (open) => {
    all.ariaPressed = open;
    for (const row of rows.children) show(row, open);
  };

  const arrange = () => {
    const chosen = Object.fromEntries(new FormData(form));
    const rank = (tag) => (tag === chosen.first ? -2 : tag === chosen.second ? -1 : tags.indexOf(tag));
    const order = [...tags].sort((a, b) => rank(a) - rank(b));
    for (const input of form.querySelectorAll("[name=second]")) {
      input.disabled = input.value === order[0];
      input.checked = input.value === order[1];
    }
    rows.dataset.view = chosen.view;
    for (const row of rows.children) {
      row.querySelector(".reveal")?.remove();
      const cells = [...row.querySelectorAll(".cell")].sort((a, b) => rank(a.lang) - rank(b.lang));
      for (const cell of cells) cell.hidden = false;
      row.append(...cells);
      if (chosen.view !== "reveal" || !cells[1] || row === rows.firstElementChild) continue;
      const button = document.createElement("button");
      button.className = "reveal";
      button.type = "button";
      const name = form.querySelector(`[value="${cells[1].lang}"] + span`);
      button.append(name.cloneNode(true));
      button.addEventListener("click", () => show(row, button.ariaExpanded !== "true"));
      cells[0].after(button);
    }
    showAll(all.ariaPressed === "true");
    return chosen;
  };

  try {
    const kept = JSON.parse(localStorage.getItem(key));
    for (const input of form.querySelectorAll("[type=radio]")) if (kept[input.name] === input.value) input.checked = true;
  } catch {
    // Nothing kept, or nothing may be.
  }
  form.addEventListener("change", () => {
    const chosen = arrange();
    try {
      localStorage.setItem(key, JSON.stringify(chosen));
    } catch {
      // Then the choice is for this page alone.
    }
  });
  all.addEventListener("click", () => showAll(all.ariaPressed !== "true"));
  rows.addEventListener("beforematch", (event) => show(event.target.closest(".row"), true));
  arrange();
  form.classList.add("reading--on");
})();
