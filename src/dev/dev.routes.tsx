import { listPeople } from '#features/accounts/list-people.ts';
import type { House } from '#features/house.ts';
import { listDevMails, readDevMail } from '#features/mailing/read-dev-mails.ts';
import type { App } from '#http/app.ts';
import { sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import { formats } from '#i18n/format.ts';
import { translator } from '#i18n/translate.ts';
import { parseId } from '#kernel/ids.ts';
import type { FastifyRequest } from 'fastify';
import type { Frame } from '#ui/frame.ts';
import { MailPage, MailsPage } from './mails.page.tsx';
import { PeoplePage } from './people.page.tsx';

const frenchFrame = (request: FastifyRequest): Frame => ({
  ...request.frame(),
  locale: 'fr',
  t: translator('fr'),
  format: formats('fr'),
});

/**
 * Pages of development: made-up people and the mails they were sent. Main loads them only outside production, and they refuse to
 * be registered there.
 * @param seeded password of the made-up people, when there are any
 */
export function devRoutes(
  app: App,
  house: Pick<House, 'db' | 'clock' | 'secrets' | 'totp' | 'settings'>,
  seeded: { readonly password: string | null },
): void {
  if (house.settings.production) throw new Error('pages of development do not exist in production');

  app.get('/dev', async (request, reply) => {
    const people = await listPeople(house);
    return sendPage(reply, <PeoplePage frame={frenchFrame(request)} people={people} password={seeded.password} />);
  });

  app.get('/dev/courriels', async (request, reply) => {
    const asked = (request.query as Readonly<Record<string, unknown>>)['destinataire'];
    const recipient = typeof asked === 'string' ? asked.trim() : '';
    const mails = await listDevMails(house, { recipient });
    return sendPage(reply, <MailsPage frame={frenchFrame(request)} mails={mails} recipient={recipient} />);
  });

  app.get('/dev/courriels/:id', async (request, reply) => {
    const id = parseId<'devMail'>((request.params as { id: string }).id);
    const mail = id && (await readDevMail(house, { id }));
    if (!mail) throw new HttpFailure(404);
    return sendPage(reply, <MailPage frame={frenchFrame(request)} mail={mail} />);
  });
}
