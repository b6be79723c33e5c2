import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

const challenge = z.object({ challenge: z.string() });

/** Keeps what a passkey has to sign, beside what the browser is in the middle of. */
export async function keepChallenge(request: FastifyRequest, text: string): Promise<void> {
  await request.setSessionState({ ...request.session?.state, challenge: text });
}

/** Takes the challenge back: each one is answered once, rightly or not. */
export async function takeChallenge(request: FastifyRequest): Promise<string | null> {
  const read = challenge.safeParse(request.session?.state);
  if (!read.success) return null;
  const { challenge: _, ...rest } = request.session?.state ?? {};
  await request.setSessionState(rest);
  return read.data.challenge;
}
