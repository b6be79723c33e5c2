import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

const url64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const KEY_ATTACHED = 0x40;

/** CBOR of what an authenticator writes: byte strings and small maps, lengths as short as can be (RFC 8949 §4.2.1). */
const cborBytes = (bytes: Uint8Array) => {
  const { length } = bytes;
  const head = length < 24 ? [0x40 + length] : length < 256 ? [0x58, length] : [0x59, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), bytes]);
};
const cborText = (text: string) => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);

/** A passkey kept in memory: what a phone or security key answers, for tests. ES256, no attestation. */
export class SoftwarePasskey {
  readonly #id = randomBytes(16);
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #origin: string;
  /** Signatures so far; a test may set it back to play a copied key. */
  counter = 0;
  /** Whether the device asks for its PIN or a finger. */
  verifiesUser = true;

  constructor(origin: string) {
    this.#origin = origin;
  }

  get id(): string {
    return url64(this.#id);
  }

  /** Answers `navigator.credentials.create`. */
  create(options: unknown): unknown {
    const { challenge, rp } = options as { challenge: string; rp: { id: string } };
    const jwk = this.#keys.publicKey.export({ format: 'jwk' });
    const cose = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      cborBytes(Buffer.from(jwk.x ?? '', 'base64url')),
      Buffer.from([0x22]),
      cborBytes(Buffer.from(jwk.y ?? '', 'base64url')),
    ]);
    const attached = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.#id.length]), this.#id, cose]);
    const authData = Buffer.concat([this.#facts(rp.id, KEY_ATTACHED), attached]);
    const attestation = [cborText('fmt'), cborText('none'), cborText('attStmt'), Buffer.from([0xa0])];
    const attestationObject = Buffer.concat([Buffer.from([0xa3]), ...attestation, cborText('authData'), cborBytes(authData)]);
    const response = { attestationObject: url64(attestationObject), transports: ['internal'] };
    return this.#answer('webauthn.create', challenge, response);
  }

  /** Answers `navigator.credentials.get`. */
  get(options: unknown): unknown {
    const { challenge, rpId } = options as { challenge: string; rpId: string };
    this.counter += 1;
    const facts = this.#facts(rpId, 0);
    const signed = Buffer.concat([facts, sha256(this.#clientData('webauthn.get', challenge))]);
    const signature = createSign('sha256').update(signed).sign(this.#keys.privateKey);
    const response = { authenticatorData: url64(facts), signature: url64(signature), userHandle: null };
    return this.#answer('webauthn.get', challenge, response);
  }

  #facts(host: string, extra: number): Buffer {
    const flags = USER_PRESENT | (this.verifiesUser ? USER_VERIFIED : 0) | extra;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(host), Buffer.from([flags]), counter]);
  }

  #clientData(type: string, challenge: string): string {
    return JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false });
  }

  #answer(type: string, challenge: string, response: object): unknown {
    const clientDataJSON = url64(this.#clientData(type, challenge));
    const id = this.id;
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: { ...response, clientDataJSON } };
  }
}
