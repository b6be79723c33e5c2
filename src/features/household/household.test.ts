import { beforeEach, describe, expect, it } from 'vitest';
import type { Email } from '#domain/accounts/email.ts';
import { membershipOf } from '#features/dossiers/api.ts';
import { startDossier } from '#features/dossiers/start-dossier.ts';
import { readShownDossier } from '#features/links/read-shown-dossier.ts';
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { loadDossier } from '#store/dossiers.repository.ts';
import { newMails, tokenInMail } from '#testing/mail-reader.ts';
import { confirmedAccount } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { addSpouse, inviteFlatmate } from './add-tenant.ts';
import { acceptInvitation, declineInvitation } from './answer-invitation.ts';
import { chooseKind, leaveDossier, removePerson } from './change-household.ts';
import { addGuarantor, removeGuarantor } from './guarantors.ts';
import { cancelInvitation, resendInvitation } from './invitations.ts';
import { loadHousehold } from './load-household.ts';
import { invitationsOf, readInvitation } from './read-invitation.ts';
import { giveOwnConsent, withdrawOwnConsent } from './own-consents.ts';

type Account = Id<'account'>;
type Dossier = Id<'dossier'>;
type Person = Id<'person'>;

const BO = 'bo@example.org' as Email;
const INVITATION = '/invitation/';
let house: TestHouse;
let ana: Account;
let dossierId: Dossier;

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
  ana = await confirmedAccount(house, 'ana@example.org');
  dossierId = await dossierOf(ana);
});

const dossierOf = async (accountId: Account): Promise<Dossier> => {
  const started = await startDossier(house, { accountId });
  return started.ok ? started.value.dossierId : expect.fail();
};
const done = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T =>
  result.ok ? result.value : expect.fail(JSON.stringify(result.error));
const people = async (id: Dossier) => (await loadHousehold(house.db, id))?.tenants.map((tenant) => tenant.accountId);
const sees = async (accountId: Account, personId: Person, id = dossierId) =>
  (await membershipOf(house.db, accountId, id, house.clock.now()))?.persons.has(personId) ?? false;
const tenantOf = async (id: Dossier, accountId: Account): Promise<Person> =>
  (await loadHousehold(house.db, id))?.tenants.find((tenant) => tenant.accountId === accountId)?.id as Person;

/** A piece with nothing but its row; enough to see where it goes. */
const givePiece = async (personId: Person) => {
  const id = house.ids.next<'piece'>();
  const piece = { id, personId, category: 'tax', situation: 'tax.parents', statementAt: house.clock.now(), rev: 1 } as const;
  await house.db
    .insertInto('piece')
    .values({ ...piece, savedOn: '2026-11-23', status: 'to_review', level: 'declared', createdAt: house.clock.now() })
    .execute();
  return id;
};
const ownerOf = async (pieceId: Id<'piece'>) =>
  (
    await house.db
      .selectFrom('piece')
      .innerJoin('person', 'person.id', 'piece.personId')
      .select(['person.dossierId', 'person.id'])
      .where('piece.id', '=', pieceId)
      .executeTakeFirst()
  )?.dossierId;

/** Ana and Bo as a couple, each with an account. */
const couple = async (): Promise<{ bo: Account; boPerson: Person }> => {
  done(await chooseKind(house, { accountId: ana, dossierId, kind: 'couple' }));
  done(await addSpouse(house, { accountId: ana, dossierId, firstNames: 'Bo', birthName: 'Ek', email: BO }));
  const token = await tokenInMail(house, INVITATION);
  const bo = await confirmedAccount(house, BO);
  const { personId } = done(await acceptInvitation(house, { accountId: bo, token, bring: false, consents: [] }));
  return { bo, boPerson: personId };
};

const flatmate = async (address: string): Promise<Account> => {
  done(await inviteFlatmate(house, { accountId: ana, dossierId, email: address as Email }));
  const token = await tokenInMail(house, INVITATION);
  const account = await confirmedAccount(house, address);
  done(await acceptInvitation(house, { accountId: account, token, bring: false, consents: ['flatmate_sending'] }));
  return account;
};

describe('a couple', () => {
  it('is filled by the lead until the spouse accepts, and no longer after', async () => {
    done(await chooseKind(house, { accountId: ana, dossierId, kind: 'couple' }));
    const { personId } = done(
      await addSpouse(house, { accountId: ana, dossierId, firstNames: 'Bo', birthName: 'Ek', email: BO }),
    );
    expect(await sees(ana, personId)).toBe(true);
    const token = await tokenInMail(house, INVITATION);
    const bo = await confirmedAccount(house, BO);
    done(await acceptInvitation(house, { accountId: bo, token, bring: false, consents: [] }));
    expect([await sees(ana, personId), await sees(bo, personId)]).toEqual([false, true]);
  });

  it('shows the pieces of one to the other under consent only, and not at the next request after it is withdrawn', async () => {
    const { bo, boPerson } = await couple();
    done(await giveOwnConsent(house, { accountId: bo, dossierId, purpose: 'spouse_access' }));
    expect(await sees(ana, boPerson)).toBe(true);
    done(await withdrawOwnConsent(house, { accountId: bo, dossierId, purpose: 'spouse_access' }));
    expect(await sees(ana, boPerson)).toBe(false);
    const rows = await house.db.selectFrom('consent').selectAll().where('purpose', '=', 'spouse_access').execute();
    expect(rows).toMatchObject([{ accountId: bo, textVersion: 'spouse_access.2026-11', withdrawnAt: house.clock.now() }]);
  });

  it('changed to alone lets the spouse’s account, pieces and levels live on in an own dossier; the first one’s links stop showing them', async () => {
    const { bo, boPerson } = await couple();
    const piece = await givePiece(boPerson);
    const shown = async (id: Dossier) => (await readShownDossier(house, id))?.people.flatMap((one) => one.pieces);
    expect((await shown(dossierId))?.map((one) => one.id)).toEqual([piece]);
    await newMails(house);
    done(await chooseKind(house, { accountId: ana, dossierId, kind: 'alone' }));
    const own = await ownerOf(piece);
    expect(own).not.toBe(dossierId);
    expect(await people(own!)).toEqual([bo]);
    expect(await people(dossierId)).toEqual([ana]);
    expect((await loadDossier(house.db, dossierId, house.clock.now()))?.pieces).toEqual([]);
    expect(await shown(dossierId)).toEqual([]);
    expect((await shown(own!))?.map((one) => [one.id, one.level])).toEqual([[piece, 'declared']]);
    expect((await newMails(house)).map((mail) => mail.to)).toEqual([BO]);
  });

  it('holds two, and only the lead adds', async () => {
    const { bo } = await couple();
    const third = { dossierId, firstNames: 'Cy', birthName: 'Ek', email: null };
    expect(await addSpouse(house, { accountId: ana, ...third })).toEqual({ ok: false, error: 'full' });
    expect(await addSpouse(house, { accountId: bo, ...third })).toEqual({ ok: false, error: 'not_found' });
  });

  it('set aside a spouse without account, who is not seen any more', async () => {
    done(await chooseKind(house, { accountId: ana, dossierId, kind: 'couple' }));
    const { personId } = done(
      await addSpouse(house, { accountId: ana, dossierId, firstNames: 'Bo', birthName: 'Ek', email: null }),
    );
    done(await removePerson(house, { accountId: ana, dossierId, personId }));
    expect(await people(dossierId)).toEqual([ana]);
    expect(await house.db.selectFrom('person').select('setAsideAt').where('id', '=', personId).execute()).toEqual([
      { setAsideAt: house.clock.now() },
    ]);
  });
});

describe('a flatshare', () => {
  beforeEach(async () => {
    done(await chooseKind(house, { accountId: ana, dossierId, kind: 'flatshare' }));
  });

  it('never shows the pieces of one to another', async () => {
    const bo = await flatmate(BO);
    const [anaPerson, boPerson] = [await tenantOf(dossierId, ana), await tenantOf(dossierId, bo)];
    expect([await sees(ana, boPerson), await sees(bo, anaPerson)]).toEqual([false, false]);
  });

  it('goes on when the lead leaves: the oldest leads, everyone keeps their own', async () => {
    const bo = await flatmate(BO);
    const cy = await flatmate('cy@example.org');
    const piece = await givePiece(await tenantOf(dossierId, ana));
    done(await leaveDossier(house, { accountId: ana, dossierId }));
    expect(await people(dossierId)).toEqual([bo, cy]);
    const household = await loadHousehold(house.db, dossierId);
    expect([household?.kind, household?.leadId]).toEqual(['flatshare', await tenantOf(dossierId, bo)]);
    expect(await people((await ownerOf(piece))!)).toEqual([ana]);
  });

  it('lets a member bring their pieces and guarantors; the emptied dossier closes', async () => {
    const bo = await confirmedAccount(house, BO);
    const old = await dossierOf(bo);
    const boPerson = await tenantOf(old, bo);
    const piece = await givePiece(boPerson);
    const guarantor = done(
      await addGuarantor(house, {
        accountId: bo,
        dossierId: old,
        tenantId: boPerson,
        kind: 'organism',
        invite: null,
        informed: false,
      }),
    );
    done(await inviteFlatmate(house, { accountId: ana, dossierId, email: BO }));
    const token = await tokenInMail(house, INVITATION);
    done(await acceptInvitation(house, { accountId: bo, token, bring: true, consents: ['flatmate_sending'] }));
    expect(await ownerOf(piece)).toBe(dossierId);
    expect(await loadHousehold(house.db, old)).toBeNull();
    const household = await loadHousehold(house.db, dossierId);
    expect(household?.tenants.map((tenant) => tenant.accountId)).toEqual([ana, bo]);
    expect(household?.guarantors).toMatchObject([{ id: guarantor.personId, supports: boPerson, declarantId: bo }]);
  });
});

describe('an invitation', () => {
  beforeEach(async () => {
    done(await chooseKind(house, { accountId: ana, dossierId, kind: 'flatshare' }));
    done(await inviteFlatmate(house, { accountId: ana, dossierId, email: BO }));
  });

  it('says who invites and works once', async () => {
    const token = await tokenInMail(house, INVITATION);
    expect(await readInvitation(house, { token })).toMatchObject({ kind: 'flatmate', email: BO });
    const bo = await confirmedAccount(house, BO);
    done(await acceptInvitation(house, { accountId: bo, token, bring: false, consents: [] }));
    const cy = await confirmedAccount(house, 'cy@example.org');
    expect(await acceptInvitation(house, { accountId: cy, token, bring: false, consents: [] })).toEqual({
      ok: false,
      error: 'invitation.dead',
    });
  });

  it('dies after seven days, once declined, once taken back', async () => {
    const token = await tokenInMail(house, INVITATION);
    house.pass(7 * DAY_MS);
    expect(await readInvitation(house, { token })).toBeNull();
    expect((await invitationsOf(house, dossierId)).map((one) => one.state)).toEqual(['expired']);
    expect(await declineInvitation(house, { token })).toEqual({ ok: false, error: 'invitation.dead' });
  });

  it('may be declined without an account, and the inviter sees it', async () => {
    done(await declineInvitation(house, { token: await tokenInMail(house, INVITATION) }));
    expect((await invitationsOf(house, dossierId)).map((one) => one.state)).toEqual(['declined']);
  });

  it('is sent again once an hour, and the former link stops', async () => {
    const first = await tokenInMail(house, INVITATION);
    const id = (await invitationsOf(house, dossierId))[0]!.id;
    expect(await resendInvitation(house, { accountId: ana, invitationId: id })).toEqual({ ok: false, error: 'too_soon' });
    house.pass(HOUR_MS);
    done(await resendInvitation(house, { accountId: ana, invitationId: id }));
    const second = await tokenInMail(house, INVITATION);
    expect(await readInvitation(house, { token: first })).toBeNull();
    expect(await readInvitation(house, { token: second })).not.toBeNull();
    const [latest] = await invitationsOf(house, dossierId);
    done(await cancelInvitation(house, { accountId: ana, invitationId: latest!.id }));
    expect(await readInvitation(house, { token: second })).toBeNull();
  });

  it('never goes to oneself or twice to one address, and writes nothing then', async () => {
    for (const [email, error] of [
      ['ana@example.org', 'email.own'],
      [BO, 'email.invited'],
    ] as const)
      expect(await inviteFlatmate(house, { accountId: ana, dossierId, email: email as Email })).toEqual({ ok: false, error });
    expect(await people(dossierId)).toHaveLength(2);
  });

  it('gives only the consents that belong to it', async () => {
    const token = await tokenInMail(house, INVITATION);
    const bo = await confirmedAccount(house, BO);
    done(await acceptInvitation(house, { accountId: bo, token, bring: false, consents: ['spouse_access', 'flatmate_sending'] }));
    const rows = await house.db.selectFrom('consent').select('purpose').where('accountId', '=', bo).execute();
    expect(rows).toEqual([{ purpose: 'flatmate_sending' }]);
  });
});

describe('guarantors', () => {
  const add = async (kind: 'natural' | 'company' | 'organism', more: { invite?: string; informed?: boolean } = {}) =>
    addGuarantor(house, {
      accountId: ana,
      dossierId,
      tenantId: await tenantOf(dossierId, ana),
      kind,
      invite: (more.invite ?? null) as Email | null,
      informed: more.informed ?? true,
    });

  it('an organism or a third person beside a natural guarantor is refused, also by direct insert', async () => {
    const insert = async (guarantorKind: 'natural' | 'organism' | 'company') => {
      const now = house.clock.now();
      const row = { role: 'guarantor', position: 5, status: 'incomplete', statusSince: now, createdAt: now } as const;
      const supportsPersonId = await tenantOf(dossierId, ana);
      await house.db
        .insertInto('person')
        .values({ id: house.ids.next<'person'>(), dossierId, supportsPersonId, guarantorKind, ...row })
        .execute();
    };
    done(await add('natural'));
    expect(await add('organism')).toEqual({ ok: false, error: 'mix' });
    await expect(insert('organism')).rejects.toThrow('guarantor_mix');
    await expect(insert('company')).rejects.toThrow('guarantor_mix');
    done(await add('natural'));
    expect(await add('natural')).toEqual({ ok: false, error: 'mix' });
    await expect(insert('natural')).rejects.toThrow('guarantor_mix');
  });

  it('are never mixed, nor three, whoever writes them into the database', async () => {
    const tenantId = await tenantOf(dossierId, ana);
    const insert = (guarantorKind: 'natural' | 'company' | 'organism') =>
      house.db
        .insertInto('person')
        .values({
          id: house.ids.next<'person'>(),
          dossierId,
          role: 'guarantor',
          guarantorKind,
          supportsPersonId: tenantId,
          position: 0,
          status: 'incomplete',
          statusSince: house.clock.now(),
          createdAt: house.clock.now(),
        })
        .execute();
    await insert('natural');
    await expect(insert('organism')).rejects.toThrow('guarantor_mix');
    await expect(insert('company')).rejects.toThrow('guarantor_mix');
    await insert('natural');
    await expect(insert('natural')).rejects.toThrow('guarantor_mix');
    await expect(
      house.db.updateTable('person').set({ guarantorKind: 'organism' }).where('supportsPersonId', '=', tenantId).execute(),
    ).rejects.toThrow('guarantor_mix');
  });

  it('the tenant fills for must know it, and the tenant says so', async () => {
    expect(await add('natural', { informed: false })).toEqual({ ok: false, error: 'not_informed' });
    const { personId } = done(await add('natural'));
    const rows = await house.db.selectFrom('consent').select(['purpose', 'personId']).execute();
    expect(rows).toContainEqual({ purpose: 'guarantor_informed', personId });
  });

  it('with their own space are not seen by the tenant, and keep their pieces when they are taken out', async () => {
    const { personId } = done(await add('natural', { invite: 'gus@example.org' }));
    expect(await sees(ana, personId)).toBe(false);
    const token = await tokenInMail(house, INVITATION);
    const gus = await confirmedAccount(house, 'gus@example.org');
    done(await acceptInvitation(house, { accountId: gus, token, bring: false, consents: [] }));
    const piece = await givePiece(personId);
    done(await removeGuarantor(house, { accountId: ana, dossierId, guarantorId: personId }));
    const own = await ownerOf(piece);
    expect(own).not.toBe(dossierId);
    expect(await people(own!)).toEqual([gus]);
  });

  it('without account are erased when taken out', async () => {
    const { personId } = done(await add('natural'));
    const piece = await givePiece(personId);
    done(await removeGuarantor(house, { accountId: ana, dossierId, guarantorId: personId }));
    expect(await ownerOf(piece)).toBeUndefined();
    expect((await loadHousehold(house.db, dossierId))?.guarantors).toEqual([]);
  });

  it('of somebody else are no such page', async () => {
    const bo = await confirmedAccount(house, BO);
    const { personId } = done(await add('natural'));
    expect(await removeGuarantor(house, { accountId: bo, dossierId, guarantorId: personId })).toEqual({
      ok: false,
      error: 'not_found',
    });
  });
});

it('a stranger changes nothing, and one alone cannot leave', async () => {
  const bo = await confirmedAccount(house, BO);
  expect(await chooseKind(house, { accountId: bo, dossierId, kind: 'couple' })).toEqual({ ok: false, error: 'not_found' });
  expect(await leaveDossier(house, { accountId: ana, dossierId })).toEqual({ ok: false, error: 'alone' });
});
