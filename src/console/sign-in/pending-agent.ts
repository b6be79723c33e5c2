import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { MINUTE_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';

const HALFWAY_MS = 10 * MINUTE_MS;

const state = z.object({
  agent: z.object({ accountId: z.uuid().transform((id) => id as Id<'account'>), until: z.number() }),
});

/** Notes that the password was right and the second factor is due: ten minutes, in the anonymous session of the browser. */
export async function notePending(request: FastifyRequest, accountId: Id<'account'>, now: Date): Promise<void> {
  await request.setSessionState({ agent: { accountId, until: now.getTime() + HALFWAY_MS } });
}

/** The account that has given its password in this browser and owes a second factor; `null` when there is none or it took too long. */
export function pendingAgent(request: FastifyRequest, now: Date): Id<'account'> | null {
  const read = state.safeParse(request.session?.state);
  return read.success && read.data.agent.until > now.getTime() ? read.data.agent.accountId : null;
}
