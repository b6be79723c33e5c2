import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import bwipjs from 'bwip-js/node';
import { signText } from '#seals/two-d-doc-write.ts';

/** A key pair that signs specimens: authority `FR00`, certificate `0001`. Nobody trusts it but tests that say so. */
export interface SpecimenAuthority {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Makes a new pair; specimens of two runs are never signed by the same key. */
export function specimenAuthority(): SpecimenAuthority {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

/** Signs header and message. `authority: null` leaves a signature of somebody else. */
export function signedCode(content: string, authority: SpecimenAuthority | null): string {
  return signText(content, (authority ?? specimenAuthority()).privateKey);
}

/** The DataMatrix of a text, as PNG. Control characters are kept byte for byte. */
export async function dataMatrix(text: string): Promise<Uint8Array> {
  const escaped = text.replace(/[^\x20-\x5d\x5f-\x7e]/g, (letter) => `^${String(letter.charCodeAt(0)).padStart(3, '0')}`);
  return bwipjs.toBuffer({
    bcid: 'datamatrix',
    text: escaped,
    parse: true,
    scale: 4,
    paddingwidth: 2,
    paddingheight: 2,
    backgroundcolor: 'FFFFFF',
  });
}
