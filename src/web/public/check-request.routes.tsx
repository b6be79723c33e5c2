import { z } from 'zod';
import { checkRequest, judgeItem, MAX_REQUEST_CHARACTERS } from '#domain/law/check-request.ts';
import { lawItemOf } from '#domain/law/items.ts';
import { countPublic } from '#features/stats/api.ts';
import type { House } from '#features/house.ts';
import type { App } from '#http/app.ts';
import { readForm, severalTexts } from '#http/forms.ts';
import { sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import { CheckRequestPage, RequestVerdictPage } from './check-request.page.tsx';

const PATH = '/droits/verifier-une-demande';

const schema = z.object({
  party: z.enum(['candidate', 'guarantor']).catch('candidate'),
  // Browsers count a line break as one character and send two.
  message: z
    .string()
    .default('')
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .pipe(z.string().max(MAX_REQUEST_CHARACTERS, 'home.check_too_long')),
  items: severalTexts,
});

/** Anybody can ask whether a landlord may ask for something. Only items and verdicts are counted; the message is never kept. */
export function checkRequestRoutes(app: App, house: Pick<House, 'db' | 'clock'>): void {
  app.get(PATH, async (request, reply) => {
    await request.ensureSession();
    return sendPage(reply, <CheckRequestPage frame={request.frame()} party="candidate" message="" ticked={[]} errors={{}} />);
  });

  app.post(PATH, async (request, reply) => {
    const rate = await request.within('verify', request.network);
    if (!rate.allowed) throw new HttpFailure(429);
    const form = readForm(request, schema);
    const again = (errors: Readonly<Record<string, string>>) =>
      sendPage(
        reply,
        <CheckRequestPage
          frame={request.frame()}
          party={form.typed['party'] === 'guarantor' ? 'guarantor' : 'candidate'}
          message={form.typed['message'] ?? ''}
          ticked={(form.typed['items'] ?? '').split(',')}
          errors={errors}
        />,
        422,
      );
    if (!form.ok) return again(form.errors);
    const { party, message, items } = form.value;
    const ticked = [...new Set(items)].flatMap((key) => lawItemOf(key) ?? []);
    if (message.trim() === '' && ticked.length === 0) return again({ message: request.t('home.check_nothing') });
    const read = checkRequest(message, party);
    const known = new Set(read.verdicts.map((one) => one.item));
    const verdicts = [...read.verdicts, ...ticked.filter((item) => !known.has(item.key)).map((item) => judgeItem(item, party))];
    for (const { item, verdict } of verdicts) await countPublic(house, `request.${item}.${verdict}`);
    return sendPage(reply, <RequestVerdictPage frame={request.frame()} reading={{ verdicts, unknown: read.unknown }} />);
  });
}
