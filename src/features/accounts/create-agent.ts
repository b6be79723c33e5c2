import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Email } from '#domain/accounts/email.ts';
import { INVITATION_LIFETIME_MS } from '#domain/accounts/lifetimes.ts';
import { roleFault, type AgentRole, type RoleFault } from '#domain/accounts/roles.ts';
import { termsInForce } from '#domain/accounts/terms.ts';
import { parisDate } from '#kernel/civil-date.ts';
import type { House } from '#features/house.ts';
import { findAccountByEmail, giveRole, insertAccount, rolesOf } from '#store/accounts.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import { sendLink } from './mail-links.ts';

/**
 * Makes somebody an agent: an account when there is none, the role, and a mail with a link, good for a week, to choose a
 * password and then a second factor. Inviting again sends a new link.
 * @param input.by who gives the role, who must be allowed to; `null` from the command line
 */
export async function createAgent(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'secrets' | 'settings'>,
  input: { email: Email; role: AgentRole; by: Id<'account'> | null },
): Promise<Result<{ accountId: Id<'account'> }, RoleFault>> {
  const now = house.clock.now();
  return house.transact(async (tx) => {
    const known = await findAccountByEmail(tx, input.email);
    const accountId = known?.id ?? house.ids.next<'account'>();
    const fault = roleFault({
      role: input.role,
      held: await rolesOf(tx, accountId),
      giver: input.by && (await rolesOf(tx, input.by)),
      own: accountId === input.by,
    });
    if (fault) return err(fault);
    if (!known) {
      await insertAccount(tx, {
        id: accountId,
        email: input.email,
        locale: 'fr',
        termsVersion: termsInForce(house.settings.terms, parisDate(now)).id,
        termsAcceptedAt: now,
        lastContactAt: now,
        createdAt: now,
      });
    }
    await giveRole(tx, { accountId, role: input.role, by: input.by, at: now });
    await insertEvent(tx, {
      id: house.ids.next(),
      at: now,
      actor: input.by,
      type: 'account.role_given',
      data: { accountId, role: input.role },
    });
    const link = { accountId, purpose: 'reset', topic: 'account.agent_invited' } as const;
    await sendLink(tx, house, { ...link, lifetimeMs: INVITATION_LIFETIME_MS });
    return ok({ accountId });
  });
}
