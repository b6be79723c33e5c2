import { createPrivateKey, createSign } from 'node:crypto';
import { PDF, P12Signer, type Signer } from '@libpdf/core';

/** A certificate and its key: made by ourselves at first start, or a PKCS#12 file of the operator. */
export type SigningIdentity =
  | { readonly certificateDer: Uint8Array; readonly privateKeyPem: string }
  | { readonly p12: Uint8Array; readonly password: string };

async function signerOf(identity: SigningIdentity): Promise<Signer> {
  if ('p12' in identity) return P12Signer.create(identity.p12, identity.password);
  const key = createPrivateKey(identity.privateKeyPem);
  return {
    certificate: identity.certificateDer,
    certificateChain: [],
    keyType: 'RSA',
    signatureAlgorithm: 'RSASSA-PKCS1-v1_5',
    sign: async (bytes) => new Uint8Array(createSign('sha256').update(bytes).sign(key)),
  };
}

/** Signs finished PDFs (PAdES B-B): one changed byte is seen by any reader. */
export function pdfSigner(identity: SigningIdentity, reason: string): (pdf: Uint8Array, at: Date) => Promise<Uint8Array> {
  const signer = signerOf(identity);
  return async (bytes, at) => {
    const pdf = await PDF.load(bytes);
    const { bytes: signed } = await pdf.sign({ signer: await signer, signingTime: at, reason, level: 'B-B' });
    return signed;
  };
}
