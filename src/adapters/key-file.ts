import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

/**
 * Reads a key kept in a file, or makes it at the first start: mode 0600 in a folder of mode 0700, complete or absent
 * (a process killed half-way leaves no half key), and never replaced when two processes start at once.
 * @param make gives the text of a new key
 * @returns the text, and whether it was made just now, so that the start can say so
 */
export async function loadOrMakeKeyFile(
  directory: string,
  name: string,
  make: () => string,
): Promise<{ text: string; made: boolean }> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = path.join(directory, name);
  const present = await readKey(file);
  if (present !== null) return { text: present, made: false };
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(`${make()}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const made = await linkOnce(draft, file);
    const text = await readKey(file);
    if (text === null) throw new Error(`the key file ${name} vanished while it was being made`);
    return { text, made };
  } finally {
    await rm(draft, { force: true });
  }
}

async function readKey(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** A hard link, unlike a rename, fails when the name is taken. */
async function linkOnce(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}
