import type { Seal, SealField } from './seal.ts';
import { fromBase32 } from './base32.ts';
import { judgeSignature, type Judged } from './seal-signature.ts';
import type { Trust } from './trust.ts';
import { readHeader, startsAsTwoDDoc, type Header } from './two-d-doc-header.ts';
import { missingIn } from './two-d-doc-kinds.ts';
import { GS, parseBinary, parseText, US, type Message } from './two-d-doc-message.ts';

/** How a code was found. */
export interface FoundAs {
  /** Where it stands on its page. */
  readonly at: Seal['at'];
  /** False when it is one of several codes of a message and another was not found. */
  readonly complete?: boolean;
}

interface Parted {
  readonly message: Message;
  readonly annex: readonly SealField[];
  readonly content: Uint8Array;
  readonly signature: Uint8Array;
  readonly cut: boolean;
}

/** Message, signature and what follows it, in text form: `header ‖ message ‖ US ‖ Base32 [‖ GS ‖ annex]`. */
function partText(bytes: Uint8Array, header: Header): Parted {
  const text = Buffer.from(bytes).toString('latin1');
  const end = text.indexOf(US);
  const signed = end < 0 ? text : text.slice(0, end);
  const run = end < 0 ? '' : (/^[A-Z2-7]*/.exec(text.slice(end + 1))?.[0] ?? '');
  const rest = end < 0 ? '' : text.slice(end + 1 + run.length);
  return {
    message: parseText(signed.slice(header.length)),
    annex: parseText(rest.startsWith(GS) ? rest.slice(1) : rest).fields,
    content: Buffer.from(signed, 'latin1'),
    signature: fromBase32(run),
    cut: false,
  };
}

function partBinary(bytes: Uint8Array, header: Header): Parted {
  const message = parseBinary(bytes, header.length);
  return {
    message,
    annex: parseBinary(message.rest, 0).fields,
    content: bytes.subarray(0, message.signedUntil ?? bytes.length),
    signature: message.signature,
    cut: message.cut,
  };
}

const unread: Header = {
  ...{ form: 'text', version: '', authority: '', certificate: '', issuedOn: null, signedOn: null, kind: '' },
  ...{ perimeter: '', country: null, length: 0 },
};

/**
 * Reads a 2D-Doc, in text or binary form, and judges its signature. `null` when the bytes are none. Data after the signature is kept apart and proves
 * nothing. Never throws. Version 01 carries its signature in another block: it is read and stays unverifiable. Source: ANTS 2D-Doc 3.2.6 to 3.3.7.
 * @param bytes as encoded in the DataMatrix, of all members of a message in their order @param today `YYYY-MM-DD`
 */
export function readTwoDDoc(bytes: Uint8Array, trust: Trust, found: FoundAs, today: string): Seal | null {
  const complete = found.complete ?? true;
  if (!startsAsTwoDDoc(bytes) && complete) return null;
  const header = startsAsTwoDDoc(bytes) ? readHeader(bytes) : null;
  if (!header) return told(unread, null, { verdict: 'unverifiable', reason: 'malformed' });
  const parted = header.form === 'binary' ? partBinary(bytes, header) : partText(bytes, header);
  return told(header, parted, judge(header, parted));

  function judge(read: Header, { content, signature, cut }: Parted): Judged {
    if (read.version === '01') return { verdict: 'unverifiable', reason: 'unsupported_version' };
    if (!complete || cut) return { verdict: 'unverifiable', reason: 'malformed' };
    const day = read.signedOn ?? read.issuedOn ?? today;
    return judgeSignature({ authority: read.authority, certificate: read.certificate, content, signature, day }, trust);
  }

  function told(read: Header, parted: Parted | null, judged: Judged): Seal {
    const { authority, certificate, issuedOn } = read;
    // Each perimeter numbers its own types: those of another one are none of the papers that are known here.
    const kind = read.perimeter === '01' || read.perimeter === '' ? read.kind : `${read.perimeter}.${read.kind}`;
    const message = parted?.message ?? { fields: [], overlong: [], unknown: [] };
    const named = judged.key ?? trust.keysOf(authority, certificate)[0];
    return {
      standard: 'fr.2d-doc',
      version: read.version,
      kind,
      issuer: { authority, certificate, name: named?.name ?? null },
      issuedOn,
      signedOn: read.signedOn,
      fields: message.fields,
      annex: parted?.annex ?? [],
      verdict: judged.verdict,
      reason: judged.reason,
      revocationKnown: judged.key?.revocationKnown ?? false,
      conformance: {
        missing: read.perimeter === '01' ? missingIn(read.kind, message.fields, issuedOn) : [],
        overlong: message.overlong,
        unknown: message.unknown,
      },
      at: found.at,
    };
  }
}
