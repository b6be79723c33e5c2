import { z } from 'zod';
import { PASSWORD_LENGTH } from '#domain/accounts/password-rules.ts';
import { findLink } from '#features/accounts/mail-links.ts';
import { resetPassword } from '#features/accounts/reset-password.ts';
import { readSecondFactors } from '#features/accounts/second-factors.ts';
import type { App } from '#http/app.ts';
import { readForm, type FieldErrors } from '#http/forms.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { frenchFrame } from '../french-frame.ts';
import type { ConsoleSignInHouse } from './console-house.ts';
import { notePending } from './pending-agent.ts';
import { DeadInvitationPage, InvitationPage } from './sign-in.page.tsx';

const form = z.object({ password: z.string().max(PASSWORD_LENGTH.max * 8) });

/** An agent's invitation: a password, then straight to the second protection. */
export function invitationRoutes(app: App, house: ConsoleSignInHouse): void {
  /** The link works and leads to an agent's account: links to a new password of other people lead nowhere here. */
  const isInvited = async (token: string): Promise<boolean> => {
    const link = await findLink(house, { token, purpose: 'reset' });
    return link !== null && (await readSecondFactors(house, { accountId: link.accountId })).agent;
  };

  app.get('/console/invitation/:jeton', async (request, reply) => {
    const { jeton } = request.params as { jeton: string };
    const invited = await isInvited(jeton);
    await request.ensureSession();
    const frame = frenchFrame(request);
    if (!invited) return sendPage(reply, <DeadInvitationPage frame={frame} />, 410);
    return sendPage(reply, <InvitationPage frame={frame} errors={{}} />);
  });

  app.post('/console/invitation/:jeton', async (request, reply) => {
    const { jeton } = request.params as { jeton: string };
    const frame = frenchFrame(request);
    const again = (errors: FieldErrors) => sendPage(reply, <InvitationPage frame={frame} errors={errors} />, 422);
    if (!(await isInvited(jeton))) return sendPage(reply, <DeadInvitationPage frame={frame} />, 410);
    const read = readForm(request, form);
    if (!read.ok) return again(read.errors);
    const done = await resetPassword(house, { token: jeton, password: read.value.password });
    if (!done.ok) {
      if (done.error === 'mail_link.dead') return sendPage(reply, <DeadInvitationPage frame={frame} />, 410);
      return again({ password: done.error.map((fault) => frame.t(`accounts.${fault}`)).join(' ') });
    }
    await notePending(request, done.value.accountId, house.clock.now());
    return seeOther(reply, '/console/connexion/code');
  });
}
