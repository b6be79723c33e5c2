import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { parisDate } from '#kernel/civil-date.ts';
import { readLooks } from '#features/audit/api.ts';
import { submitDossier } from '#features/dossiers/submit-dossier.ts';
import { saveNames } from '#features/dossiers/save-names.ts';
import { createLink } from '#features/links/create-link.ts';
import { readShownDossier } from '#features/links/read-shown-dossier.ts';
import { savePiece } from '#features/pieces/save-piece.ts';
import { addAccount, Filling, startTenant, type Tenant } from '#main/seed.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { claimCase } from './claim-case.ts';
import { saveDraft } from './drafts.ts';
import { expireLeases } from './expire-leases.ts';
import { finishCase } from './finish-case.ts';
import { readCase, type CaseView } from './read-case.ts';
import { readCasePage } from './read-page.ts';

const OPEN_LINK = {
  title: 'Agence du Port',
  days: 30,
  door: 'any_address',
  addresses: [],
  send: false,
  message: '',
  copiesAllowed: true,
  acknowledged: true,
} as const;

let house: FullHouse;
let agent: Id<'account'>;
let other: Id<'account'>;
let tenant: Tenant;

const submitted = async (email: string): Promise<Tenant> => {
  const made = await startTenant(house, email);
  await new Filling(house, made, house.work).everything(SPECIMEN_PEOPLE[0]);
  const sent = await submitDossier(house, { ...made, message: '', sworn: true });
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  return made;
};

const claim = async (accountId: Id<'account'>): Promise<CaseView> => {
  const claimed = await claimCase(house, { accountId });
  if (!claimed.ok) throw new Error(claimed.error);
  const view = await readCase(house, accountId, claimed.value.caseId);
  if (!view) throw new Error('no view');
  return view;
};

const due = (view: CaseView) => view.people.flatMap(({ pieces }) => pieces).filter((one) => one.due);

const decide = async (view: CaseView, refuse: string | null) => {
  for (const { piece } of due(view)) {
    const outcome = piece.category === refuse ? 'refuse' : 'accept';
    const saved = await saveDraft(house, {
      accountId: agent,
      caseId: view.id,
      pieceId: piece.id,
      rev: piece.rev,
      outcome,
      reasons: outcome === 'refuse' ? [{ key: 'unreadable' }] : [],
      comment: '',
    });
    expect(saved).toEqual({ ok: true, value: undefined });
  }
};

const statusOf = async (table: 'dossier' | 'person', id: string) =>
  (
    await house.db
      .selectFrom(table)
      .select('status')
      .where('id', '=', id as never)
      .executeTakeFirstOrThrow()
  ).status;

beforeAll(async () => {
  await emptyDatabase();
});

beforeEach(async () => {
  await emptyDatabase();
  house = await fullHouse();
  agent = await addAccount(house, 'un@agents.test', 'reviewer');
  other = await addAccount(house, 'deux@agents.test', 'reviewer');
  tenant = await submitted('camille@tenants.test');
});

describe('the queue', () => {
  test('two agents asking at once get different cases, a third nothing', async () => {
    await submitted('sacha@tenants.test');
    const third = await addAccount(house, 'trois@agents.test', 'reviewer');
    const claims = await Promise.all([agent, other, third].map((accountId) => claimCase(house, { accountId })));
    const cases = claims.flatMap((one) => (one.ok ? [one.value.caseId] : []));
    expect(new Set(cases).size).toBe(2);
    expect(claims.filter((one) => !one.ok)).toHaveLength(1);
  });

  test('an agent who gives no sign for ten minutes loses the case, their notes stay', async () => {
    const view = await claim(agent);
    const [first] = due(view);
    await saveDraft(house, {
      accountId: agent,
      caseId: view.id,
      pieceId: first!.piece.id,
      rev: first!.piece.rev,
      outcome: 'accept',
      reasons: [],
      comment: '',
    });
    house.pass(10 * 60_000 + 30_000);
    expect(await expireLeases(house)).toBe(1);
    expect(await readCase(house, agent, view.id)).toBeNull();
    const again = await claim(other);
    expect(again.id).toBe(view.id);
    expect(due(again).filter((one) => one.draft)).toHaveLength(1);
  });
});

describe('what agents may see', () => {
  test('a page is drawn for the holder of the case and nobody else, and every attempt is on record', async () => {
    const view = await claim(agent);
    const file = due(view).flatMap((one) => one.files)[0]!;
    const ask = (accountId: Id<'account'>) =>
      readCasePage(house, { accountId, caseId: view.id, fileId: file.id, page: 0, network: '192.0.2.0/24' });
    expect((await ask(agent))?.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect(await ask(other)).toBeNull();
    const log = await house.db.selectFrom('accessLog').select(['accountId', 'result']).orderBy('seq').execute();
    expect(log).toEqual([
      { accountId: agent, result: 'allowed' },
      { accountId: other, result: 'denied' },
    ]);
    expect(await readLooks(house, tenant.dossierId)).toEqual([{ day: parisDate(house.clock.now()), documents: 1 }]);
  });
});

describe('decisions', () => {
  test('a refusal sends the dossier back to the tenant, who is told once', async () => {
    const view = await claim(agent);
    await decide(view, 'home');
    expect(await finishCase(house, { accountId: agent, caseId: view.id })).toEqual({
      ok: true,
      value: { accepted: 3, refused: 1 },
    });
    expect(await statusOf('dossier', tenant.dossierId)).toBe('to_correct');
    const mails = await house.db.selectFrom('outbox').select('topic').where('topic', '=', 'dossier.to_correct').execute();
    expect(mails).toHaveLength(1);
  });

  test('when every piece is accepted the dossier is verified', async () => {
    const view = await claim(agent);
    await decide(view, null);
    await finishCase(house, { accountId: agent, caseId: view.id });
    expect(await statusOf('dossier', tenant.dossierId)).toBe('verified');
    const levels = await house.db.selectFrom('piece').select('level').execute();
    expect(levels.map(({ level }) => level)).toEqual(['checked', 'checked', 'checked', 'checked']);
  });

  test('a piece changed while the agent looked is named and stays undecided, the other notes are kept', async () => {
    const view = await claim(agent);
    await decide(view, null);
    const income = due(view).find((one) => one.piece.category === 'income')!;
    await savePiece(house, {
      ...tenant,
      category: 'income',
      pieceId: income.piece.id,
      situation: income.piece.situation,
      amount: 2000,
    });
    const finished = await finishCase(house, { accountId: agent, caseId: view.id });
    expect(finished).toEqual({ ok: false, error: { changed: [income.piece.id] } });
    expect(await house.db.selectFrom('decision').selectAll().execute()).toEqual([]);
    const again = (await readCase(house, agent, view.id))!;
    expect(due(again).filter((one) => one.draft)).toHaveLength(3);
    const stale = await saveDraft(house, {
      accountId: agent,
      caseId: view.id,
      pieceId: income.piece.id,
      rev: income.piece.rev,
      outcome: 'accept',
      reasons: [],
      comment: '',
    });
    expect(stale).toEqual({ ok: false, error: 'review.piece_changed' });
  });

  test('nothing is decided while one piece is undecided', async () => {
    const view = await claim(agent);
    const [first] = due(view);
    await saveDraft(house, {
      accountId: agent,
      caseId: view.id,
      pieceId: first!.piece.id,
      rev: first!.piece.rev,
      outcome: 'accept',
      reasons: [],
      comment: '',
    });
    const finished = await finishCase(house, { accountId: agent, caseId: view.id });
    expect(finished.ok).toBe(false);
    expect(await house.db.selectFrom('decision').selectAll().execute()).toEqual([]);
  });

  test.each([
    [[], '', 'review.no_blocking_reason'],
    [['extra_paper'], '', 'review.no_blocking_reason'],
    [['other'], '', 'review.text_needed'],
    [['no_such_reason'], '', 'review.reason_unknown'],
  ] as const)('a refusal with %j and comment %j is rejected', async (keys, comment, error) => {
    const view = await claim(agent);
    const [first] = due(view);
    const saved = await saveDraft(house, {
      accountId: agent,
      caseId: view.id,
      pieceId: first!.piece.id,
      rev: first!.piece.rev,
      outcome: 'refuse',
      reasons: keys.map((key) => ({ key })),
      comment,
    });
    expect(saved).toEqual({ ok: false, error });
  });

  test('a verified dossier edited: the tenant is mailed, and an open link says "not verified" at once', async () => {
    const view = await claim(agent);
    await decide(view, null);
    await finishCase(house, { accountId: agent, caseId: view.id });
    const made = await createLink(house, { ...tenant, ...OPEN_LINK });
    const linkId = made.ok ? made.value.linkId : expect.fail(JSON.stringify(made.error));
    const seen = async () => {
      const shown = await readShownDossier(house, tenant.dossierId, linkId);
      return [shown?.verified, shown?.checked];
    };
    expect(await seen()).toEqual([true, 4]);
    await savePiece(house, { ...tenant, category: 'home', situation: 'home.owner' });
    expect(await seen()).toEqual([false, 3]);
    expect(await statusOf('dossier', tenant.dossierId)).toBe('in_review');
    const mails = await house.db.selectFrom('outbox').select('topic').where('topic', '=', 'dossier.status_lost').execute();
    expect(mails).toHaveLength(1);
    expect((await claim(agent)).passNo).toBe(2);
  });

  test('after a change of name the agent sees both names on what returns to review, and nothing of it elsewhere', async () => {
    const view = await claim(agent);
    await decide(view, null);
    await finishCase(house, { accountId: agent, caseId: view.id });
    const { firstNames, birthName } = view.people[0]!.person;
    const names = { firstNames, birthName: 'Nouveau-Nom', usedName: 'Dumas', singleName: false, postcode: '' };
    expect((await saveNames(house, { ...tenant, ...names })).ok).toBe(true);
    const again = await claim(agent);
    const renamed = { before: `${firstNames} ${birthName}`, now: `${firstNames} Nouveau-Nom (Dumas)` };
    expect(due(again).length).toBeGreaterThan(0);
    expect(due(again).map((one) => one.renamed)).toEqual(due(again).map(() => renamed));
    const others = again.people.flatMap(({ pieces }) => pieces).filter((one) => !one.due);
    expect(others.map((one) => one.renamed)).toEqual(others.map(() => null));
  });

  test('the chain of the access log has no gap', async () => {
    const { chainHash } = await import('#store/access-log.repository.ts');
    const view = await claim(agent);
    const file = due(view).flatMap((one) => one.files)[0]!;
    for (let page = 0; page < 3; page += 1)
      await readCasePage(house, { accountId: agent, caseId: view.id, fileId: file.id, page, network: '192.0.2.0/24' });
    const rows = await house.db.selectFrom('accessLog').selectAll().orderBy('seq').execute();
    let previous = Buffer.alloc(32);
    for (const row of rows) {
      expect(row.prevHash.equals(previous)).toBe(true);
      expect(row.hash.equals(chainHash(previous, row))).toBe(true);
      previous = Buffer.from(row.hash);
    }
    expect(rows.length).toBe(3);
  });
});
