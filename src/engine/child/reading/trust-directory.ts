import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { trustStore, type TrustFile, type TrustStore } from '#seals/trust-store.ts';

/** A list of all authorities of Europe has a few megabytes; nothing of a trust folder is larger. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * Reads the trust folder, one level deep; its layout stands in `src/seals/README.md`. A missing folder trusts nobody; a file that holds nothing of
 * use is left out.
 * @param today `YYYY-MM-DD`
 */
export async function readTrust(directory: string | null, acceptsTests: boolean, today: string): Promise<TrustStore> {
  const files: TrustFile[] = [];
  const entries = directory ? await readdir(directory, { withFileTypes: true, recursive: true }).catch(() => []) : [];
  for (const entry of directory === null ? [] : entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = await readFile(file).catch(() => null);
    const path = file
      .slice((directory ?? '').length)
      .replace(/^[\\/]+/, '')
      .replaceAll('\\', '/');
    if (bytes && bytes.length <= MOST_BYTES) files.push({ path, bytes });
  }
  return trustStore(files, acceptsTests, today);
}
