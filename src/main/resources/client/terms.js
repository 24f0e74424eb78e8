// @ts-check
/**
 * Text as search compares it, the same as duizhao.text.SearchFold cuts it when the index is built.
 * The tests hold the two together, code point by code point.
 */

/**
 * @param {string} steps from one bound of a set of code points to the next, in base 36
 * @returns {(codePoint: number) => boolean} whether a code point is in the set
 */
const ranges = (steps) => {
  let bound = 0;
  const bounds = steps.split(' ').map((step) => (bound += parseInt(step, 36)));
  return (codePoint) => {
    let low = 0;
    let high = bounds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bounds[middle] > codePoint) high = middle;
      else low = middle + 1;
    }
    // Within the set, the number of bounds passed is odd.
    return low % 2 > 0;
  };
};

// Written by src/search-fold/Ranges.java from Unicode 13, because each browser has another version.
const WORD = ranges('1c a 13 q 2s o 1 cq 4 c q 1 1 1 3m 4 2 3j 2 3u 1 5z 6 15 8 19 1 1 1 2 1 2 1 18 t b 5 22 4 2u 1 8 2 a 1 j 2 1 g 6e 4 4 2 1c g u 2 3m 1 3l 2 a 1 3l 2 6 2 1 1 3c b 33 9 3b 1 3m d 3b 1 7 1 4 1 5m 5 11 1 3e d 1q 1 f 1 a 13 3k n 2 6 k 1 1 1 1 1 1 4 1z 1 1k 8 1 1l 22 6 26 1e 17 2 gz 9 13 2w 8 1 h8 2 h 1 q 5 23 3 1z b 44 3 1 4 10 g 8g 6 48 y u 2 3k 7 1 8 4q h 9 c 3g 4 1n 5 1q 2 1s g 3 1 n0 5c 1g 22 1 1d a o1 l hi u ws 51 7 d 4 1 2 34 f 3l 1b 1 d1 3 p f 1 6 4 2 4 2n 1 2i 1 44 g w 1c 3z ap 534 1s h3k 1s 1a 2 7h 3 2r 1 a 1 37 11 9 3 2u 3 4c 4 a a 1g c 26 2 14 3 1 1 1d 2 1b 1 2p e f 2 3g 4 n 3 2s 2 g 2 2x 5 a 6 3f 1 8pg 6q6 bo ha 11 1a au 7 74 7 1c 9 1l h 2 35 bm 1 1c 1 bi 41 gn 1 v 2 4m 1 v 1t 5s g v 1 20 1 13 g 1l 7 2h g lg 3 4l 2j 47 b 2x l 34 4 1c 2 27 4 4 1 d 1 1 4 2f 6 2z 7 bf 5 a 4 2w 1 6y n 2x 3 s w 58 5g 1n 3p 3o c 42 1 2k 8 2b 3 1 y ap f w 2 hx 55 11 17 vk g 33k 34g 7la 2q 11 b 1j 9 4 c nb 2x 6a 1 f5l 1 2 43q 5 3 6 8 8 2 7 u 4 44 3 4b w 2o ww e8 1j 4 1e 8 1 e 1 m 1bo a9 1r zl 9q lv 1n 1 3 1 3h 1 ch ez 2 2yb i9ds');
const MAPPED = ranges('1t 37 1 jn 2 6 4 7 1 1 1 k 1 b1 1 12 1c 4 47 6k ez 2j 1z 4 d 2 1 5 27 1 2 1 y 4 1 1 6h 1 2 3 e 2 1i 2 1g 4 3e 1 3b 5 2 2 1 4 3g 6 3u 6 2b 8 3c b u 4 18 1o 5 w 6 11 5 w 2x 4g 1 1 5 1 1a 99 9j 2e 1e8 1y 90 17 2 b 2s 5q 6 7q 2 6 2 12 2 6 2 8 1 1 1 1 1 1 1 v 2 1h 1 f 1 e 2 6 1 j 2 3 1 9 1 2t b 2 2 r 1 d b o 1s 3w e i5 1l 1ec 3w 1b 1d 44 3f 2 8e 2d c 5y 16 1s c 23 4 2t 1d 2m 3 2a s v 1 lp9 18j 54 16 4e 2 9 16 1k mn g 44 8mc 6l8 a6 2 2y 12 7 c 5 5 q 1 5 1 1 1 2 1 2 1 3g h a5 g 1s 2 1i 14 e i a m z 1 j 1 4 4 5 1 3r 4 5a 3 6 2 6 2 6 2 3 3 7 1 7 sx 4e i 10 1ik 1f rr 14 30 7 eu 3 a5 d 6q 10 jm 2b 1x 1 gsn 2j jib 3v ev 2d 1 1z 1 2 2 1 2 2 2 4 1 c 1 1 1 7 1 1t 1 4 2 8 1 7 1 s 1 4 1 5 1 1 3 7 1 9g 2 84 2 ji 2us 24 xg 4 1 r 1 2 1 1 2 1 1 a 1 4 1 1 1 1 6 1 4 1 1 1 1 1 1 3 1 2 1 1 2 1 1 1 1 1 1 1 1 1 1 2 1 1 2 4 1 7 1 4 1 4 1 1 1 a 1 h 5 3 1 5 1 h g4 4u 2a 3 d 18 4 9 7 2 1we a 1ds6 f2');
const IGNORED = ranges('4t 1 gi 34 j0 1 3ji 4 1ks 5 q 5 1d g 17rk g 6n 1 i9kw 35s');
const HAN = ranges('96o a8 l 1 1 1 p 9 e 4 qs 534 1s g74 hkw e8 n3k g sg0 2t4w');

const APOSTROPHES = "'`´ʻʼ‘’‛";

/**
 * Whether a code point is a Chinese character.
 * @type {(codePoint: number) => boolean}
 */
export const isHan = HAN;

/** @param {string} letter */
const codePointOf = (letter) => /** @type {number} */ (letter.codePointAt(0));

/**
 * @param {string} pairs a traditional or variant character, its simplified one, the next ...
 * @returns {Map<string, string>} the table that folding takes
 */
export const foldTable = (pairs) => {
  const characters = [...pairs];
  const table = new Map();
  for (let i = 0; i < characters.length; i += 2) table.set(characters[i], characters[i + 1]);
  return table;
};

/**
 * @param {string} text
 * @param {Map<string, string> | null} [table] without it, Chinese characters stay as they are
 * @returns {{text: string, offsets: number[]}} the folded text; and for each of its UTF-16 units
 *   where in the original the character stands that it comes from, and where the last one ends
 */
export const foldWithOffsets = (text, table) => {
  let folded = '';
  /** @type {number[]} */
  const offsets = [];
  let at = 0;
  // Where the separators or apostrophes began that the last character is followed by, or -1.
  let gapAt = -1;
  let isGap = false;
  let last = 0;
  for (const character of text) {
    const parts = MAPPED(codePointOf(character))
      ? character.normalize('NFKD').toLowerCase()
      : character;
    for (const part of parts) {
      const letter = (table && table.get(part)) || part;
      const codePoint = codePointOf(letter);
      if (IGNORED(codePoint)) continue;
      const isApostrophe = APOSTROPHES.includes(letter);
      if (isApostrophe || !WORD(codePoint)) {
        if (gapAt < 0) gapAt = at;
        // In Chinese it is a quotation mark.
        if (!isApostrophe || HAN(last)) isGap = true;
        continue;
      }
      if (isGap && folded) {
        folded += ' ';
        offsets.push(gapAt);
      }
      gapAt = -1;
      isGap = false;
      last = codePoint;
      folded += letter;
      offsets.push(at);
      if (letter.length > 1) offsets.push(at);
    }
    at += character.length;
  }
  offsets.push(gapAt < 0 ? at : gapAt);
  return { text: folded, offsets };
};

/**
 * @param {string} text
 * @param {Map<string, string> | null} [table] without it, Chinese characters stay as they are
 * @returns {string} letters and digits only, runs of anything else being one space
 */
export const fold = (text, table) => foldWithOffsets(text, table).text;

/**
 * @param {string} folded
 * @returns {string[]} its runs of Chinese characters and its words of other letters, in order
 */
export const words = (folded) => {
  /** @type {string[]} */
  const found = [];
  // A letter of the run that is open.
  let last = ' ';
  for (const letter of folded) {
    if (letter != ' ') {
      if (last != ' ' && HAN(codePointOf(last)) == HAN(codePointOf(letter))) found[found.length - 1] += letter;
      else found.push(letter);
    }
    last = letter;
  }
  return found;
};
