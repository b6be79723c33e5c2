/** What first bytes say a file is. Names and declared types decide nothing. */
export type FileType = 'pdf' | 'jpeg' | 'png' | 'webp' | 'heic' | 'tiff';

/** How many first bytes are enough to tell. */
export const SNIFF_BYTES = 4100;

const HEIC_BRANDS = new Set(['heic', 'heix', 'mif1', 'msf1', 'heim', 'heis', 'hevc']);

/** The type by magic numbers, or `null` for everything the service does not take (SVG, HTML, Office, archives, programs, GIF). */
export function sniffFileType(head: Uint8Array): FileType | null {
  const latin = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg';
  if (latin(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (latin(0, 4) === 'RIFF' && latin(8, 12) === 'WEBP') return 'webp';
  if (latin(4, 8) === 'ftyp') return HEIC_BRANDS.has(latin(8, 12)) ? 'heic' : null;
  if (latin(0, 4) === 'II*\0' || latin(0, 4) === 'MM\0*') return 'tiff';
  if (latin(0, 1024).includes('%PDF-')) return 'pdf';
  return null;
}
