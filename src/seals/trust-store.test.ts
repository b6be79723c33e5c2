import { beforeAll, describe, expect, test } from 'vitest';
import { testAuthority, testLeaf, testRevocations, testTrustList, type TestCertificate } from '#testing/trust-specimens.ts';
import { certificatesIn, iHash } from './certificates.ts';
import { trustStore, type TrustFile } from './trust-store.ts';
import { writeText } from './two-d-doc-write.ts';
import { readTwoDDoc } from './two-d-doc.ts';

const TODAY = '2026-11-23';
const text = (path: string, words: string): TrustFile => ({ path, bytes: Buffer.from(words) });
const pem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;

let authority: TestCertificate;
let stranger: TestCertificate;
let leaf: TestCertificate;
let other: TestCertificate;
let expired: TestCertificate;
let foreign: TestCertificate;
let revocations: Uint8Array;

beforeAll(async () => {
  authority = await testAuthority('Autorité imaginaire');
  stranger = await testAuthority('Inconnue');
  leaf = await testLeaf(authority, 'IMP1');
  other = await testLeaf(authority, 'IMP2');
  expired = await testLeaf(authority, 'OLD1', { from: '2024-01-01', until: '2025-01-01' });
  foreign = await testLeaf(stranger, 'FOR1');
  revocations = await testRevocations(authority, [other], '2026-11-01');
});

const leaves = () =>
  [leaf, other, expired, foreign].map(({ der }, index): TrustFile => ({ path: `leaves/FR04-${index}.der`, bytes: der }));
const folder = (...more: readonly TrustFile[]) => [text('list.xml', testTrustList('FR04', authority)), ...leaves(), ...more];
const crl = (): TrustFile => ({ path: 'crl/FR04.crl', bytes: revocations });

/** A seal of the authority, read with the files of a folder. */
function sealed(
  files: readonly TrustFile[],
  by: TestCertificate,
  id: string,
  signedOn: string | null = '2026-09-01',
  today = TODAY,
) {
  const draft = {
    authority: 'FR04',
    certificate: id,
    issuedOn: signedOn,
    signedOn,
    kind: '28',
    fields: [{ id: '45', raw: '2025' }],
  };
  const bytes = Buffer.from(writeText(draft, by.privateKey), 'latin1');
  return readTwoDDoc(bytes, trustStore(files, false, today).seals, { at: null }, today)!;
}

describe('a trust folder', () => {
  test('makes a seal valid whose certificate leads to the list, and names the issuer', () => {
    expect(sealed(folder(crl()), leaf, 'IMP1')).toMatchObject({
      verdict: 'valid',
      reason: null,
      revocationKnown: true,
      issuer: { authority: 'FR04', certificate: 'IMP1', name: 'Imprimerie imaginaire' },
    });
  });

  test('without a list of revoked certificates the seal is valid, and revocation is not known', () => {
    expect(sealed(folder(), leaf, 'IMP1')).toMatchObject({ verdict: 'valid', revocationKnown: false });
  });

  test('a certificate swapped in the header for another known one makes it invalid', () => {
    expect(sealed(folder(crl()), leaf, 'IMP2')).toMatchObject({ verdict: 'invalid', reason: 'bad_signature' });
  });

  test('a certificate expired today and valid on the day of signature is fine; signed later, it is not', () => {
    expect(sealed(folder(crl()), expired, 'OLD1', '2024-06-01').verdict).toBe('valid');
    expect(sealed(folder(crl()), expired, 'OLD1', '2026-06-01')).toMatchObject({ reason: 'signed_outside_certificate' });
    expect(sealed(folder(crl()), expired, 'OLD1', null)).toMatchObject({ reason: 'signed_outside_certificate' });
  });

  test('a revoked certificate makes its seals invalid whatever their day', () => {
    expect(sealed(folder(crl()), other, 'IMP2', '2024-02-01')).toMatchObject({ verdict: 'invalid', reason: 'revoked' });
  });

  test('a certificate that another authority signed breaks the chain', () => {
    expect(sealed(folder(crl()), foreign, 'FOR1')).toMatchObject({ verdict: 'invalid', reason: 'chain_broken' });
  });

  test('an empty folder trusts nobody, a missing leaf is an unknown certificate', () => {
    expect(sealed([], leaf, 'IMP1')).toMatchObject({ verdict: 'unverifiable', reason: 'unknown_authority' });
    expect(sealed(folder(crl()), leaf, 'NONE')).toMatchObject({ verdict: 'unverifiable', reason: 'unknown_certificate' });
  });

  test('a list or revocations not seen anew for 90 days leave seals open', () => {
    const old = text('list.xml', testTrustList('FR04', authority, 22, '2026-08-01'));
    const files = [old, ...leaves(), crl()];
    expect(sealed(files, leaf, 'IMP1')).toMatchObject({ verdict: 'unverifiable', reason: 'trust_expired' });
    expect(sealed([...files, text('checked.json', '{"list":"2026-11-20"}')], leaf, 'IMP1').verdict).toBe('valid');
    const late = sealed(
      [text('list.xml', testTrustList('FR04', authority, 23, '2027-02-01')), ...leaves(), crl()],
      leaf,
      'IMP1',
      '2026-09-01',
      '2027-02-10',
    );
    expect(late).toMatchObject({ verdict: 'unverifiable', reason: 'trust_expired' });
  });

  test('revocation is known by a recent list of the issuer itself, not of another issuer of the same authority', async () => {
    const [first, second] = [testTrustList('FR04', authority), testTrustList('FR04', stranger)];
    const provider = /<(\w+:)?TrustServiceProvider>[\s\S]*<\/(\w+:)?TrustServiceProvider>/;
    const both = text(
      'list.xml',
      first.replace(provider, (own) => own + (provider.exec(second)?.[0] ?? '')),
    );
    const old = { path: 'crl/a.crl', bytes: await testRevocations(authority, [other], '2026-06-01') };
    const recent = { path: 'crl/b.crl', bytes: await testRevocations(stranger, [], '2026-11-01') };
    expect(sealed([both, ...leaves(), crl(), recent], leaf, 'IMP1')).toMatchObject({ verdict: 'valid', revocationKnown: true });
    expect(sealed([both, ...leaves(), old, recent], leaf, 'IMP1')).toMatchObject({ verdict: 'valid', revocationKnown: false });
  });

  test('a list of revoked certificates signed by somebody else says nothing', async () => {
    const forged = await testRevocations({ ...stranger, certificate: authority.certificate }, [leaf], '2026-11-01');
    expect(sealed(folder({ path: 'crl/FR04.crl', bytes: forged }), leaf, 'IMP1')).toMatchObject({
      verdict: 'valid',
      revocationKnown: false,
    });
  });

  test('test keys count only where tests are accepted', () => {
    const key = text('test-a.pub.pem', String(leaf.certificate.publicKey.toString('pem')));
    expect(trustStore([key], true, TODAY).seals.keysOf('FR00', '0001')).toHaveLength(1);
    expect(trustStore([key], false, TODAY).seals.keysOf('FR00', '0001')).toHaveLength(0);
  });

  test('files that hold nothing are named, the rest counts', () => {
    const { summary } = trustStore(folder(text('leaves/FR04-x.der', 'nothing'), text('crl/x.crl', 'no')), false, TODAY);
    expect(summary).toMatchObject({ authorities: ['FR04'], certificates: 4, unread: ['crl/x.crl', 'leaves/FR04-x.der'] });
  });

  test('a certificate whose key is no point of its curve holds nothing', () => {
    const bytes = Buffer.from(leaf.der);
    const point = bytes.indexOf(Buffer.from([0x03, 0x42, 0x00, 0x04]));
    expect(point).toBeGreaterThan(0);
    bytes[point + 3] = 0x05;
    const { summary } = trustStore(folder({ path: 'leaves/FR04-key.der', bytes }), false, TODAY);
    expect(summary).toMatchObject({ certificates: 4, unread: ['leaves/FR04-key.der'] });
  });
});

describe('certificates in what authorities publish', () => {
  test.each([
    ['DER', () => leaf.der],
    ['PEM', () => Buffer.from(pem(leaf.der))],
    ['DER one after another', () => Buffer.concat([leaf.der, other.der])],
    [
      'a multipart answer',
      () =>
        Buffer.concat([Buffer.from('--b\r\nContent-Type: application/pkix-cert\r\n\r\n'), leaf.der, Buffer.from('\r\n--b--')]),
    ],
    ['Base64 without a frame', () => Buffer.from(Buffer.from(leaf.der).toString('base64').replace(/.{64}/g, '$&\r\n'))],
  ])('%s', (_name, bytes) => {
    expect(certificatesIn(bytes()).map(({ subject }) => subject)).toContain('C=FR\nO=Imprimerie imaginaire\nCN=IMP1');
  });

  test('a store names an issuer by 27 characters of Base64', () => {
    expect(iHash(certificatesIn(authority.der)[0]!)).toMatch(/^[A-Za-z0-9+/]{27}$/);
  });
});
