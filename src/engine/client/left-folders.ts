import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const NAMED = /^engine-(\d+)-/;
let swept = false;

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/**
 * Erases what processes that were killed left of the folders of their children: pages that were being bound, in clear. Folders of this process's
 * number count as well, it has none yet: in a container every life of a worker has the same number.
 */
function sweepFolders(): void {
  for (const name of readdirSync(os.tmpdir())) {
    const pid = Number(NAMED.exec(name)?.[1] ?? 0);
    const folder = path.join(os.tmpdir(), name);
    if (pid === 0 || (pid !== process.pid && lives(pid))) continue;
    const isOurs = lstatSync(folder, { throwIfNoEntry: false })?.uid === process.getuid?.();
    if (isOurs) rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the private folder of one child, readable by nobody else. The first time, erases those of processes that have died. @returns its path */
export function makeChildFolder(): string {
  if (!swept) sweepFolders();
  swept = true;
  return mkdtempSync(path.join(os.tmpdir(), `engine-${process.pid}-`));
}
