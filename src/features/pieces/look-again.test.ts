import { beforeEach, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { submitDossier } from '#features/dossiers/submit-dossier.ts';
import { remindTenants } from '#features/dossiers/remind-tenants.ts';
import { claimCase } from '#features/review/claim-case.ts';
import { saveDraft } from '#features/review/drafts.ts';
import { finishCase } from '#features/review/finish-case.ts';
import { readCase } from '#features/review/read-case.ts';
import { DAY_MS } from '#kernel/clock.ts';
import { addAccount, Filling, startTenant, type Tenant } from '#main/seed.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { lookAgain } from './look-again.ts';

let house: FullHouse;
let tenant: Tenant;
let agent: Id<'account'>;

/** An agent looks at everything due and refuses the home piece. */
const refuseHome = async () => {
  const claimed = await claimCase(house, { accountId: agent });
  if (!claimed.ok) throw new Error(claimed.error);
  const view = (await readCase(house, agent, claimed.value.caseId))!;
  const due = view.people.flatMap(({ pieces }) => pieces).filter((one) => one.due);
  for (const { piece } of due)
    await saveDraft(house, {
      accountId: agent,
      caseId: view.id,
      pieceId: piece.id,
      rev: piece.rev,
      outcome: piece.category === 'home' ? 'refuse' : 'accept',
      reasons: piece.category === 'home' ? [{ key: 'unreadable' }] : [],
      comment: '',
    });
  const finished = await finishCase(house, { accountId: agent, caseId: view.id });
  if (!finished.ok) throw new Error(JSON.stringify(finished.error));
  return due;
};

const homePiece = () =>
  house.db
    .selectFrom('piece')
    .selectAll()
    .where('personId', '=', tenant.personId)
    .where('category', '=', 'home')
    .executeTakeFirstOrThrow();
const ask = async (text: string) => lookAgain(house, { ...tenant, pieceId: (await homePiece()).id, text });

beforeEach(async () => {
  await emptyDatabase();
  house = await fullHouse();
  agent = await addAccount(house, 'un@agents.test', 'reviewer');
  tenant = await startTenant(house, 'camille@tenants.test');
  await new Filling(house, tenant, house.work).everything(SPECIMEN_PEOPLE[0]);
  const sent = await submitDossier(house, { ...tenant, message: '', sworn: true });
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  await refuseHome();
});

describe('a second look', () => {
  test('puts the unchanged piece back to review, with the text for the agents, and works once for a decision', async () => {
    const before = await homePiece();
    expect(before.status).toBe('to_correct');
    expect(await ask('  ')).toEqual({ ok: false, error: 'text_missing' });
    expect(await ask('x'.repeat(2001))).toEqual({ ok: false, error: 'text_too_long' });
    expect((await ask('Le nom est au dos.')).ok).toBe(true);
    expect(await homePiece()).toMatchObject({ status: 'to_review', rev: before.rev + 1, situation: before.situation });
    expect(await ask('Encore.')).toEqual({ ok: false, error: 'not_to_correct' });
    await house.work();
    const due = await refuseHome();
    expect(due.map((one) => [one.piece.category, one.note])).toEqual([['home', 'Le nom est au dos.']]);
    expect((await ask('Une nouvelle décision, un nouveau regard.')).ok).toBe(true);
  });

  test('is asked for one’s own pieces only', async () => {
    const stranger = await startTenant(house, 'sacha@tenants.test');
    const { id } = await homePiece();
    expect(await lookAgain(house, { ...tenant, accountId: stranger.accountId, pieceId: id, text: 'Bonjour' })).toEqual({
      ok: false,
      error: 'not_found',
    });
  });
});

const reminders = () =>
  house.db
    .selectFrom('outbox')
    .select('topic')
    .where('topic', 'in', ['dossier.unfinished', 'dossier.to_correct_reminder'])
    .execute();

describe('reminders', () => {
  test('documents to correct are recalled once, three days after the decision, as long as nothing changed', async () => {
    house.pass(3 * DAY_MS - 1000);
    expect(await remindTenants(house)).toBe(0);
    house.pass(10 * DAY_MS);
    expect(await remindTenants(house)).toBe(1);
    expect(await remindTenants(house)).toBe(0);
    expect((await reminders()).map(({ topic }) => topic)).toEqual(['dossier.to_correct_reminder']);
  });

  test('no reminder goes to who has asked for a second look', async () => {
    await ask('Le nom est au dos.');
    house.pass(4 * DAY_MS);
    expect(await remindTenants(house)).toBe(0);
  });

  test('a dossier begun and left is recalled once for each edit, a sent one never', async () => {
    const other = await startTenant(house, 'sacha@tenants.test');
    const filling = new Filling(house, other, house.work);
    await filling.names(SPECIMEN_PEOPLE[1]);
    house.pass(3 * DAY_MS);
    await remindTenants(house);
    house.pass(30 * DAY_MS);
    await remindTenants(house);
    const first = (await reminders()).filter(({ topic }) => topic === 'dossier.unfinished');
    expect(first).toHaveLength(1);
    await filling.names(SPECIMEN_PEOPLE[2]);
    house.pass(3 * DAY_MS);
    await remindTenants(house);
    expect((await reminders()).filter(({ topic }) => topic === 'dossier.unfinished')).toHaveLength(2);
  });
});
