import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { lengthOf, cleanText } from '#kernel/text.ts';
import { CONSENT_TEXTS, type ConsentPurpose } from '#domain/people/consents.ts';
import { speaksForOthers, type Signer } from '#domain/people/signing.ts';
import { missingOf, type Missing } from '#domain/pieces/completeness.ts';
import { departementOf } from '#domain/stats/dimensions.ts';
import type { House } from '#features/house.ts';

import { recordMilestone, whoFills } from '#features/stats/api.ts';
import { loadChecks, loadUnexplained, refreshStatuses, tenantViews, type Unexplained } from '#features/statuses/api.ts';
import { loadDossier, lockDossier, outdateCopies } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';
import { hasMandate } from './mandate.ts';
import { membershipOf, onlyGuarantees, type Membership } from './membership.ts';

export interface SubmitDossier {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
  readonly message: string;
  /** The sworn declaration is ticked. */
  readonly sworn: boolean;
  /** "The people whose documents I added agree" is ticked; due when there are any. */
  readonly othersInformed?: boolean;
}

export type SubmitReason =
  | 'not_found'
  | 'not_sworn'
  | 'others_not_informed'
  | 'no_mandate'
  | 'message_too_long'
  | { readonly missing: readonly Missing[] }
  | { readonly unexplained: readonly Unexplained[] };

/**
 * Signs and sends the parts that the account answers for: their own, and those they fill. Completeness of these parts is checked again
 * here, and differences found are mended or explained; twice is once. Review begins when everybody who must sign has: both of a couple, and guarantors who fill their own part.
 */
export async function submitDossier(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random'>,
  input: SubmitDossier,
): Promise<Result<void, SubmitReason>> {
  const message = cleanText(input.message, true);
  if (lengthOf(message) > 2000) return err('message_too_long');
  const now = house.clock.now();
  const answer = await house.transact(async (tx): Promise<Result<{ missing: readonly Missing[] }, SubmitReason>> => {
    await lockDossier(tx, input.dossierId);
    const membership = await membershipOf(tx, input.accountId, input.dossierId, now);
    const rows = membership && (await loadDossier(tx, input.dossierId, now));
    if (!membership || !rows) return err('not_found');
    const signers = signersOf(membership, tenantViews(rows, await loadChecks(tx, rows.pieces)), rows.persons);
    if (signers.length === 0) return err('not_found');
    for (const { person, forOther } of signers)
      if (forOther && !(await hasMandate(tx, person.id as Id<'person'>))) return err('no_mandate');
    const missing = signers.flatMap(({ person }) => missingOf(person));
    const subject = { id: input.dossierId, createdAt: rows.dossier.createdAt };
    if (missing.length > 0) {
      await recordMilestone(tx, house, { name: 'dossier.submission_refused', subject });
      return ok({ missing });
    }
    if (!input.sworn) return err('not_sworn');
    const unsigned = signers.filter(({ person }) => !person.submitted);
    const signing = new Set(unsigned.map(({ person }) => person.id));
    const unexplained = await loadUnexplained(
      tx,
      rows.pieces.filter(({ personId }) => signing.has(personId)),
    );
    if (unexplained.length > 0) return err({ unexplained });
    const others = speaksForOthers(unsigned);
    if (others && !input.othersInformed) return err('others_not_informed');
    if (!onlyGuarantees(membership)) {
      await tx
        .updateTable('dossier')
        .set({ message: message || null, messageBy: input.accountId, messageAt: now })
        .where('id', '=', input.dossierId)
        .execute();
      await outdateCopies(tx, input.dossierId);
    }
    for (const { person } of unsigned) {
      const personId = person.id as Id<'person'>;
      await giveConsentRow(tx, house, input.accountId, personId, 'honour');
      await tx.updateTable('person').set({ submittedAt: now }).where('id', '=', personId).execute();
      await insertEvent(tx, {
        id: house.ids.next(),
        at: now,
        actor: input.accountId,
        dossierId: input.dossierId,
        personId,
        type: 'person.submitted',
      });
    }
    const [first] = unsigned;
    if (first) {
      if (others) await giveConsentRow(tx, house, input.accountId, first.person.id as Id<'person'>, 'others_informed');
      if (!onlyGuarantees(membership))
        await recordMilestone(tx, house, {
          name: 'dossier.submitted',
          subject,
          dimensions: {
            ...(await whoFills(tx, input.accountId)),
            kind: rows.dossier.kind,
            helped: unsigned.some(({ basis }) => basis === 'helper') ? 'yes' : 'no',
            departement: departementOf(rows.persons.find((person) => person.role === 'tenant')?.postcode ?? null),
          },
        });
      await enqueueMail(tx, {
        id: house.ids.next(),
        topic: 'dossier.submitted',
        payload: { dossierId: input.dossierId, accountId: input.accountId },
        about: input.dossierId,
        at: now,
      });
    }
    await refreshStatuses(tx, house, input.dossierId, input.accountId);
    return ok({ missing: [] });
  });
  if (!answer.ok) return answer;
  return answer.value.missing.length > 0 ? err({ missing: answer.value.missing }) : ok();
}

/** The parts an account signs for: those it may submit. */
export function signersOf(
  membership: Membership,
  tenants: ReturnType<typeof tenantViews>,
  persons: readonly { readonly id: string; readonly filedFor: 'self' | 'other' }[],
): readonly Signer[] {
  return tenants
    .flatMap((tenant) => [tenant.person, ...tenant.guarantors])
    .flatMap((person) => {
      const held = membership.persons.get(person.id as Id<'person'>);
      if (!held?.rights.has('submit')) return [];
      const forOther = persons.find((one) => one.id === person.id)?.filedFor === 'other' && held.basis !== 'self';
      return [{ person, basis: held.basis, forOther }];
    });
}

async function giveConsentRow(
  tx: Tx,
  house: Pick<House, 'clock' | 'ids'>,
  accountId: Id<'account'>,
  personId: Id<'person'>,
  purpose: ConsentPurpose,
): Promise<void> {
  await tx
    .insertInto('consent')
    .values({
      id: house.ids.next(),
      accountId,
      personId,
      purpose,
      textVersion: CONSENT_TEXTS[purpose],
      givenAt: house.clock.now(),
    })
    .execute();
}
