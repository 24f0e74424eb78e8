export const isHan = (c) => /\p{Script=Han}/u.test(String.fromCodePoint(c));
export function fold(text, table) { return foldWithOffsets(text, table).text; }
export function foldWithOffsets(text) {
  let out = "", offsets = [];
  let i = 0;
  for (const ch of text) {
    const d = ch.normalize("NFKD");
    for (const c of d) {
      if (/['’\u0300-\u036f]/.test(c)) continue;
      if (/[\p{L}\p{N}]/u.test(c)) { for (const u of c.toLowerCase()) { out += u; for (let k=0;k<u.length;k++) offsets.push(i);} }
      else if (out && !out.endsWith(" ")) { out += " "; offsets.push(i); }
    }
    i += ch.length;
  }
  if (out.endsWith(" ")) { out = out.slice(0, -1); offsets.pop(); }
  offsets.push(i);
  return { text: out, offsets };
}
