import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { openExport, readExport } from '#features/exports/read-exports.ts';
import { requestExport } from '#features/exports/request-export.ts';
import type { House } from '#features/house.ts';
import type { App } from '#http/app.ts';
import { readForm, type FieldErrors } from '#http/forms.ts';
import { accountOf, membersOnly } from '#http/guards.ts';
import { seeOther, sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import { cardOf, sessionIdOf } from './account.routes.tsx';
import type { AccountsHouse } from './accounts-house.ts';
import { ExportPage } from './export.page.tsx';
import { passwordField, sayWait } from './fields.ts';

const form = z.object({ password: passwordField.default('') });

/** The copy of one's data: asking for it, and downloading it while it is kept. */
export function exportRoutes(app: App, house: AccountsHouse & Pick<House, 'jobs' | 'vault'>): void {
  const guarded = { preHandler: membersOnly, config: { beforeTerms: true } } as const;

  const show = async (request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, status = 200) => {
    const account = await cardOf(house, request);
    const copy = await readExport(house, { accountId: accountOf(request).id });
    return sendPage(reply, <ExportPage frame={request.frame()} account={account} copy={copy} errors={errors} />, status);
  };

  app.get('/compte/donnees', guarded, async (request, reply) => show(request, reply, {}));

  app.post('/compte/donnees', guarded, async (request, reply) => {
    const read = readForm(request, form);
    if (!read.ok) return show(request, reply, read.errors, 422);
    const { password } = read.value;
    const done = await requestExport(house, { accountId: accountOf(request).id, sessionId: sessionIdOf(request), password });
    if (done.ok) return seeOther(reply, '/compte/donnees', { kind: 'success', key: 'data.asked' });
    if (done.error.reason === 'proof.wait') return show(request, reply, { password: sayWait(request, done.error.retryAt) }, 429);
    const { hasPassword } = await cardOf(house, request);
    return show(request, reply, { password: request.t(hasPassword ? 'accounts.proof_wrong' : 'leaving.sign_in_again') }, 422);
  });

  app.get('/compte/donnees/copie.zip', guarded, async (request, reply) => {
    const opened = await openExport(house, { accountId: accountOf(request).id });
    if (!opened.ok) throw new HttpFailure(404);
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="mes-donnees.zip"')
      .header('content-length', String(opened.value.size))
      .type('application/zip')
      .send(Readable.from(opened.value.bytes));
  });
}
