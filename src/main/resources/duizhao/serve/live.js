// Loads the page again when the site has changed, and shows over it what is wrong.
(() => {
  const shown = +document.currentScript.dataset.version;
  let box;

  function say(problems) {
    const errors = problems.filter((p) => p.severity === "error");
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
    const list = make("ol", "", ...problems.map((p) => {
      const item = make("li", "", make("code", p.at), make("strong", p.message), ...(p.hint ? [make("em", p.hint)] : []), make("small", p.code));
      item.className = p.severity;
      return item;
    }));
    const count = (n, word) => n + " " + word + (n === 1 ? "" : "s");
    const warnings = problems.length - errors.length;
    const title = [errors.length && count(errors.length, "error"), warnings && count(warnings, "warning")].filter(Boolean).join(", ");
    const details = make("details", "", make("summary", title + (errors.length ? "; this is the last site without errors" : "")), list);
    details.open = errors.length > 0;
    details.lang = "en";
    root.append(style, details);
    box.setAttribute("role", "status");
    document.body.append(box);
  }

  addEventListener("load", () => {
    const events = new EventSource("/.duizhao/events");
    events.onmessage = (event) => {
      const { version, problems } = JSON.parse(event.data);
      if (version > shown) location.reload();
      else say(problems);
    };
    addEventListener("pagehide", () => events.close());
  });
})();
