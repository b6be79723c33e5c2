import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Id } from '#kernel/ids.ts';
import { readNamesToConfirm } from '#features/france-connect/carry-names.ts';
import { openedByFranceConnect } from '#features/france-connect/session-notes.ts';
import { seeOther } from '#http/pages.ts';
import type { Notice } from '#http/notices.ts';
import type { FranceConnectHouse } from './france-connect-house.ts';

const NAMES = '/compte/franceconnect/noms';

interface Arriving {
  readonly accountId: Id<'account'>;
  readonly idToken: string;
  /** Path of this site to go on to. */
  readonly back: string;
}

/**
 * Opens the session of somebody who came by FranceConnect, in place of the present one.
 * @returns where to go on: first to the names that wait for their word, if any
 */
export async function enter(request: FastifyRequest, house: FranceConnectHouse, who: Arriving): Promise<string> {
  const before = request.session;
  const same = before?.account?.id === who.accountId ? before : null;
  await request.signIn(who.accountId, {
    kind: same?.kind === 'agent' ? 'agent' : 'member',
    remember: same?.remember ?? false,
    secondFactor: same !== null && same.secondFactorAt !== null,
    state: openedByFranceConnect(house, who.idToken),
  });
  const waiting = await readNamesToConfirm(house, { accountId: who.accountId });
  return waiting ? `${NAMES}?retour=${encodeURIComponent(who.back)}` : who.back;
}

/** Opens the session and goes on. @param who.notice what the next page says */
export async function arrive(
  request: FastifyRequest,
  reply: FastifyReply,
  house: FranceConnectHouse,
  who: Arriving & { readonly notice?: Notice },
): Promise<FastifyReply> {
  return seeOther(reply, await enter(request, house, who), who.notice);
}
