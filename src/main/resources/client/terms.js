// @ts-check
import { Reader, paired } from './codec.js';

/**
 * Text as search compares it, the same as duizhao.text.SearchFold cuts it when the index is built.
 * The tests hold the two together, code point by code point.
 */

/**
 * @param {string} steps from one bound of a set of code points to the next, as shards have numbers
 * @returns {(codePoint: number) => any} whether a code point is in the set
 */
const ranges = (steps) => {
  let bound = 0;
  /** @type {number[]} */
  const bounds = [];
  for (const r = new Reader(steps); !r.ended; ) bounds.push((bound += r.number()));
  /** @type {Map<number, boolean>} most texts are made of the same few */
  const known = new Map();
  return (codePoint) => {
    if (!known.has(codePoint)) {
      let low = 0;
      let high = bounds.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (bounds[middle] > codePoint) high = middle;
        else low = middle + 1;
      }
      // Within the set, the number of bounds passed is odd.
      known.set(codePoint, low % 2 > 0);
    }
    return known.get(codePoint);
  };
};

// Written by src/search-fold/Ranges.java from Unicode 13, because each browser has another version.
const WORD = ranges("Q+H;g!9!x-%-;!!!f#%#c##n#!}%'J)N!!!#!#!M>,&l %i!!)#+!4#!1m&%%#Q1?#f#!e##+!e##'#!!{!,r!*z!!f#.z!!(!%!p%&F!}!.` !0!+Hd#8#'5!!!!!!%i !Y)!Zl 'p SL#v2*Hk!)!`3#2!;&m $i ,x#$!%E1y('|#C?#d#(!)o$2*-`#%]&` #b 1$!v9f%Ul !R+|:6j3?bEz$(.%!#s!0e#P!d.$:0!'%#%b!!| !x#1AQs#m+tx%b z~5b O#u'$f!!+!v!F*$i!$a$%++U-p #I$!!R#P!d!/0#`#%8$g!#1#l!&+'~!!`u*g`(q,b3FOr+(h'(Q*Z2#t!o,!Q!k,u#j2!@#k$!@c v%1@!j !H1Z({ 1|7$j$} {#,l!6s!%Q#q %%!.!!%y 'n!(h,&+%k!!b'8l!$=Ab%j%]i#h#-v#!~ )u $!Cm+0A#y3~$FLtC1qc#rd#ke)e!F,X*%-b:l!i&!rk3!#qn$&$'))#(?%x#$`$Ac!fEp/X%S)!/!7kV|*a jHi*l8]!$!a#!o-l0#n|!znp;");
const MAPPED = ranges("c v!!y5#'%(!!!5!y+!GQ%{#s&l0} i %.#!&q !#!C%!!p&!#$/#W#U%}!!z!&##!%`#'n#'u ){!,?%M^&A'F&Al!e$!!&!Ow)b*x jYh n)L#,g!t%'~'#'#G#'#)!!!!!!!@#V!0!/#'!4#$!*!h!,##<!.,9b p#/b4ZnYp#PRx#~!#w(w -|%Kb -m %h!Ra!$t =@!hf<vR}$Kc$#*KYi91x#lq*oy'y*#m!G(-&&;!&!!!#!#!`#2x*1b #WI/3+7D!4!%%&!k#%d%$'#'#'#$$(!(r@c$3Ek_Tg?Io!(g0$x*.y&Ex5u g !er5} rg9o#h0w !i !##!###%!-!!!(!c !%#)!(!=!%!&!!$(!~)#m(#t5kx!n zE%!<!#!!#!!+!%!!!!'!%!!!!!!$!#!!#!!!!!!!!!!#!!#%!(!%!%!!!+!2&$!&!2v1s$t $.M%*(#mo +gbc o0");
const IGNORED = ranges("r$!e2s!b5!bv#%}a &;&R1u}Y1v&!cwp;df#");
const HAN = ranges("`j+{*6!!!:*/%c>tx%b ex4~s6p/ub>1eiEdjj#");

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
export const foldTable = (pairs) => paired([...pairs]);

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
