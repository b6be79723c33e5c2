import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import { remindUnconfirmed } from '#features/accounts/remind-unconfirmed.ts';
import { sweepAccounts } from '#features/accounts/sweep.ts';
import { tellOfTerms } from '#features/accounts/tell-of-terms.ts';
import { remindTenants } from '#features/dossiers/remind-tenants.ts';
import { eraseDueBlobs, journalReceipts, reconcileBlobs } from '#features/erasure/api.ts';
import { rotateKeys } from '#features/keys/rotate-keys.ts';
import { remindInvited, tellExpired } from '#features/household/remind-invited.ts';
import { eraseSetAside } from '#features/household/set-aside.ts';
import { buryLostJobs } from '#features/jobs/bury-lost-jobs.ts';
import { deliverDueMails } from '#features/mailing/deliver-due-mails.ts';
import { MAIL_TOPICS } from '#features/mailing/topics.ts';
import { dismissOldRejections } from '#features/pieces/dismiss-old-rejections.ts';
import { readOldAgain } from '#features/pieces/read-old-again.ts';
import { requeueStuckFiles } from '#features/pieces/requeue-stuck-files.ts';
import { archiveSilentPeople } from '#features/retention/archive-silent.ts';
import { endSilentAccounts } from '#features/retention/end-accounts.ts';
import { deleteDueAccounts } from '#features/retention/request-deletion.ts';
import { sweepDue } from '#features/retention/sweep.ts';
import { expireLeases } from '#features/review/expire-leases.ts';
import { buildDueFigures } from '#features/stats/build-figures.ts';
import { publishDueOpenData } from '#features/stats/publish-open-data.ts';
import type { House } from '#features/house.ts';

interface ScheduledTask {
  readonly name: string;
  readonly everyMs: number;
  readonly run: (house: House) => Promise<unknown>;
}

/** What is looked after again and again. Each task computes what is due from state: an outage delays, never loses or doubles. */
export const TASKS: readonly ScheduledTask[] = [
  { name: 'mails', everyMs: 2 * SECOND_MS, run: (house) => deliverDueMails(house, MAIL_TOPICS) },
  { name: 'leases', everyMs: 30 * SECOND_MS, run: expireLeases },
  { name: 'erasing', everyMs: 20 * SECOND_MS, run: eraseDueBlobs },
  { name: 'lost_jobs', everyMs: MINUTE_MS, run: buryLostJobs },
  { name: 'stuck_files', everyMs: 5 * MINUTE_MS, run: requeueStuckFiles },
  { name: 'old_readings', everyMs: 10 * MINUTE_MS, run: readOldAgain },
  { name: 'confirmations', everyMs: 10 * MINUTE_MS, run: remindUnconfirmed },
  { name: 'terms', everyMs: 10 * MINUTE_MS, run: tellOfTerms },
  { name: 'reminders', everyMs: 10 * MINUTE_MS, run: remindTenants },
  { name: 'invitations', everyMs: 10 * MINUTE_MS, run: remindInvited },
  { name: 'unanswered', everyMs: 10 * MINUTE_MS, run: tellExpired },
  { name: 'set_aside', everyMs: HOUR_MS, run: eraseSetAside },
  { name: 'sessions', everyMs: 10 * MINUTE_MS, run: sweepAccounts },
  { name: 'figures', everyMs: MINUTE_MS, run: buildDueFigures },
  { name: 'open_data', everyMs: MINUTE_MS, run: publishDueOpenData },
  { name: 'journal', everyMs: 10 * SECOND_MS, run: journalReceipts },
  { name: 'deletions', everyMs: 5 * MINUTE_MS, run: deleteDueAccounts },
  { name: 'silent_people', everyMs: HOUR_MS, run: archiveSilentPeople },
  { name: 'silent_accounts', everyMs: HOUR_MS, run: endSilentAccounts },
  { name: 'leaving', everyMs: 10 * MINUTE_MS, run: sweepDue },
  { name: 'rejections', everyMs: HOUR_MS, run: dismissOldRejections },
  { name: 'keys', everyMs: HOUR_MS, run: rotateKeys },
  { name: 'storage', everyMs: 6 * HOUR_MS, run: compareStorage },
];

/** Missing bytes raise the alarm of a failed task: the operator restores them from a backup, or learns what was lost. */
async function compareStorage(house: House): Promise<void> {
  const { lost } = await reconcileBlobs(house);
  if (lost > 0) throw new Error(`${lost} blobs that rows expect are missing from the storage`);
}

/**
 * Runs every task in turn at its rhythm; a task never overlaps itself.
 * @param onFault told of a task that failed; it runs again at its next turn
 * @returns stops them, after the ones that are running
 */
export function startSchedule(house: House, onFault: (task: string, error: unknown) => void): () => Promise<void> {
  let stopped = false;
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  const turn = (task: ScheduledTask) => {
    if (stopped) return;
    const done: Promise<void> = task
      .run(house)
      .catch((error: unknown) => onFault(task.name, error))
      .then(() => {
        running.delete(done);
        later(task);
      });
    running.add(done);
  };
  const later = (task: ScheduledTask) => {
    if (stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      turn(task);
    }, task.everyMs);
    timers.add(timer);
  };
  TASKS.forEach(later);
  return async () => {
    stopped = true;
    timers.forEach(clearTimeout);
    await Promise.all(running);
  };
}
