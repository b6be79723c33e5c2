/** Any sequence of household changes, on the real database, against what must hold after each. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Email } from '#domain/accounts/email.ts';
import type { HouseholdKind } from '#domain/people/household.ts';
import { pieceLevel, pieceStatus, tenantStatus, dossierStatus, hasSigned } from '#domain/pieces/states.ts';
import { startDossier } from '#features/dossiers/start-dossier.ts';
import { savePiece } from '#features/pieces/save-piece.ts';
import { loadChecks, tenantViews } from '#features/statuses/api.ts';
import type { Id } from '#kernel/ids.ts';
import { loadDossier } from '#store/dossiers.repository.ts';
import { confirmedAccount } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { addSpouse, inviteFlatmate } from './add-tenant.ts';
import { acceptInvitation, declineInvitation } from './answer-invitation.ts';
import { chooseKind, leaveDossier, removePerson } from './change-household.ts';
import { addGuarantor, removeGuarantor } from './guarantors.ts';
import { invitationToken } from './invitations.ts';
import { loadHousehold } from './load-household.ts';
import { giveOwnConsent, OWN_CONSENTS, withdrawOwnConsent } from './own-consents.ts';
import { setAsideOf, takeBack } from './set-aside.ts';

const PEOPLE = ['ana', 'bo', 'cy', 'gus'] as const;
const emailOf = (index: number) => `${PEOPLE[index]}@example.org` as Email;

type Account = Id<'account'>;

/** One thing that somebody does; numbers choose among what there is. */
type Act =
  | { readonly do: 'kind'; readonly who: number; readonly kind: HouseholdKind }
  | { readonly do: 'spouse' | 'flatmate' | 'leave' | 'back'; readonly who: number; readonly other: number }
  | { readonly do: 'decline'; readonly who: number }
  | { readonly do: 'accept'; readonly who: number; readonly bring: boolean }
  | { readonly do: 'remove' | 'no_guarantor'; readonly who: number; readonly other: number }
  | { readonly do: 'guarantor'; readonly who: number; readonly kind: 'natural' | 'organism'; readonly invite: number | null }
  | { readonly do: 'consent'; readonly who: number; readonly purpose: number; readonly give: boolean };

const who = fc.nat(PEOPLE.length - 1);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant('kind' as const), who, kind: fc.constantFrom<HouseholdKind>('alone', 'couple', 'flatshare') }),
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('spouse' as const, 'flatmate' as const), who, other: who }),
  },
  fc.record({ do: fc.constantFrom('leave' as const, 'back' as const), who, other: who }),
  fc.record({ do: fc.constant('decline' as const), who }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('accept' as const), who, bring: fc.boolean() }) },
  fc.record({ do: fc.constantFrom('remove' as const, 'no_guarantor' as const), who, other: who }),
  fc.record({
    do: fc.constant('guarantor' as const),
    who,
    kind: fc.constantFrom('natural' as const, 'organism' as const),
    invite: fc.option(who),
  }),
  fc.record({ do: fc.constant('consent' as const), who, purpose: fc.nat(OWN_CONSENTS.length - 1), give: fc.boolean() }),
);

/** Accounts, the piece that each made of its own, and the dossier where each is now. */
interface World {
  readonly house: TestHouse;
  readonly accounts: readonly Account[];
  readonly pieces: readonly Id<'piece'>[];
}

async function begin(): Promise<World> {
  await emptyDatabase();
  const house = await testHouse();
  const accounts: Account[] = [];
  const pieces: Id<'piece'>[] = [];
  for (const [index] of PEOPLE.entries()) {
    const accountId = await confirmedAccount(house, emailOf(index));
    const started = await startDossier(house, { accountId });
    const dossierId = started.ok ? started.value.dossierId : expect.fail();
    const personId = (await loadHousehold(house.db, dossierId))?.leadId as Id<'person'>;
    const own = { accountId, dossierId, personId, category: 'tax', situation: 'tax.parents', stated: true } as const;
    const saved = await savePiece(house, own);
    accounts.push(accountId);
    pieces.push(saved.ok ? saved.value.pieceId : expect.fail());
  }
  return { house, accounts, pieces };
}

/** The dossier in which an account is a person, tenant first. */
const placeOf = async ({ house }: World, accountId: Account) =>
  house.db
    .selectFrom('access')
    .innerJoin('person', 'person.id', 'access.personId')
    .select(['person.id', 'person.dossierId', 'person.role'])
    .where('access.accountId', '=', accountId)
    .where('access.basis', '=', 'self')
    .where('access.revokedAt', 'is', null)
    .orderBy('person.role', 'desc')
    .orderBy('person.createdAt')
    .executeTakeFirst();

/** Somebody who was invited answers. */
async function answer({ house, accounts }: World, step: Extract<Act, { do: 'accept' | 'decline' }>): Promise<void> {
  const open = await house.db
    .selectFrom('invitation')
    .select(['id', 'email'])
    .where('state', 'in', ['sent', 'opened'])
    .orderBy('createdAt')
    .execute();
  const one = open[step.who % (open.length || 1)];
  if (!one) return;
  const token = invitationToken(house, one.id);
  const accountId = accounts[PEOPLE.findIndex((_, index) => emailOf(index) === one.email)] ?? expect.fail();
  if (step.do === 'decline') await declineInvitation(house, { token });
  else await acceptInvitation(house, { accountId, token, bring: step.bring, consents: [...OWN_CONSENTS] });
}

async function carryOut(world: World, step: Act): Promise<void> {
  const { house } = world;
  if (step.do === 'accept' || step.do === 'decline') return answer(world, step);
  const accountId = world.accounts[step.who] ?? expect.fail();
  const place = await placeOf(world, accountId);
  if (!place) return;
  const { dossierId } = place;
  const household = await loadHousehold(house.db, dossierId);
  switch (step.do) {
    case 'kind':
      await chooseKind(house, { accountId, dossierId, kind: step.kind });
      return;
    case 'spouse':
      await chooseKind(house, { accountId, dossierId, kind: 'couple' });
      await addSpouse(house, { accountId, dossierId, firstNames: 'A', birthName: 'B', email: emailOf(step.other) });
      return;
    case 'flatmate':
      await chooseKind(house, { accountId, dossierId, kind: 'flatshare' });
      await inviteFlatmate(house, { accountId, dossierId, email: emailOf(step.other) });
      return;
    case 'leave':
      await leaveDossier(house, { accountId, dossierId });
      return;
    case 'back': {
      const [first] = await setAsideOf(house, dossierId);
      if (first) await takeBack(house, { accountId, dossierId, personId: first.personId });
      return;
    }
    case 'remove': {
      const other = household?.tenants[step.other % (household.tenants.length || 1)];
      if (other) await removePerson(house, { accountId, dossierId, personId: other.id as Id<'person'> });
      return;
    }
    case 'no_guarantor': {
      const other = household?.guarantors[step.other % (household.guarantors.length || 1)];
      if (other) await removeGuarantor(house, { accountId, dossierId, guarantorId: other.id as Id<'person'> });
      return;
    }
    case 'guarantor':
      await addGuarantor(house, {
        accountId,
        dossierId,
        tenantId: place.id,
        kind: step.kind,
        invite: step.invite === null ? null : emailOf(step.invite),
        informed: true,
      });
      return;
    case 'consent': {
      const purpose = OWN_CONSENTS[step.purpose] ?? expect.fail();
      await (step.give ? giveOwnConsent : withdrawOwnConsent)(house, { accountId, dossierId, purpose });
    }
  }
}

/** What holds whatever was done. */
async function check(world: World): Promise<void> {
  const { house, accounts, pieces } = world;
  for (const [index, accountId] of accounts.entries()) {
    const owner = await house.db
      .selectFrom('piece')
      .innerJoin('access', 'access.personId', 'piece.personId')
      .select('access.accountId')
      .where('piece.id', '=', pieces[index] ?? expect.fail())
      .where('access.basis', '=', 'self')
      .where('access.revokedAt', 'is', null)
      .execute();
    expect(owner, `${PEOPLE[index]} keeps their own piece`).toEqual([{ accountId }]);
  }
  const dossiers = await house.db.selectFrom('dossier').selectAll().where('closedAt', 'is', null).execute();
  for (const dossier of dossiers) {
    const household = (await loadHousehold(house.db, dossier.id)) ?? expect.fail('an open dossier has a lead');
    expect(household.tenants.map((tenant) => tenant.id)).toContain(household.leadId);
    if (household.kind === 'alone') expect(household.tenants).toHaveLength(1);
    if (household.kind === 'couple') expect(household.tenants.length).toBeLessThanOrEqual(2);
    for (const guarantor of household.guarantors)
      expect(household.tenants.map((tenant) => tenant.id)).toContain(guarantor.supports);
    const rows = (await loadDossier(house.db, dossier.id, house.clock.now())) ?? expect.fail();
    const views = tenantViews(rows, await loadChecks(house.db, rows.pieces));
    const together = views.every(hasSigned);
    const naive = views.map((view) => tenantStatus(view, dossier.kind === 'couple' ? together : hasSigned(view)));
    expect(rows.persons.filter((person) => person.role === 'tenant').map((person) => person.status)).toEqual(naive);
    expect(dossier.status).toBe(dossierStatus(naive));
    for (const view of views.flatMap((one) => [one.person, ...one.guarantors]))
      for (const piece of view.pieces) {
        const row = rows.pieces.find((one) => one.id === piece.id) ?? expect.fail();
        expect([row.status, row.level]).toEqual([pieceStatus(piece, view.role), pieceLevel(piece, view.role)]);
      }
  }
  const strayed = await house.db
    .selectFrom('access')
    .innerJoin('person', 'person.id', 'access.personId')
    .innerJoin('dossier', 'dossier.id', 'person.dossierId')
    .select('access.accountId')
    .where('access.basis', '=', 'spouse')
    .where('access.revokedAt', 'is', null)
    .where('dossier.kind', '<>', 'couple')
    .execute();
  expect(strayed, 'a spouse sees within a couple only').toEqual([]);
}

it('whatever people do, each account keeps its pieces, every open dossier has a lead, and cached statuses are true', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 20 }), async (steps) => {
      const world = await begin();
      for (const step of steps) await carryOut(world, step);
      await check(world);
    }),
    { numRuns: 15, seed: 2026, endOnFailure: true },
  );
}, 300_000);
