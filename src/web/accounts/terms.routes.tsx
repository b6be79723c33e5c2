import { termsInForce } from '#domain/accounts/terms.ts';
import { acceptTerms } from '#features/accounts/accept-terms.ts';
import { parisDate } from '#kernel/civil-date.ts';
import type { App } from '#http/app.ts';
import { accountOf, membersOnly, TERMS_PAGE } from '#http/guards.ts';
import { localPath, seeOther, sendPage } from '#http/pages.ts';
import type { AccountsHouse } from './accounts-house.ts';
import { AcceptTermsPage } from './terms.page.tsx';

const HOME = '/dossier';

/** Asking for the new terms of use before going on, and noting that they are accepted. */
export function termsRoutes(app: App, house: AccountsHouse): void {
  const guarded = { preHandler: membersOnly, config: { beforeTerms: true } } as const;

  app.get(TERMS_PAGE, guarded, async (request, reply) => {
    const back = localPath((request.query as Readonly<Record<string, unknown>>)['retour'], HOME);
    if (!accountOf(request).termsDue) return seeOther(reply, back);
    const version = termsInForce(house.settings.terms, parisDate(house.clock.now()));
    return sendPage(reply, <AcceptTermsPage frame={request.frame()} version={version} back={back} />);
  });

  app.post(TERMS_PAGE, guarded, async (request, reply) => {
    const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    await acceptTerms(house, { accountId: accountOf(request).id });
    return seeOther(reply, localPath(body['retour'], HOME), { kind: 'success', key: 'terms.accepted' });
  });
}
