/**
 * Throws mutated and made-up bytes at everything that reads seals, for some minutes of processor time, and prints how many cases, crashes and wrongly
 * valid answers there were, and the slowest case. `npx tsx bench/fuzz-seals.ts [minutes, default 1] [seed]`
 */
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { PDF } from '@libpdf/core';
import { pdfSigner } from '../src/engine/client/sign-pdf.ts';
import { pdfUpdates } from '../src/seals/pdf-changes.ts';
import { readPdfSignatures } from '../src/seals/pdf-signature.ts';
import { readSeals } from '../src/seals/seal-reader.ts';
import type { Seal } from '../src/seals/seal.ts';
import { NO_TRUST, type Trust } from '../src/seals/trust.ts';
import { trustStore } from '../src/seals/trust-store.ts';
import { writeBinary } from '../src/seals/two-d-doc-write.ts';
import { testAuthority, testLeaf, testRevocations, testTrustList } from '../src/testing/trust-specimens.ts';

const minutes = Number(process.argv[2] ?? 1);
const seed = Number(process.argv[3] ?? 1);
const TODAY = '2026-11-23';
const EVERY_MS = 60_000;

/** Numbers in 0..1 that follow from the seed, so that a crash can be had again (mulberry32). */
function numbersFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const random = numbersFrom(seed);
const below = (limit: number) => Math.floor(random() * limit);

const { publicKeySpkiBase64, vectors } = JSON.parse(
  readFileSync(new URL('../src/seals/two-d-doc-vectors.json', import.meta.url), 'utf8'),
) as { publicKeySpkiBase64: string; vectors: { raw: string }[] };
const key = createPublicKey({ key: Buffer.from(publicKeySpkiBase64, 'base64'), format: 'der', type: 'spki' });
const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const trust: Trust = {
  ...NO_TRUST,
  acceptsTests: true,
  knowsAuthority: () => true,
  keysOf: () =>
    [key, pair.publicKey].map((one) => ({
      key: one,
      name: null,
      from: null,
      until: null,
      revoked: false,
      revocationKnown: true,
      chained: true,
    })),
};
const authority = await testAuthority('Fuzz', { rsa: true });
const leaf = await testLeaf(authority, 'FUZZ', { rsa: true });
const revocations = await testRevocations(await testAuthority('Liste'), [], '2026-11-01');
const pdf = PDF.create();
pdf.addPage({ size: 'a4' }).drawText('Salaire net 1 852,59', { x: 50, y: 700 });
const sign = pdfSigner(
  { certificateDer: leaf.der, privateKeyPem: leaf.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() },
  'Fuzz',
);
const signed = await sign(await pdf.save(), new Date('2026-10-01T09:00:00Z'));
const pdfTrust = trustStore([{ path: 'pdf/fuzz.der', bytes: authority.der }], false, TODAY).pdf;
const inflate = (bytes: Uint8Array) => {
  try {
    return inflateSync(bytes, { maxOutputLength: 1 << 24 });
  } catch {
    return null;
  }
};
const fields = [
  { id: '45', raw: '2025' },
  { id: '46', raw: 'EXEMPLAIRE CAMILLE' },
];
const draft = { authority: 'FR04', certificate: 'FPE3', issuedOn: null, signedOn: null, kind: '28', fields };
const codes = [...vectors.map(({ raw }) => Buffer.from(raw, 'latin1')), Buffer.from(writeBinary(draft, pair.privateKey))];
const list = Buffer.from(testTrustList('FR04', authority));

/** Bytes with a few of them changed, cut, doubled or put in. */
function mutated(source: Uint8Array): Buffer {
  let bytes = Buffer.from(source);
  for (let times = below(8) + 1; times > 0; times -= 1) {
    const [at, length] = [below(bytes.length + 1), below(12) + 1];
    const kind = below(5);
    if (kind === 0 && bytes.length > 0) bytes[at % bytes.length] = below(256);
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at)]);
    else if (kind === 3)
      bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(Array.from({ length }, () => below(256))), bytes.subarray(at)]);
    else if (bytes.length > 0) bytes[at % bytes.length] = [0x1d, 0x1e, 0x1f, 0x30, 0xff][below(5)] ?? 0;
  }
  return bytes;
}

interface Target {
  readonly name: string;
  /** Answers whether anything was found valid that nobody signed. */
  readonly run: (bytes: Buffer) => boolean;
  readonly sources: readonly Uint8Array[];
  readonly share: number;
}
/** What a seal says: what follows its signature, and how its Base32 ends, is not signed. */
const said = ({ version, kind, issuer, issuedOn, signedOn, fields: own }: Seal) =>
  JSON.stringify([version, kind, issuer.authority, issuer.certificate, issuedOn, signedOn, own]);
const genuine = new Set(codes.flatMap((bytes) => readSeals([{ bytes, at: null }], trust, TODAY).map(said)));
const forged = (seals: readonly Seal[]) => seals.some((seal) => seal.verdict === 'valid' && !genuine.has(said(seal)));
const range = /\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)/.exec(Buffer.from(signed).toString('latin1'));
const [first = 0, second = 0, length = 0] = range?.slice(1, 4).map(Number) ?? [];
/** What the signature covers is as it was signed. */
const untouched = (bytes: Buffer) =>
  bytes.subarray(0, first).equals(signed.subarray(0, first)) &&
  bytes.subarray(second, second + length).equals(signed.subarray(second, second + length));
const targets: readonly Target[] = [
  {
    name: 'codes',
    sources: codes,
    share: 0.6,
    run: (bytes) => forged(readSeals([{ bytes, at: null }], trust, TODAY)),
  },
  {
    name: 'parts',
    sources: codes.map((code) => Buffer.concat([Buffer.from('EABC01'), code])),
    share: 0.15,
    run: (bytes) =>
      forged(
        readSeals(
          [bytes, mutated(Buffer.from('EABC11REST'))].map((part) => ({ bytes: part, at: null })),
          trust,
          TODAY,
        ),
      ),
  },
  {
    name: 'pdf',
    sources: [signed],
    share: 0.15,
    run: (bytes) => {
      const text = bytes.toString('latin1');
      pdfUpdates(bytes, text, inflate);
      return (
        readPdfSignatures(bytes, text, pdfTrust, TODAY, inflate).some(({ verdict }) => verdict === 'valid') && !untouched(bytes)
      );
    },
  },
  {
    name: 'trust',
    sources: [list, leaf.der, revocations],
    share: 0.1,
    run: (bytes) => {
      trustStore(
        ['list.xml', 'leaves/FR04-a.der', 'crl/a.crl', 'pdf/a.der', 'manifests/a.json', 'checked.json'].map((path) => ({
          path,
          bytes,
        })),
        true,
        TODAY,
      );
      return false;
    },
  },
];

const counts = new Map<string, number>();
let [cases, crashes, accepted, slowest, slowestOf] = [0, 0, 0, 0, ''];
const used = () => process.cpuUsage().user / 60_000_000 + process.cpuUsage().system / 60_000_000;
let told = Date.now();
const tell = () =>
  console.log(
    `${used().toFixed(1)} min of processor: ${cases} cases (${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')}), ${crashes} crashes, ${accepted} changed and still valid, slowest ${slowest.toFixed(1)} ms (${slowestOf}), seed ${seed}`,
  );

while (used() < minutes) {
  const choice = random();
  let sum = 0;
  const target = targets.find(({ share }) => (sum += share) > choice) ?? targets[0];
  if (!target) break;
  const source = target.sources[below(target.sources.length)] ?? new Uint8Array();
  const bytes = mutated(source);
  const started = process.cpuUsage();
  try {
    if (target.run(bytes)) {
      accepted += 1;
      console.log(`still valid (${target.name}): ${bytes.toString('base64').slice(0, 4000)}`);
    }
  } catch (error) {
    crashes += 1;
    console.log(
      `crash (${target.name}): ${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}\n${bytes.toString('base64').slice(0, 4000)}`,
    );
  }
  const spent = process.cpuUsage(started);
  const ms = (spent.user + spent.system) / 1000;
  if (ms > slowest) [slowest, slowestOf] = [ms, target.name];
  cases += 1;
  counts.set(target.name, (counts.get(target.name) ?? 0) + 1);
  if (Date.now() - told > EVERY_MS) {
    told = Date.now();
    tell();
  }
}
tell();
process.exitCode = crashes + accepted > 0 ? 1 : 0;
