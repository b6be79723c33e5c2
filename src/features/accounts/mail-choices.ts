import { parseId, type Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { isOptionalMail, OPTIONAL_MAILS, type OptionalMail } from '#domain/accounts/mail-kinds.ts';
import type { House } from '#features/house.ts';
import { findAccount, findAccountByEmail, lockAccount } from '#store/accounts.repository.ts';

/** What mail tokens are sealed for: one account and one kind of mail. */
const STOP = 'stop_mail';

/** Which of the mails that may be turned off an account gets. */
export type MailChoices = Readonly<Record<OptionalMail, boolean>>;

/** Reads which optional mails an account gets; everything until it says otherwise. `null` when there is no such account. */
export async function readMailChoices(
  house: Pick<House, 'db'>,
  input: { accountId: Id<'account'> },
): Promise<MailChoices | null> {
  const account = await findAccount(house.db, input.accountId);
  if (!account) return null;
  const wanted = (topic: OptionalMail) => !account.mutedMails.includes(topic);
  return { 'dossier.unfinished': wanted('dossier.unfinished'), 'link.opened': wanted('link.opened') };
}

/** Keeps which optional mails an account gets, from the next one that leaves on. @param input.wanted all of them, the others stop */
export async function saveMailChoices(
  house: Pick<House, 'db'>,
  input: { accountId: Id<'account'>; wanted: readonly OptionalMail[] },
): Promise<void> {
  const mutedMails = OPTIONAL_MAILS.filter((topic) => !input.wanted.includes(topic));
  await house.db.updateTable('account').set({ mutedMails }).where('id', '=', input.accountId).execute();
}

/**
 * Whether a mail of a topic may leave to an address, and where its reader stops this kind of mail (RFC 8058).
 * @returns `muted`: they turned it off; else the token of `/ne-plus-recevoir/…`, `null` for mails that cannot be turned off
 */
export async function mailChoiceOf(
  house: Pick<House, 'db' | 'secrets'>,
  input: { to: string; topic: string },
): Promise<{ readonly muted: boolean; readonly stopToken: string | null }> {
  if (!isOptionalMail(input.topic)) return { muted: false, stopToken: null };
  const account = await findAccountByEmail(house.db, input.to);
  if (!account) return { muted: false, stopToken: null };
  const sealed = house.secrets.seal(STOP, `${account.id} ${input.topic}`);
  return { muted: account.mutedMails.includes(input.topic), stopToken: Buffer.from(sealed).toString('base64url') };
}

/** What a token of a mail stops; `null` when it is not one of ours or its account is gone. Changes nothing: scanners open addresses too. */
export async function readStop(
  house: Pick<House, 'db' | 'secrets'>,
  input: { token: string },
): Promise<{ readonly accountId: Id<'account'>; readonly topic: OptionalMail } | null> {
  const opened = house.secrets.open(STOP, Buffer.from(input.token, 'base64url').toString());
  if (!opened.ok) return null;
  const [id, topic = ''] = opened.value.split(' ');
  const accountId = parseId<'account'>(id);
  if (!accountId || !isOptionalMail(topic) || !(await findAccount(house.db, accountId))) return null;
  return { accountId, topic };
}

/** Stops one kind of mail for the account that the token of a mail names; once more changes nothing. @returns what stopped */
export async function stopMail(
  house: Pick<House, 'db' | 'secrets' | 'transact'>,
  input: { token: string },
): Promise<Result<OptionalMail, 'not_found'>> {
  const asked = await readStop(house, input);
  if (!asked) return err('not_found');
  return house.transact(async (tx) => {
    const account = await lockAccount(tx, asked.accountId);
    if (!account) return err('not_found');
    const mutedMails = [...new Set([...account.mutedMails, asked.topic])];
    await tx.updateTable('account').set({ mutedMails }).where('id', '=', account.id).execute();
    return ok(asked.topic);
  });
}
