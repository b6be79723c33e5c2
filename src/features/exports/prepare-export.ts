import { ZipFile } from 'yazl';
import { DAY_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { queueErasing } from '#features/erasure/api.ts';
import type { House } from '#features/house.ts';
import { formats } from '#i18n/format.ts';
import { DEFAULT_LOCALE, parseLocale, type Locale } from '#i18n/locales.ts';
import { translator } from '#i18n/translate.ts';
import type { JobAttempt } from '#ports/job-queue.ts';
import { findAccount } from '#store/accounts.repository.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import { collect } from './collect.ts';

/** Days for which a copy can be downloaded. */
const KEPT_DAYS = 7;

type ExportHouse = Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'vault' | 'secrets' | 'settings'>;

/**
 * Packs everything held about a person, encrypted as it is written, one original in memory at a time; then a mail says that it is ready.
 * On the last failed try the page offers to start again.
 */
export async function prepareExport(house: ExportHouse, payload: { exportId: string }, attempt: JobAttempt): Promise<void> {
  const id = payload.exportId as Id<'dataExport'>;
  const row = await house.db
    .selectFrom('dataExport')
    .select('accountId')
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  const account = row && (await findAccount(house.db, row.accountId));
  if (!account) return;
  try {
    const fileId = id as string as Id<'file'>;
    const wrappedKey = house.vault.newKey(fileId);
    const address = house.vault.newAddress();
    const archive = pack(house, account.id, parseLocale(account.locale) ?? DEFAULT_LOCALE);
    const { size } = await house.vault.seal(wrappedKey, { fileId, address, role: 'export' }, archive);
    const now = house.clock.now();
    await house.transact(async (tx) => {
      const kept = await tx
        .updateTable('dataExport')
        .set({
          ...{ state: 'ready', address, wrappedKey, size, readyAt: now },
          keyVersion: house.vault.newestVersion,
          expiresAt: new Date(now.getTime() + KEPT_DAYS * DAY_MS),
        })
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst();
      // The account was deleted meanwhile.
      if (!kept) return queueErasing(tx, [address], now);
      const mail = { id: house.ids.next<'outbox'>(), topic: 'account.export_ready', at: now };
      await enqueueMail(tx, { ...mail, payload: { accountId: account.id }, about: account.id });
    });
  } catch (error) {
    if (!attempt.last) throw error;
    const expiresAt = new Date(house.clock.now().getTime() + KEPT_DAYS * DAY_MS);
    await house.db.updateTable('dataExport').set({ state: 'failed', expiresAt }).where('id', '=', id).execute();
  }
}

/** The bytes of the archive, in order. */
async function* pack(house: ExportHouse, accountId: Id<'account'>, locale: Locale): AsyncGenerator<Uint8Array> {
  const { texts, originals } = await collect(house, accountId);
  const zip = new ZipFile();
  const options = { mtime: house.clock.now() };
  zip.addBuffer(Buffer.from(readme(house, locale)), 'LISEZMOI.txt', options);
  for (const [name, content] of Object.entries(texts))
    zip.addBuffer(Buffer.from(JSON.stringify(content, null, 2)), name, options);
  const added = (async () => {
    for (const { path, read } of originals) {
      const bytes = await read();
      if (bytes) zip.addBuffer(bytes, path, { ...options, compress: false });
    }
    zip.end();
  })();
  for await (const chunk of zip.outputStream) yield chunk as Uint8Array;
  await added;
}

/** What each file of the archive holds, in the person's language. */
function readme(house: ExportHouse, locale: Locale): string {
  const t = translator(locale);
  const at = formats(locale).dateTime(house.clock.now());
  const files = (['account', 'people', 'links', 'events', 'files', 'json'] as const).map((file) => t(`data.readme_${file}`));
  const title = [t('data.readme_title'), t('data.readme_made', { at, service: house.settings.serviceName })];
  return `\uFEFF${[...title, '', ...files, '', t('data.others')].join('\r\n')}\r\n`;
}
