import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { lengthOf, cleanText } from '#kernel/text.ts';
import { missingOfTenant, type Missing } from '#domain/pieces/completeness.ts';
import { departementOf } from '#domain/stats/dimensions.ts';
import type { House } from '#features/house.ts';
import { recordMilestone, whoFills } from '#features/stats/api.ts';
import { loadChecks, refreshStatuses, tenantViews } from '#features/statuses/api.ts';
import { loadDossier, lockDossier } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import { membershipOf, may } from './membership.ts';

/** Version of the sworn declaration that is shown and kept; its words are `consent.honour` in every language. */
export const HONOUR_TEXT = 'honour.2026-11';

export interface SubmitDossier {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
  readonly message: string;
  /** The sworn declaration is ticked. */
  readonly sworn: boolean;
}

export type SubmitReason = 'not_found' | 'not_sworn' | 'message_too_long' | { readonly missing: readonly Missing[] };

/** Sends what the account may submit for to review: completeness is checked again here; twice is once. */
export async function submitDossier(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random'>,
  input: SubmitDossier,
): Promise<Result<void, SubmitReason>> {
  const message = cleanText(input.message, true);
  if (lengthOf(message) > 2000) return err('message_too_long');
  const now = house.clock.now();
  const answer = await house.transact(
    async (tx): Promise<Result<{ missing: readonly Missing[]; createdAt: Date }, SubmitReason>> => {
      await lockDossier(tx, input.dossierId);
      const membership = await membershipOf(tx, input.accountId, input.dossierId, now);
      const rows = membership && (await loadDossier(tx, input.dossierId, now));
      if (!membership || !rows) return err('not_found');
      const tenants = tenantViews(rows, await loadChecks(tx, rows.pieces)).filter((tenant) =>
        may(membership, tenant.person.id as Id<'person'>, 'submit'),
      );
      if (tenants.length === 0) return err('not_found');
      const missing = tenants.flatMap(missingOfTenant);
      const subject = { id: input.dossierId, createdAt: rows.dossier.createdAt };
      if (missing.length > 0) {
        await recordMilestone(tx, house, { name: 'dossier.submission_refused', subject });
        return ok({ missing, createdAt: rows.dossier.createdAt });
      }
      if (!input.sworn) return err('not_sworn');
      await tx
        .updateTable('dossier')
        .set({ message: message || null, messageBy: input.accountId, messageAt: now })
        .where('id', '=', input.dossierId)
        .execute();
      const unsigned = tenants.filter((tenant) => !tenant.person.submitted);
      for (const { person } of unsigned) {
        const personId = person.id as Id<'person'>;
        await tx
          .insertInto('consent')
          .values({
            id: house.ids.next(),
            accountId: input.accountId,
            personId,
            purpose: 'honour',
            textVersion: HONOUR_TEXT,
            givenAt: now,
          })
          .execute();
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
      if (unsigned.length > 0) {
        const lead = rows.persons.find((person) => person.role === 'tenant');
        const helped = unsigned.some(({ person }) => membership.persons.get(person.id as Id<'person'>)?.basis === 'helper');
        await recordMilestone(tx, house, {
          name: 'dossier.submitted',
          subject,
          dimensions: {
            ...(await whoFills(tx, input.accountId)),
            kind: rows.dossier.kind,
            helped: helped ? 'yes' : 'no',
            departement: departementOf(lead?.postcode ?? null),
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
      return ok({ missing: [], createdAt: rows.dossier.createdAt });
    },
  );
  if (!answer.ok) return answer;
  return answer.value.missing.length > 0 ? err({ missing: answer.value.missing }) : ok();
}
