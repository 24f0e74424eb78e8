// @ts-check
import { paired } from './codec.js';

/**
 * English words as lunr 2.3.9 takes them: its stop words, and Porter's stemmer ("An algorithm for
 * suffix stripping", 1980) in the form that lunr has it. The same as duizhao.text.EnglishStemmer
 * and StopWords; the tests hold all three together.
 */

const STOP_WORDS = new Set(
  (
    'a able about across after all almost also am among an and any are as at be because been but ' +
    'by can cannot could dear did do does either else ever every for from get got had has have ' +
    'he her hers him his how however i if in into is it its just least let like likely may me ' +
    'might most must my neither no nor not of off often on only or other our own rather said say ' +
    'says she should since so some than that the their them then there these they this tis to ' +
    'too twas us wants was we were what when where which while who whom why will with would yet ' +
    'you your'
  ).split(' ')
);

/** @type {(word: string) => boolean} */
export const isStopWord = (word) => STOP_WORDS.has(word);

/** @param {string} pairs an ending, what takes its place, the next ending ... */
const endings = (pairs) => paired(pairs.split(' '));

const DERIVED = endings(
  'ational ate tional tion enci ence anci ance izer ize bli ble alli al entli ent eli e ousli ous ' +
    'ization ize ation ate ator ate alism al iveness ive fulness ful ousness ous aliti al iviti ' +
    'ive biliti ble logi log'
);
const FORMED = endings('icate ic ative  alize al iciti ic ical ic ful  ness ');
const LAST = endings(
  'al  ance  ence  er  ic  able  ible  ant  ement  ment  ent  ou  ism  ate  iti  ous  ive  ize '
);

const LONGEST_ENDING = 7;

/**
 * Porter's m: how often vowels are followed by consonants.
 * @param {string} stem if it begins with a y, that is in upper case: there it is no vowel
 */
const measure = (stem) => (stem.match(/[aeiouy][aeiou]*[^aeiou][^aeiouy]*/g) || []).length;

/**
 * Whether a word is one short syllable, as "hop" is and "snow" is not.
 * @param {string} word
 */
const isShort = (word) => /^[^aeiou][^aeiouy]*[aeiouy][^aeiouwxy]$/.test(word);

/**
 * Replaces the longest of the endings that a word has, if the stem before it measures enough.
 * @param {string} word
 * @param {Map<string, string>} endings
 * @param {number} least
 * @returns {string | undefined} nothing when the word has none of the endings
 */
const replaced = (word, endings, least) => {
  for (let i = Math.max(1, word.length - LONGEST_ENDING); i < word.length; i++) {
    const ending = endings.get(word.slice(i));
    if (ending != null) {
      const stem = word.slice(0, i);
      return measure(stem) < least ? word : stem + ending;
    }
  }
};

/**
 * @param {string} word in lower case, without apostrophes
 * @returns {string} its stem, which need not be a word
 */
export const stem = (word) => {
  if (word.length < 3) return word;
  word = word.replace(/^y/, 'Y');

  if (/.(ss|i)es$/.test(word)) word = word.slice(0, -2);
  else if (/.[^s]s$/.test(word)) word = word.slice(0, -1);

  const past = /^(.+?)(?:(eed)|ed|ing)$/.exec(word);
  if (past) {
    if (past[2]) {
      if (measure(past[1])) word = word.slice(0, -1);
    } else if (/[aeiouy]/.test(past[1])) {
      word = past[1];
      if (/(at|bl|iz)$/.test(word) || isShort(word)) word += 'e';
      else if (/([^aeiouylsz])\1$/.test(word)) word = word.slice(0, -1);
    }
  }

  word = word.replace(/(.[^aeiou])y$/, '$1i');
  word = replaced(word, DERIVED, 1) || word;
  word = replaced(word, FORMED, 1) || word;
  const last = replaced(word, LAST, 2);
  if (last) word = last;
  else if (/.[st]ion$/.test(word) && measure(word.slice(0, -3)) > 1) word = word.slice(0, -3);

  if (/.e$/.test(word)) {
    const rest = word.slice(0, -1);
    const m = measure(rest);
    if (m > 1 || (m == 1 && !isShort(rest))) word = rest;
  }
  if (/ll$/.test(word) && measure(word) > 1) word = word.slice(0, -1);
  return word.replace(/^Y/, 'y');
};
