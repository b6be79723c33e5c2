import type { FastifyRequest } from 'fastify';
import { parseId } from '#kernel/ids.ts';
import { readConsents } from '#features/accounts/read-consents.ts';
import { readWithdrawable, withdrawConsent } from '#features/household/withdraw-consent.ts';
import type { App } from '#http/app.ts';
import { accountOf, membersOnly } from '#http/guards.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import type { AccountsHouse } from './accounts-house.ts';
import { consentsAddress, ConsentsPage, WithdrawPage } from './consents.page.tsx';

/** What one agreed to, and taking it back. */
export function consentsRoutes(app: App, house: AccountsHouse): void {
  const guarded = { preHandler: membersOnly };

  const consentOf = (request: FastifyRequest) => {
    const consentId = parseId<'consent'>((request.params as Readonly<Record<string, unknown>>)['consent']);
    if (!consentId) throw new HttpFailure(404);
    return { accountId: accountOf(request).id, consentId };
  };

  app.get('/compte/consentements', guarded, async (request, reply) => {
    const consents = await readConsents(house, { accountId: accountOf(request).id });
    return sendPage(reply, <ConsentsPage frame={request.frame()} consents={consents} />);
  });

  app.get('/compte/consentements/:consent/retirer', guarded, async (request, reply) => {
    const asked = consentOf(request);
    const consent = await readWithdrawable(house.db, asked);
    if (!consent) throw new HttpFailure(404);
    return sendPage(reply, <WithdrawPage frame={request.frame()} consentId={asked.consentId} consent={consent} />);
  });

  app.post('/compte/consentements/:consent/retirer', guarded, async (request, reply) => {
    const done = await withdrawConsent(house, consentOf(request));
    if (!done.ok) throw new HttpFailure(404);
    return seeOther(reply, consentsAddress, { kind: 'success', key: 'people.consent_withdrawn_done' });
  });
}
