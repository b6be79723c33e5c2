import type { IntakeCode } from '../pieces/intake.ts';
import type { Situation } from './situation.ts';

/** Bytes, inclusive: one file, one piece, one request. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_PIECE_BYTES = 50 * 1024 * 1024;
export const MAX_REQUEST_BYTES = 80 * 1000 * 1000;

/** What a piece already holds. */
export interface PieceHoldings {
  readonly files: number;
  readonly bytes: number;
  readonly pages: number;
  readonly hashes: ReadonlySet<string>;
}

/**
 * Judges one more file for a piece, before it is opened: counted per piece, on what is kept and what is new.
 * @returns why it cannot be added, or `null`
 */
export function judgeFile(
  situation: Pick<Situation, 'limits'>,
  holds: PieceHoldings,
  file: { bytes: number; hash: string },
): IntakeCode | null {
  if (file.bytes === 0) return 'empty';
  if (file.bytes > MAX_FILE_BYTES) return 'too_big';
  if (holds.hashes.has(file.hash)) return 'duplicate';
  if (holds.files + 1 > situation.limits.files[1]) return 'too_many_files';
  if (holds.bytes + file.bytes > MAX_PIECE_BYTES) return 'piece_too_big';
  return null;
}

/** Pages that a piece can still take; the engine counts up to this number plus one. */
export function pagesLeft(situation: Pick<Situation, 'limits'>, holds: Pick<PieceHoldings, 'pages'>): number {
  return Math.max(0, situation.limits.pages - holds.pages);
}
