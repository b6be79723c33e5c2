/** The fence between the rooms of `src`: `npm run rooms`. The table stands in `checks/rooms/table.ts`. */
import { findFaults } from './rooms/find-faults.ts';
import { readTree } from './read-tree.ts';

const tree = await readTree(new URL('../src/', import.meta.url), /\.tsx?$/);
const faults = findFaults(tree);
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? `${tree.size} files keep to their rooms` : `${faults.length} faults in ${tree.size} files`);
process.exitCode = faults.length === 0 ? 0 : 1;
