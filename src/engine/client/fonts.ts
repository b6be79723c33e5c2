import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const resolve = createRequire(import.meta.url).resolve;

/** Thrown at start: without the fonts of the service, marks and names would be drawn as boxes. */
export class FontsMissing extends Error {
  constructor(family: string) {
    super(`the font ${family} is not there: install the packages of the project again (npm ci)`);
  }
}

/** Folders of the fonts that ship with the service: Latin, Greek, Cyrillic; Arabic; Chinese. Throws `FontsMissing`. */
export function fontFolders(): readonly string[] {
  return [
    'noto-sans/400Regular',
    'noto-sans/600SemiBold',
    'noto-sans/700Bold',
    'noto-sans-arabic/400Regular',
    'noto-sans-arabic/700Bold',
    'noto-sans-sc/400Regular',
  ].map((folder) => {
    const [family = '', weight = ''] = folder.split('/');
    return path.join(packageOf(family), weight);
  });
}

function packageOf(family: string): string {
  try {
    return path.dirname(resolve(`@expo-google-fonts/${family}/package.json`));
  } catch {
    throw new FontsMissing(family);
  }
}

/**
 * Writes the font configuration that every child reads: without it, a machine without fonts would draw boxes instead of the mark.
 * Throws `FontsMissing` when a folder holds no font.
 * @returns its path
 */
export async function writeFontConfig(directory: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  const file = path.resolve(directory, 'fonts.conf');
  const folders = fontFolders();
  for (const folder of folders) {
    const files = await readdir(folder).catch(() => []);
    if (!files.some((name) => name.endsWith('.ttf'))) throw new FontsMissing(path.basename(path.dirname(folder)));
  }
  const cache = path.resolve(directory, 'font-cache');
  const listed = folders.map((folder) => `<dir>${folder}</dir>`).join('');
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${listed}<cachedir>${cache}</cachedir></fontconfig>\n`,
  );
  return file;
}
