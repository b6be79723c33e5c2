import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import { err, ok } from '#kernel/result.ts';
import type { Passkeys } from '#ports/passkeys.ts';

const base64Url = z
  .string()
  .min(1)
  .max(20_000)
  .regex(/^[A-Za-z0-9_-]+$/);
const transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);

const credential = { id: base64Url, rawId: base64Url, type: z.literal('public-key'), clientExtensionResults: z.object({}) };

const newAnswer = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64Url,
    attestationObject: base64Url,
    transports: z.array(transport).catch([]).default([]),
  }),
});

const signInAnswer = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64Url,
    authenticatorData: base64Url,
    signature: base64Url,
    userHandle: base64Url.nullish().transform((value) => value ?? undefined),
  }),
});

/** Copies bytes into a buffer of their own, the type that the library asks. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/**
 * Passkeys by @simplewebauthn/server, bound to the host of the service's address. No attestation is asked: which maker built the
 * device is none of our business.
 */
export function passkeys(service: { baseUrl: string; serviceName: string }): Passkeys {
  const { origin, hostname } = new URL(service.baseUrl);
  return {
    askNew: async (account, existing) => {
      const options = await generateRegistrationOptions({
        rpName: service.serviceName,
        rpID: hostname,
        userName: account.email,
        userID: new TextEncoder().encode(account.id),
        excludeCredentials: existing.map(({ id, transports }) => ({ id, transports: [...transports] })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      return { challenge: options.challenge, options };
    },
    checkNew: async (answer, challenge) => {
      const parsed = newAnswer.safeParse(answer);
      if (!parsed.success) return err('passkey.refused');
      try {
        const { verified, registrationInfo } = await verifyRegistrationResponse({
          response: parsed.data,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: hostname,
          requireUserVerification: true,
        });
        if (!verified) return err('passkey.refused');
        const { id, publicKey, counter } = registrationInfo.credential;
        return ok({ id, publicKey, counter, transports: parsed.data.response.transports });
      } catch {
        // The library throws on whatever a hostile answer gets wrong; there is nothing to tell apart.
        return err('passkey.refused');
      }
    },
    askSignIn: async () => {
      const options = await generateAuthenticationOptions({ rpID: hostname, userVerification: 'required' });
      return { challenge: options.challenge, options };
    },
    idOf: (answer) => {
      const parsed = signInAnswer.safeParse(answer);
      return parsed.success ? parsed.data.id : null;
    },
    checkSignIn: async (answer, challenge, key) => {
      const parsed = signInAnswer.safeParse(answer);
      if (!parsed.success) return err('passkey.refused');
      const { userHandle, ...response } = parsed.data.response;
      try {
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          response: { ...parsed.data, response: userHandle === undefined ? response : { ...response, userHandle } },
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: hostname,
          credential: { id: key.id, publicKey: own(key.publicKey), counter: key.counter },
          requireUserVerification: true,
        });
        return verified ? ok({ counter: authenticationInfo.newCounter }) : err('passkey.refused');
      } catch {
        return err('passkey.refused');
      }
    },
  };
}
