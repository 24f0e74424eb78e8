// Copies the address of a paragraph, or what it says in every language on the page with its source.
(() => {
  const said = document.getElementById("said");
  if (!said) return;
  const { button: label, quote, quoted, citation, linked, failed } = said.dataset;
  let timer;

  const copy = async (text, done) => {
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
    said.textContent = copied ? done : failed;
    clearTimeout(timer);
    timer = setTimeout(() => (said.textContent = ""), 6000);
  };

  const words = (block) => {
    const text = block.cloneNode(true);
    for (const extra of text.querySelectorAll("sup, .gloss, .block__stale, .cell__stale, .row__tools, .number, .quote")) extra.remove();
    for (const line of text.querySelectorAll("p, li, tr")) line.append("\n");
    for (const field of text.querySelectorAll("td, th")) field.append("\t");
    return text.textContent.trim().replace(/[ \t]*\n\s*/g, "\n");
  };

  for (const place of document.querySelectorAll(".block[id], .row[id]")) {
    const link = place.querySelector(".number");
    const n = link.textContent;
    link.addEventListener("click", () => copy(link.href, linked.replace("#", n)));
    if (!citation) continue;
    const button = document.createElement("button");
    button.className = "quote";
    button.type = "button";
    button.textContent = label;
    button.title = quote.replace("#", n);
    button.ariaLabel = button.title;
    button.addEventListener("click", () => {
      const cells = [...place.querySelectorAll(".cell:not(.cell--missing)")];
      cells.sort((a, b) => (b.lang === document.documentElement.lang) - (a.lang === document.documentElement.lang));
      const texts = (cells.length ? cells : [place]).map(words);
      const address = document.querySelector("link[rel=canonical]")?.href ?? location.href.replace(/[?#].*/, "");
      copy([...texts, citation + "\n" + address + "#" + place.id].join("\n\n"), quoted.replace("#", n));
    });
    link.after(button);
  }
})();
