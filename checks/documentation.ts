/** Every exported function of `src` says what it is: a doc comment stands before it. */
import { undocumented } from './documentation/undocumented.ts';
import { readTree } from './read-tree.ts';

const tree = await readTree(new URL('../src/', import.meta.url), /(?<!\.test|\.contract|\.d)\.tsx?$/);
const faults = [...tree].flatMap(([file, text]) =>
  undocumented(file, text).map((name) => `src/${file}: ${name} has no doc comment`),
);
if (tree.size === 0) faults.push('no file was seen');
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? `${tree.size} files documented` : `${faults.length} exported functions without a doc comment`);
process.exitCode = faults.length === 0 ? 0 : 1;
