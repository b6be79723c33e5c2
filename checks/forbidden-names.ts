/** No route, id, class, script or field carries a name that ad-blockers hide: people would lose the button without a word. */
import { hiddenNames, hiddenSelectors, hiddenWord } from './names/hidden-names.ts';
import { readTree } from './read-tree.ts';

const pages = await readTree(new URL('../src/', import.meta.url), /(?<!\.test|\.contract|\.d)\.tsx?$/);
const sheets = await readTree(new URL('../src/', import.meta.url), /\.css$/);
const faults = [
  ...[...pages].flatMap(([file, text]) => hiddenNames(file, text).map((fault) => `src/${file}:${fault}`)),
  ...[...sheets].flatMap(([file, text]) => hiddenSelectors(text).map((fault) => `src/${file}:${fault}`)),
  ...[...pages.keys()]
    .filter((file) => file.startsWith('ui/islands/') && hiddenWord(file) !== null)
    .map((file) => `src/${file}: the name of a script`),
];
if (pages.size === 0) faults.push('no file was seen');
for (const fault of faults) console.error(fault);
console.log(
  faults.length === 0 ? `${pages.size + sheets.size} files without hidden names` : `${faults.length} names that ad-blockers hide`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
