import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import bwipjs from 'bwip-js/node';

/** A key pair that signs specimens: authority `FR00`, certificate `0001`. Nobody trusts it but tests that say so. */
export interface SpecimenAuthority {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Makes a new pair; specimens of two runs are never signed by the same key. */
export function specimenAuthority(): SpecimenAuthority {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32.charAt(parseInt(five.padEnd(5, '0'), 2))).join('');
}

/** Adds the signature to header and message: `US`, then r‖s in Base32. `authority: null` leaves a wrong signature. Source: ANTS 2D-Doc 3.3. */
export function signedCode(content: string, authority: SpecimenAuthority | null): string {
  const key = authority?.privateKey ?? specimenAuthority().privateKey;
  const signature = sign('sha256', Buffer.from(content, 'latin1'), { key, dsaEncoding: 'ieee-p1363' });
  return `${content}\u001f${base32(signature)}`;
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
