import type { Id } from '#kernel/ids.ts';
import { recordAccess } from '#features/audit/api.ts';
import type { House } from '#features/house.ts';
import { readForEngine } from '#features/pieces/api.ts';
import { isReferent } from './alerts.ts';
import { loadAlert } from './read-alert.ts';

const VIEWER_WIDTH = 1400;

/**
 * One page of a file of an alert, drawn from the original, for a referent. The access is on record before the page is given out; `null` for who is no
 * referent, and for a file that the alert is not about.
 */
export async function readAlertPage(
  house: Pick<House, 'db' | 'transact' | 'clock' | 'vault' | 'secrets' | 'engine'>,
  input: { accountId: Id<'account'>; alertId: Id<'duplicateAlert'>; fileId: Id<'file'>; page: number; network: string },
): Promise<Uint8Array | null> {
  const view = (await isReferent(house.db, input.accountId)) ? await loadAlert(house, input.alertId) : null;
  const shown = view?.pairs.flatMap(({ files }) => files).find(({ id }) => id === input.fileId);
  const file =
    shown && input.page < shown.pages
      ? await house.db.selectFrom('file').selectAll().where('id', '=', shown.id).executeTakeFirst()
      : undefined;
  await recordAccess(house, {
    accountId: input.accountId,
    role: 'fraud_referent',
    act: 'page.read',
    subjectKind: 'file',
    subjectId: input.fileId,
    purpose: 'duplicate_alert',
    purposeId: input.alertId,
    result: file ? 'allowed' : 'denied',
    network: input.network,
  });
  const content = file && (await readForEngine(house, file));
  const drawn = content && (await house.engine.page({ ...content, page: input.page, width: VIEWER_WIDTH }));
  return drawn?.ok ? drawn.value.jpeg : null;
}
