import type { FastifyReply, FastifyRequest } from 'fastify';
import { isAgent } from '#domain/accounts/roles.ts';
import type { SessionAccount } from '#ports/sessions.ts';
import { hereOf } from './here.ts';
import { seeOther, wantsJson } from './pages.ts';

/** Where the new terms of use are asked. */
export const TERMS_PAGE = '/compte/conditions';

/**
 * Lets signed-in people through; the others sign in first and come back. For pages of one's own, as `preHandler`. Whose terms of use have
 * changed is asked to accept them before the next page; a form that was open meanwhile is still taken, nothing typed is lost.
 */
export async function membersOnly(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const back = request.method === 'GET' ? `?retour=${encodeURIComponent(hereOf(request.url))}` : '';
  const account = request.session?.account;
  if (account) {
    const asks = account.termsDue && request.method === 'GET' && !wantsJson(request) && !request.routeOptions.config.beforeTerms;
    if (asks) await seeOther(reply, `${TERMS_PAGE}${back}`);
    return;
  }
  await seeOther(reply, `/connexion${back}`);
}

/**
 * Lets agents through: a second factor was given in this session, and the account has an agent's role now. The others go to the
 * console's sign-in. As `preHandler`.
 */
export async function agentsOnly(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const roles = request.session?.account?.roles ?? [];
  if (request.session?.kind === 'agent' && isAgent(roles)) return;
  await seeOther(reply, '/console/connexion');
}

/** The account of a request that passed a guard. Throws where a route forgot its guard. */
export function accountOf(request: FastifyRequest): SessionAccount {
  const account = request.session?.account;
  if (!account) throw new Error('this route needs a guard: it has no account');
  return account;
}
