// Escape puts away the note of a term; the next pointer or focus that comes to a term brings notes back.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.documentElement.classList.add("notes-away");
});
for (const type of ["pointerover", "focusin"]) {
  document.addEventListener(type, (event) => {
    if (event.target.closest?.(".term")) document.documentElement.classList.remove("notes-away");
  });
}
// Only a page that stands may let notes linger: see report.css.
addEventListener("load", () => document.documentElement.classList.add("notes-ready"));
