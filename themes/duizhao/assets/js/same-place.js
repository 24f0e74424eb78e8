// Leads from one language to the same paragraph in the other: the one that was asked for while it is in view or the top of
// the page is, else the one that is being read.
for (const link of document.querySelectorAll("a[data-same-place]")) {
  const aim = () => {
    const blocks = [...document.querySelectorAll(".block[id], .row[id]")];
    const seen = (block) => {
      const { top, bottom } = block.getBoundingClientRect();
      return bottom > 48 && top < innerHeight;
    };
    const asked = blocks.find((block) => "#" + block.id === location.hash);
    let read = asked && seen(asked) ? asked : blocks.find(seen);
    if (!read || read === blocks[0]) read = asked;
    link.hash = read ? read.id : "";
  };
  for (const type of ["click", "auxclick", "contextmenu"]) link.addEventListener(type, aim);
}
