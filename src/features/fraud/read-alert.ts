import type { Id } from '#kernel/ids.ts';
import { recordAccess } from '#features/audit/api.ts';
import type { House } from '#features/house.ts';
import { fileName, type FoundCopy } from '#features/pieces/api.ts';
import type { FileRow, PersonRow, PieceRow } from '#store/dossiers.repository.ts';
import { isReferent, samePapers } from './alerts.ts';
import type { AlertOutcome } from './read-alerts.ts';

type ReadHouse = Pick<House, 'db' | 'transact' | 'clock' | 'vault' | 'secrets'>;

/** A file that stands in one of the two pieces. */
export interface AlertFile {
  readonly id: Id<'file'>;
  readonly name: string;
  readonly pages: number;
  readonly sentAt: Date;
}

/** One of the two pieces that hold the same paper. */
export interface AlertSide {
  readonly person: PersonRow;
  readonly piece: PieceRow;
}

/** Two files that are the same paper, and by which hashes. */
export interface AlertPair {
  readonly files: readonly [AlertFile, AlertFile];
  readonly equal: readonly FoundCopy['index'][];
}

/** Where the same paper is. */
export interface AlertView {
  readonly id: Id<'duplicateAlert'>;
  readonly madeAt: Date;
  readonly outcome: AlertOutcome | null;
  readonly lookedAt: Date | null;
  readonly sides: readonly [AlertSide, AlertSide];
  readonly pairs: readonly AlertPair[];
}

async function sideOf(db: House['db'], pieceId: Id<'piece'>): Promise<AlertSide | null> {
  const piece = await db.selectFrom('piece').selectAll().where('id', '=', pieceId).executeTakeFirst();
  const person = piece && (await db.selectFrom('person').selectAll().where('id', '=', piece.personId).executeTakeFirst());
  return piece && person ? { piece, person } : null;
}

/** Files that are the same paper, side by side; each pair once, with all that is equal in it. */
function pairsOf(house: Pick<House, 'vault' | 'secrets'>, same: readonly FoundCopy[], rows: readonly FileRow[]): AlertPair[] {
  const fileOf = (id: string): AlertFile | null => {
    const row = rows.find((one) => one.id === id);
    return row ? { id: row.id, name: fileName(house, row), pages: row.pages ?? 0, sentAt: row.createdAt } : null;
  };
  const pairs = new Map<string, AlertPair>();
  for (const { file, otherFile, index } of same) {
    const [left, right] = [fileOf(file), fileOf(otherFile)];
    if (!left || !right) continue;
    const key = `${file}|${otherFile}`;
    pairs.set(key, { files: [left, right], equal: [...(pairs.get(key)?.equal ?? []), index] });
  }
  return [...pairs.values()];
}

/** An alert as it stands now, whoever asks; `null` when it is not there or its papers are the same no more. */
export async function loadAlert(
  house: Pick<House, 'db' | 'vault' | 'secrets'>,
  alertId: Id<'duplicateAlert'>,
): Promise<AlertView | null> {
  const alert = await house.db.selectFrom('duplicateAlert').selectAll().where('id', '=', alertId).executeTakeFirst();
  const same = alert ? await samePapers(house.db, alert) : [];
  if (!alert || same.length === 0) return null;
  const [left, right] = [await sideOf(house.db, alert.pieceId), await sideOf(house.db, alert.otherPieceId)];
  if (!left || !right) return null;
  const ids = same.flatMap(({ file, otherFile }) => [file as Id<'file'>, otherFile]);
  const rows = await house.db.selectFrom('file').selectAll().where('id', 'in', ids).where('state', '=', 'ready').execute();
  const { id, madeAt, outcome, lookedAt } = alert;
  return { id, madeAt, outcome, lookedAt, sides: [left, right], pairs: pairsOf(house, same, rows) };
}

/**
 * Shows a referent where the same paper is. The look, or the refused try, is on record first; `null` for who is no referent, and when the papers are
 * the same no more.
 */
export async function readAlert(
  house: ReadHouse,
  input: { accountId: Id<'account'>; alertId: Id<'duplicateAlert'>; network: string },
): Promise<AlertView | null> {
  const view = (await isReferent(house.db, input.accountId)) ? await loadAlert(house, input.alertId) : null;
  await recordAccess(house, {
    accountId: input.accountId,
    role: 'fraud_referent',
    act: 'alert.read',
    subjectKind: 'duplicate_alert',
    subjectId: input.alertId,
    purpose: 'duplicate_alert',
    purposeId: input.alertId,
    result: view ? 'allowed' : 'denied',
    network: input.network,
  });
  return view;
}
