// Loads the page again when the site has changed, and shows over it what is wrong.
(() => {
  const shown = +document.currentScript.dataset.version;
  let box;

  function say({ problems, errors, warnings }) {
    box?.remove();
    box = undefined;
    if (!problems.length) return;
    box = document.createElement("div");
    const root = box.attachShadow({ mode: "open" });
    const make = (name, text, ...inside) => {
      const element = document.createElement(name);
      if (text) element.textContent = text;
      element.append(...inside);
      return element;
    };
    const style = make("link");
    Object.assign(style, { rel: "stylesheet", href: "/.duizhao/live.css" });
    const more = errors + warnings - problems.length;
    const list = make("ol", "", ...problems.map((p) => {
      const item = make("li", "", make("code", p.at), make("strong", p.message), ...(p.hint ? [make("em", p.hint)] : []), make("small", p.code));
      item.className = p.severity;
      return item;
    }));
    if (more) list.append(make("li", "and " + more + " more; duizhao check lists them all"));
    const count = (n, word) => n + " " + word + (n === 1 ? "" : "s");
    const title = [errors && count(errors, "error"), warnings && count(warnings, "warning")].filter(Boolean).join(", ");
    const details = make("details", "", make("summary", title + (errors ? "; this is the last site without errors" : "")), list);
    details.open = errors > 0;
    details.lang = "en";
    root.append(style, details);
    box.setAttribute("role", "status");
    document.body.append(box);
  }

  addEventListener("load", () => {
    const events = new EventSource("/.duizhao/events");
    let told;
    events.onmessage = (event) => {
      if (event.data === told) return;
      told = event.data;
      const state = JSON.parse(event.data);
      if (state.version !== shown) location.reload();
      else say(state);
    };
    addEventListener("pagehide", () => events.close());
  });
})();
