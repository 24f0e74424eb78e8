// Copies the text of the element that a button names.
(() => {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = !navigator.clipboard;
    button.onclick = async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).innerText.trim());
      button.dataset.copied = "";
      setTimeout(() => delete button.dataset.copied, 2000);
    };
  }
})();
