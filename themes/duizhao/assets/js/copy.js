// Copies the text of the element that a button names.
for (const b of document.querySelectorAll("[data-copy]")) {
  b.hidden = !navigator.clipboard;
  b.onclick = async () => {
    await navigator.clipboard.writeText(document.getElementById(b.dataset.copy).textContent);
    b.dataset.copied = "";
    setTimeout(() => delete b.dataset.copied, 2e3);
  };
}
