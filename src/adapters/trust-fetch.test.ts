import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SignedXml } from 'xml-crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testAuthority, testLeaf, testRevocations, testTrustList, type TestCertificate } from '#testing/trust-specimens.ts';
import { fetchTrust } from './trust-fetch.ts';

const LIST = "//*[local-name(.)='TrustServiceStatusList']";
const answers = new Map<string, Uint8Array | string>();
let server: Server;
let base = '';
let directory = '';
let signer: TestCertificate;
let impostor: TestCertificate;
let authority: TestCertificate;
let leaf: TestCertificate;
let foreign: TestCertificate;

/** A list signed as the State signs its own: enveloped, over the whole list. */
function sign(xml: string, by: TestCertificate, xpath = LIST): string {
  const writer = new SignedXml({
    privateKey: by.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  });
  writer.addReference({
    xpath,
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
  });
  writer.computeSignature(xml, { location: { reference: LIST, action: 'append' } });
  return writer.getSignedXml();
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '');
    response.statusCode = answer === undefined ? 404 : 200;
    response.end(answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  signer = await testAuthority('Signataire', { rsa: true });
  impostor = await testAuthority('Signataire', { rsa: true });
  authority = await testAuthority('Autorité imaginaire');
  leaf = await testLeaf(authority, 'IMP1', { crl: `${base}/a.crl` });
  foreign = await testLeaf(impostor, 'BAD1');
});
afterAll(() => server.close());

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'trust-'));
  await writeFile(path.join(directory, 'signer.pem'), signer.certificate.toString('pem'));
  answers.clear();
  answers.set('/list', sign(testTrustList('FR04', authority, 22), signer));
  answers.set('/leaves', Buffer.concat([leaf.der, foreign.der]));
  answers.set('/a.crl', await testRevocations(authority, [], '2026-11-01'));
});
afterEach(() => rm(directory, { recursive: true }));

const run = (today = '2026-11-25') =>
  fetchTrust({ directory, listUrl: `${base}/list`, sources: { FR04: `${base}/leaves` }, today });
const kept = (name: string) => readFile(path.join(directory, name)).catch(() => null);

describe('fetching what is trusted', () => {
  test('brings list, certificates that lead to it, and revocations; notes the day', async () => {
    expect(await run()).toEqual({ ok: true, value: { sequence: 22, leaves: ['FR04'], revocations: ['FR04-0'], kept: [] } });
    expect((await kept('leaves/FR04.der'))?.equals(Buffer.from(leaf.der))).toBe(true);
    expect(JSON.parse((await kept('checked.json'))?.toString() ?? '')).toEqual({ list: '2026-11-25' });
    expect((await kept('list.xml'))?.toString()).not.toContain('Signature>');
  });

  test('a list signed by somebody else, or changed after, is refused and nothing is written', async () => {
    const own = sign(testTrustList('FR04', authority), signer);
    for (const list of [
      sign(testTrustList('FR04', authority), impostor),
      own.replace('FR04', 'FR06'),
      testTrustList('FR04', authority),
    ]) {
      answers.set('/list', list);
      expect(await run()).toEqual({ ok: false, error: 'signature_wrong' });
    }
    expect(await kept('list.xml')).toBeNull();
  });

  test('a signature over a part of the list only is refused', async () => {
    const part = sign(testTrustList('FR04', authority), signer, "//*[local-name(.)='SchemeInformation']");
    answers.set('/list', part);
    expect(await run()).toEqual({ ok: false, error: 'signature_wrong' });
  });

  test('an older list never takes the place of a newer one', async () => {
    await run();
    answers.set('/list', sign(testTrustList('FR04', authority, 21), signer));
    expect(await run()).toEqual({ ok: false, error: 'older_than_ours' });
    expect((await kept('list.xml'))?.toString()).toContain('>22<');
  });

  test('whatever cannot be had leaves the last good copy', async () => {
    await run();
    answers.set('/leaves', 'busy');
    expect(await run()).toMatchObject({ ok: true, value: { leaves: [], kept: ['FR04'] } });
    expect((await kept('leaves/FR04.der'))?.equals(Buffer.from(leaf.der))).toBe(true);
    answers.delete('/list');
    expect(await run()).toEqual({ ok: false, error: 'list_unreachable' });
  });

  test('older revocations, or of another authority, are not taken', async () => {
    await run();
    const good = await kept('crl/FR04-0.crl');
    for (const list of [
      await testRevocations(authority, [], '2026-10-01'),
      await testRevocations(await testAuthority('Autre'), [], '2026-11-20'),
    ]) {
      answers.set('/a.crl', list);
      expect(await run()).toMatchObject({ ok: true, value: { revocations: [] } });
    }
    expect((await kept('crl/FR04-0.crl'))?.equals(good ?? Buffer.alloc(0))).toBe(true);
  });

  test('without a pinned signer nothing is asked', async () => {
    await rm(path.join(directory, 'signer.pem'));
    expect(await run()).toEqual({ ok: false, error: 'signer_missing' });
  });
});
