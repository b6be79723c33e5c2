import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import type { ErasureJournal } from '#ports/erasure-journal.ts';

/** A journal of erasures in one file, a JSON line each, only ever added to and synced to the disk. @param file made when absent */
export function fileErasureJournal(file: string): ErasureJournal {
  return {
    append: async (lines) => {
      await mkdir(path.dirname(file), { recursive: true });
      const handle = await open(file, 'a', 0o600);
      try {
        await handle.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
  };
}
