// Copies the address of a paragraph, or what it says in every language on the page with its source.
(() => {
  const said = document.getElementById("said");
  if (!said) return;
  const { button: label, quote, quoted: done, citation, linked, failed } = said.dataset;
  const { both, pairs, bothLabel, quoteBoth, alone } = said.dataset;
  let timer;

  const copy = async (text, told) => {
    let copied = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Pages that were not loaded securely have no such clipboard.
      const put = (event) => {
        event.clipboardData.setData("text/plain", text);
        event.preventDefault();
      };
      document.addEventListener("copy", put);
      copied = document.execCommand("copy");
      document.removeEventListener("copy", put);
    }
    said.textContent = copied ? told : failed;
    clearTimeout(timer);
    timer = setTimeout(() => (said.textContent = ""), 6000);
  };

  const words = (block) => {
    const text = block.cloneNode(true);
    for (const extra of text.querySelectorAll("sup, .gloss, .block__stale, .cell__stale, .row__tools, .number, .quotes")) extra.remove();
    for (const line of text.querySelectorAll("p, li, tr")) line.append("\n");
    for (const field of text.querySelectorAll("td, th")) field.append("\t");
    return text.textContent.trim().replace(/[ \t]*\n\s*/g, "\n");
  };

  const address = (page, url) => page.querySelector("link[rel=canonical]")?.href ?? String(url).replace(/[?#].*/, "");

  // What a paragraph says in every language that it is in, that of the page first.
  const quoted = (place, page, url) => {
    const cells = [...place.querySelectorAll(".cell:not(.cell--missing)")];
    cells.sort((a, b) => (b.lang === document.documentElement.lang) - (a.lang === document.documentElement.lang));
    const texts = (cells.length ? cells : [place]).map(words);
    return [...texts, citation + "\n" + address(page, url) + "#" + place.id].join("\n\n");
  };

  // The page that has every language, fetched once when it is about to be needed; nothing on a disk, where no page may be read.
  let page;
  const parallel = () =>
    (page ??= fetch(both)
      .then(async (answer) => (answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null))
      .catch(() => null));

  const button = (label, name, use) => {
    const made = document.createElement("button");
    made.className = "quote";
    made.type = "button";
    made.textContent = label;
    made.title = made.ariaLabel = name;
    made.addEventListener("click", use);
    return made;
  };

  for (const place of document.querySelectorAll(".block[id], .row[id]")) {
    const link = place.querySelector(".number");
    const n = link.textContent;
    const numbered = (text) => text.replace("#", n);
    link.addEventListener("click", () => copy(link.href, numbered(linked)));
    if (!citation) continue;
    const tools = [button(label, numbered(quote), () => copy(quoted(place, document, location), numbered(done)))];
    if (both && n <= +pairs) {
      const pair = button(bothLabel, numbered(quoteBoth), async () => {
        const row = (await parallel())?.getElementById(place.id);
        if (row) copy(quoted(row, row.ownerDocument, new URL(both, location)), numbered(done));
        else copy(quoted(place, document, location), numbered(alone));
      });
      for (const type of ["pointerenter", "focus"]) pair.addEventListener(type, parallel);
      tools.push(pair);
    }
    const group = document.createElement("span");
    group.className = "quotes";
    group.append(...tools);
    link.after(place.matches(".block") ? group : tools[0]);
  }
})();
