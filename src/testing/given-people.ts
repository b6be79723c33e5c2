import type { Email } from '#domain/accounts/email.ts';
import { startDossier } from '#features/dossiers/start-dossier.ts';
import { addSpouse, inviteFlatmate } from '#features/household/add-tenant.ts';
import { acceptInvitation } from '#features/household/answer-invitation.ts';
import { chooseKind } from '#features/household/change-household.ts';
import { loadHousehold } from '#features/household/api.ts';
import type { Id } from '#kernel/ids.ts';
import { tokenInMail } from './mail-reader.ts';
import { confirmedAccount } from './test-account.ts';
import type { TestHouse } from './test-house.ts';

/** A person with an account in a dossier. */
export interface Member {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
  readonly personId: Id<'person'>;
}

/** An account with a dossier of its own. */
export async function givenMember(house: TestHouse, address: string): Promise<Member> {
  const accountId = await confirmedAccount(house, address);
  const started = await startDossier(house, { accountId });
  if (!started.ok) throw new Error(String(started.error));
  return member(house, accountId, started.value.dossierId);
}

/** The spouse or a flatmate of somebody, with an account; the dossier becomes a couple's or a flatshare's. */
export async function givenOther(house: TestHouse, lead: Member, kind: 'couple' | 'flatshare', address: string): Promise<Member> {
  const { accountId, dossierId } = lead;
  const email = address as Email;
  await chooseKind(house, { accountId, dossierId, kind });
  if (kind === 'couple') await addSpouse(house, { accountId, dossierId, firstNames: 'Bo', birthName: 'Ek', email });
  else await inviteFlatmate(house, { accountId, dossierId, email });
  const token = await tokenInMail(house, '/invitation/');
  const other = await confirmedAccount(house, address);
  const accepted = await acceptInvitation(house, { accountId: other, token, bring: false, consents: [] });
  if (!accepted.ok) throw new Error(String(accepted.error));
  return member(house, other, dossierId);
}

/** A piece with one file that has a key and an address, and nothing in storage. */
export async function givenPiece(house: TestHouse, personId: Id<'person'>): Promise<Id<'piece'>> {
  const id = house.ids.next<'piece'>();
  const now = house.clock.now();
  const piece = { id, personId, category: 'tax', situation: 'tax.parents', statementAt: now, rev: 1 } as const;
  await house.db
    .insertInto('piece')
    .values({ ...piece, text: 'mes parents', savedOn: '2026-11-23', status: 'to_review', level: 'declared', createdAt: now })
    .execute();
  const fileId = house.ids.next<'file'>();
  await house.db
    .insertInto('file')
    .values({
      id: fileId,
      pieceId: id,
      position: 1,
      state: 'ready',
      type: 'pdf',
      size: 1000,
      sha256: Buffer.alloc(32, 1),
      wrappedKey: 'v1:1:nonce:key',
      keyVersion: 1,
      originalAddress: `blob/${fileId}`,
      createdAt: now,
    })
    .execute();
  return id;
}

async function member(house: TestHouse, accountId: Id<'account'>, dossierId: Id<'dossier'>): Promise<Member> {
  const household = await loadHousehold(house.db, dossierId);
  const tenant = household?.tenants.find((one) => one.accountId === accountId);
  if (!tenant) throw new Error('no such tenant');
  return { accountId, dossierId, personId: tenant.id as Id<'person'> };
}
