// Leads from one language to the same paragraph in the other.
for (const link of document.querySelectorAll("a[data-same-place]")) {
  link.addEventListener("click", () => {
    let place = /^#p\d+$/.test(location.hash) ? location.hash : "";
    const blocks = [...document.querySelectorAll("[id^=p]")].filter((b) => /^p\d+$/.test(b.id));
    const top = blocks.find((b) => b.getBoundingClientRect().bottom > 48);
    if (top && top !== blocks[0]) place = "#" + top.id;
    if (place) link.hash = place;
  });
}
