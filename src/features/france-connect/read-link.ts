import type { Id } from '#kernel/ids.ts';
import type { Email } from '#domain/accounts/email.ts';
import { readIdentity, type CertifiedIdentity } from '#domain/accounts/france-connect.ts';
import type { House } from '#features/house.ts';
import type { Session } from '#ports/sessions.ts';
import { findAccount, findAccountByEmail } from '#store/accounts.repository.ts';
import { readLinkEvents, type LinkEvent } from './events.ts';
import { provedLately } from './unlink-identity.ts';

/** The link of an account, as its holder sees it. */
export interface OwnLink {
  readonly linked: boolean;
  readonly identity: CertifiedIdentity | null;
  readonly hasPassword: boolean;
  /** Who one is was proved within five minutes. */
  readonly fresh: boolean;
  readonly events: readonly { readonly type: LinkEvent; readonly at: Date }[];
}

/** Reads the link of an account; `null` when the account is gone. */
export async function readLink(
  house: Pick<House, 'db' | 'clock'>,
  input: { accountId: Id<'account'>; session: Pick<Session, 'provedAt'> },
): Promise<OwnLink | null> {
  const account = await findAccount(house.db, input.accountId);
  if (!account) return null;
  return {
    linked: account.fcSub !== null,
    identity: readIdentity(account.fcIdentity),
    hasPassword: account.passwordHash !== null,
    fresh: provedLately(house, input.session),
    events: await readLinkEvents(house, input),
  };
}

/** True when an account uses an address. Told only to somebody to whom FranceConnect attributes that address. */
export async function isKnownAddress(house: Pick<House, 'db'>, input: { email: Email }): Promise<boolean> {
  return (await findAccountByEmail(house.db, input.email)) !== null;
}
