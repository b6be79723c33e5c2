import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { dueFor, duePossibleBefore } from '#domain/retention/due.ts';
import { retentionTable, type RetentionKey, type RetentionRow } from '#domain/retention/table.ts';
import { sendLink } from '#features/accounts/api.ts';
import type { House } from '#features/house.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';
import { archivePeople, type ArchiveHouse } from './archive-people.ts';
import { silencesOf, type Silence } from './contacts.ts';
import { noteWarning, WARNINGS, warningsOf } from './warnings.ts';

type SilentHouse = Pick<House, 'db' | 'transact' | 'settings'> & ArchiveHouse;

const BATCH = 200;

/** One line of the retention table, with the operator's number of days. */
export function rowOf(house: Pick<House, 'settings'>, key: RetentionKey): RetentionRow {
  const row = retentionTable(house.settings.pieceDays).find((one) => one.key === key);
  if (!row) throw new RangeError(`no line ${key} in the retention table`);
  return row;
}

/**
 * Warns and archives the people whose accounts are silent, by the retention table: what is due is computed from state, dossier after
 * dossier, one transaction each. An outage delays and loses nothing; the archive waits until both mails went.
 * @returns how many dossiers were looked at
 */
export async function archiveSilentPeople(house: SilentHouse): Promise<number> {
  const before = duePossibleBefore(rowOf(house, 'pieces'), house.clock.now());
  let count = 0;
  for (let after: Id<'dossier'> | null = null; ;) {
    const ids = await silentDossiers(house, before ?? '', after);
    for (const id of ids) await house.transact((tx) => treatDossier(tx, house, id));
    count += ids.length;
    after = ids.at(-1) ?? null;
    if (ids.length < BATCH) return count;
  }
}

/** Dossiers with somebody not archived whose accounts, or one of them, were not here since that day. */
async function silentDossiers(
  house: Pick<House, 'db'>,
  before: string,
  after: Id<'dossier'> | null,
): Promise<readonly Id<'dossier'>[]> {
  const rows = await house.db
    .selectFrom('dossier')
    .select('dossier.id')
    .where('dossier.closedAt', 'is', null)
    .$if(after !== null, (query) => query.where('dossier.id', '>', after as Id<'dossier'>))
    .where(
      sql<boolean>`exists (
        select 1 from person
          left join access on access.person_id = person.id and access.basis in ('self', 'declarant') and access.revoked_at is null
          left join account on account.id = access.account_id
        where person.dossier_id = dossier.id and person.archived_at is null and person.set_aside_at is null
          and (coalesce(account.last_contact_at, person.created_at) at time zone 'Europe/Paris')::date <= ${before}::date)`,
    )
    .orderBy('dossier.id')
    .limit(BATCH)
    .execute();
  return rows.map((row) => row.id);
}

async function treatDossier(tx: Tx, house: SilentHouse, dossierId: Id<'dossier'>): Promise<void> {
  const dossier = await lockDossier(tx, dossierId);
  if (!dossier || dossier.closedAt) return;
  const people = await silencesOf(tx, dossier);
  const held = await peopleBeingReviewed(tx, dossierId);
  const ended: Silence[] = [];
  const toWarn: { readonly person: Silence; readonly number: number }[] = [];
  for (const person of people) {
    if (person.archived || (person.role === 'guarantor' && !person.own)) continue;
    const holds = [person, ...guarantorsOf(people, person)].some((one) => one.holdsPieces);
    const row = rowOf(house, holds && person.holder ? 'pieces' : 'empty_dossier');
    const { went, waiting } = await warningsOf(tx, house, { id: person.personId, since: person.since, kinds: WARNINGS.pieces });
    if (waiting) continue;
    const due = dueFor(row, person.since, went, house.clock.now());
    if (due.what === 'warning') toWarn.push({ person, number: due.number });
    // A person in an agent's hands is archived after the case is released.
    if (due.what === 'end' && !held.has(person.personId)) ended.push(person);
  }
  await warn(tx, house, toWarn);
  if (ended.length === 0) return;
  const guarantors = ended.flatMap((person) => guarantorsOf(people, person));
  await archivePeople(tx, house, {
    dossierId,
    personIds: ended.map((person) => person.personId),
    guarantorIds: guarantors.map((person) => person.personId),
  });
  const told = new Set(
    [...ended, ...guarantors].flatMap((person) => (person.holdsPieces && person.holder ? [person.holder] : [])),
  );
  for (const accountId of told)
    await enqueueMail(tx, {
      id: house.ids.next(),
      topic: 'keep.archived',
      payload: { accountId },
      about: accountId,
      at: house.clock.now(),
    });
}

/** Guarantors of a tenant who have no account: they go with the tenant. */
const guarantorsOf = (people: readonly Silence[], tenant: Silence) =>
  people.filter((one) => one.supports === tenant.personId && !one.own);

async function peopleBeingReviewed(tx: Tx, dossierId: Id<'dossier'>): Promise<ReadonlySet<string>> {
  const cases = await tx
    .selectFrom('reviewCase')
    .select('personIds')
    .where('dossierId', '=', dossierId)
    .where('state', '=', 'leased')
    .execute();
  return new Set(cases.flatMap((one) => one.personIds));
}

/** One mail to each account, whatever number of people it fills for here. */
async function warn(
  tx: Tx,
  house: SilentHouse,
  warnings: readonly { readonly person: Silence; readonly number: number }[],
): Promise<void> {
  const sent = new Map<string, Id<'outbox'>>();
  for (const { person, number } of warnings) {
    const kind = WARNINGS.pieces[number];
    if (!kind || !person.holder) continue;
    const key = `${person.holder} ${kind}`;
    const outboxId = sent.get(key) ?? (await sendLink(tx, house, { accountId: person.holder, purpose: 'keep', topic: kind }));
    sent.set(key, outboxId);
    await noteWarning(tx, house, { subjectId: person.personId, kind, since: person.since, outboxId });
  }
}
