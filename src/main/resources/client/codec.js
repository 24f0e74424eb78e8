// @ts-check
/** Reads the numbers and texts of shards; the twin of duizhao.search.Codec. */
export class Reader {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  get ended() {
    return this.at >= this.text.length;
  }

  /** A number of at least 0. */
  number() {
    let value = 0;
    for (let unit = 1; ; unit *= 31) {
      let c = this.text.charCodeAt(this.at++);
      if (!(c >= 32 && c < 127)) throw new Error("damaged");
      if (c > 92) c--;
      if (c > 34) c--;
      c -= 32;
      value += c * unit;
      if (c < 62) return value;
    }
  }

  /** Numbers with how many there are before them. */
  numbers() {
    return Array.from({ length: this.number() }, () => this.number());
  }

  /** A text with its length before it. */
  string() {
    const length = this.number();
    if (this.at + length > this.text.length) throw new Error("damaged");
    return this.text.slice(this.at, (this.at += length));
  }
}

/** A map of the first of two to the second, of the third to the fourth, and so on. @param {string[]} parts @returns {Map<string, string>} */
export function paired(parts) {
  const map = new Map();
  for (let i = 0; i < parts.length; i += 2) map.set(parts[i], parts[i + 1]);
  return map;
}

/**
 * FNV-1a, the twin of duizhao.search.Units.hash: which shard holds a key.
 * @param {string} key
 */
export function hash(key) {
  let h = 0x811c9dc5;
  for (let i = key[0] === "\u0004" ? 1 : 0; i < key.length; i++) {
    h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
  }
  return h >>> 0;
}
