import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** Texts of the files below a folder whose name matches, by path from that folder, with `/`, in order. An absent folder is empty. */
export async function readTree(folder: URL, name: RegExp): Promise<Map<string, string>> {
  const root = fileURLToPath(folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  const tree = new Map<string, string>();
  const files = entries
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of files.sort()) tree.set(path.relative(root, file).replaceAll(path.sep, '/'), await readFile(file, 'utf8'));
  return tree;
}
