import { decodeJwt, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import type { TokenFault } from './faults.ts';

export type SignAlg = 'ES256' | 'RS256';

/** The keys of a simulator: the one it publishes, and how it signs with it. */
export interface SimulatorKeys {
  readonly alg: SignAlg;
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly privateJwk: JWK;
}

const KID = 'simulateur';

/** Makes the keys of a simulator, new at every start. */
export async function makeKeys(alg: SignAlg): Promise<SimulatorKeys> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const privateJwk = { ...(await exportJWK(privateKey)), kid: KID, use: 'sig', alg };
  return { alg, kid: KID, privateKey, privateJwk };
}

const HOUR_S = 3600;

/** Signs a token again with other claims, by the simulator's own key. @param token a JWT of the simulator */
export async function resign(keys: SimulatorKeys, token: string, change: (payload: JWTPayload) => JWTPayload): Promise<string> {
  return new SignJWT(change(decodeJwt(token))).setProtectedHeader({ alg: keys.alg, kid: keys.kid }).sign(keys.privateKey);
}

/** The same token with one thing wrong. @param token a JWT of the simulator */
export async function forge(keys: SimulatorKeys, token: string, fault: TokenFault): Promise<string> {
  const payload = decodeJwt(token);
  const past = Math.floor(Date.now() / 1000) - HOUR_S;
  switch (fault) {
    case 'bad_signature': {
      const stranger = await makeKeys(keys.alg);
      return new SignJWT(payload).setProtectedHeader({ alg: keys.alg, kid: keys.kid }).sign(stranger.privateKey);
    }
    case 'unknown_kid': {
      const stranger = await makeKeys(keys.alg);
      return new SignJWT(payload).setProtectedHeader({ alg: keys.alg, kid: 'inconnue' }).sign(stranger.privateKey);
    }
    case 'other_alg': {
      const other = await makeKeys(keys.alg === 'ES256' ? 'RS256' : 'ES256');
      return new SignJWT(payload).setProtectedHeader({ alg: other.alg, kid: keys.kid }).sign(other.privateKey);
    }
    case 'alg_none':
      return new UnsecuredJWT(payload).encode();
    case 'wrong_aud':
      return resign(keys, token, (claims) => ({ ...claims, aud: 'un-autre-service' }));
    case 'wrong_iss':
      return resign(keys, token, (claims) => ({ ...claims, iss: 'https://emetteur.exemple.test' }));
    case 'expired':
      return resign(keys, token, (claims) => ({ ...claims, iat: past - 60, exp: past }));
  }
}
