import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const resolve = createRequire(import.meta.url).resolve;

/** Folders of the fonts that ship with the service: Latin, Greek, Cyrillic; Arabic; Chinese. */
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
    return path.join(path.dirname(resolve(`@expo-google-fonts/${family}/package.json`)), weight);
  });
}

/**
 * Writes the font configuration that every child reads: without it, a machine without fonts would draw boxes instead of the mark.
 * @returns its path
 */
export async function writeFontConfig(directory: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  const file = path.resolve(directory, 'fonts.conf');
  const folders = fontFolders()
    .map((folder) => `<dir>${folder}</dir>`)
    .join('');
  const cache = path.resolve(directory, 'font-cache');
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${cache}</cachedir></fontconfig>\n`,
  );
  return file;
}
