/** Text as we store it: NFC, without control characters (line feeds kept when `lines`), trimmed. */
export function cleanText(text: string, lines = false): string {
  const normal = text.normalize('NFC').replaceAll('\r\n', '\n');

  const kept = lines ? normal.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ') : normal.replace(/[\u0000-\u001f\u007f]/g, ' ');
  return kept.trim();
}

/** Length in code points, as people count characters. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** ASCII word for a file name in headers: letters, digits and `_`; `fallback` when nothing remains. */
export function asciiSlug(text: string, fallback: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return slug || fallback;
}
