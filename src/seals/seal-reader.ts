import { isIso22376, readIso22376 } from './iso22376.ts';
import { readIssuerLink } from './issuer-link.ts';
import type { Seal, SealStandard } from './seal.ts';
import type { Trust } from './trust.ts';
import { readTwoDDoc, type FoundAs } from './two-d-doc.ts';
import { startsAsTwoDDoc } from './two-d-doc-header.ts';
import { joinParts, type Part } from './two-d-doc-parts.ts';

/** One standard of seals carried by codes. Readers never throw, whatever the bytes. */
export interface SealReader {
  readonly standard: SealStandard;
  recognises(bytes: Uint8Array): boolean;
  /** `null` when the bytes are no such seal after all. @param today `YYYY-MM-DD` */
  read(bytes: Uint8Array, trust: Trust, found: FoundAs, today: string): Seal | null;
}

/** The standards that are read, in the order in which they are tried. */
export const SEAL_READERS: readonly SealReader[] = [
  { standard: 'fr.2d-doc', recognises: startsAsTwoDDoc, read: readTwoDDoc },
  { standard: 'iso22376', recognises: isIso22376, read: (bytes, trust, { at }, today) => readIso22376(bytes, trust, at, today) },
  {
    standard: 'issuer.link',
    recognises: (bytes) => readIssuerLink(bytes, null) !== null,
    read: (bytes, _trust, { at }) => readIssuerLink(bytes, at),
  },
];

/**
 * Reads the seals in the codes of one file: messages of several codes are put together first, in whatever order they were found; one that lacks a member
 * is malformed. Codes that are no seals are left out. @param today `YYYY-MM-DD`
 */
export function readSeals(codes: readonly Part<Seal['at']>[], trust: Trust, today: string): readonly Seal[] {
  return joinParts(codes).flatMap(({ bytes, at, complete }): Seal[] => {
    if (!complete) {
      const seal = readTwoDDoc(bytes, trust, { at, complete }, today);
      return seal ? [seal] : [];
    }
    const seal = SEAL_READERS.find((reader) => reader.recognises(bytes))?.read(bytes, trust, { at }, today);
    return seal ? [seal] : [];
  });
}
