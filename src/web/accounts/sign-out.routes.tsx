import { leaveFranceConnect } from '#features/france-connect/leave.ts';
import { idTokenOf, noteLeaving, takeLeaving } from '#features/france-connect/session-notes.ts';
import type { App } from '#http/app.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import type { AccountsHouse } from './accounts-house.ts';
import { LeftPage } from './sign-out.page.tsx';

/**
 * Signing out. Our session ends first, whatever comes after. A session that came from FranceConnect then passes through its logout; when
 * FranceConnect does not answer, the page says that its session may remain.
 */
export function signOutRoutes(app: App, house: AccountsHouse): void {
  app.post('/deconnexion', async (request, reply) => {
    const idToken = idTokenOf(house, request.session?.state ?? {});
    await request.signOut();
    if (!idToken) return seeOther(reply, '/', { kind: 'success', key: 'accounts.sign_in.out' });
    const left = await leaveFranceConnect(house, { idToken });
    if (!left.ok) {
      request.log.warn({ cause: left.error, requestId: request.id }, 'logout of FranceConnect');
      return sendPage(reply, <LeftPage frame={request.frame()} whole={false} />);
    }
    const { address, state, until } = left.value;
    const session = await request.ensureSession();
    await noteLeaving(house, session.id, { state, until });
    return seeOther(reply, address);
  });

  app.get('/deconnexion/retour', async (request, reply) => {
    const { state } = request.query as Readonly<Record<string, unknown>>;
    const whole = request.session !== null && typeof state === 'string' && (await takeLeaving(house, request.session.id, state));
    if (!whole) return seeOther(reply, '/');
    return sendPage(reply, <LeftPage frame={request.frame()} whole />);
  });
}
