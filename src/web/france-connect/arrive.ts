import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Id } from '#kernel/ids.ts';
import { readNamesToConfirm } from '#features/france-connect/carry-names.ts';
import { openedByFranceConnect } from '#features/france-connect/session-notes.ts';
import { seeOther } from '#http/pages.ts';
import type { Notice } from '#http/notices.ts';
import type { FranceConnectHouse } from './france-connect-house.ts';

const NAMES = '/compte/franceconnect/noms';

/**
 * Opens the session of somebody who came by FranceConnect, in place of the present one, and goes on: first to the names that wait for
 * their word, if any.
 */
export async function arrive(
  request: FastifyRequest,
  reply: FastifyReply,
  house: FranceConnectHouse,
  who: { accountId: Id<'account'>; idToken: string; back: string; notice?: Notice },
): Promise<FastifyReply> {
  const before = request.session;
  const same = before?.account?.id === who.accountId ? before : null;
  await request.signIn(who.accountId, {
    kind: same?.kind === 'agent' ? 'agent' : 'member',
    remember: same?.remember ?? false,
    secondFactor: same !== null && same.secondFactorAt !== null,
    state: openedByFranceConnect(house, who.idToken),
  });
  const waiting = await readNamesToConfirm(house, { accountId: who.accountId });
  return seeOther(reply, waiting ? `${NAMES}?retour=${encodeURIComponent(who.back)}` : who.back, who.notice);
}
