import path from 'node:path';
import { parisDate } from '#kernel/civil-date.ts';
import { fetchTrust, LEAF_SOURCES, TRUST_LIST_URL } from '#adapters/trust-fetch.ts';
import type { Settings } from './settings.ts';

/**
 * `npm run trust:fetch`: brings the trust folder up to date, and says what came. It may run while the service runs, which reads the folder anew for each
 * file. Fails with a code other than 0, so that whoever schedules it hears of it.
 */
export async function fetchTrustNow(settings: Pick<Settings, 'TRUST_DIR' | 'DATA_DIR'>): Promise<void> {
  const directory = path.resolve(settings.TRUST_DIR ?? path.join(settings.DATA_DIR, 'trust'));
  const today = parisDate(new Date());
  const done = await fetchTrust({ directory, listUrl: TRUST_LIST_URL, sources: LEAF_SOURCES, today });
  if (!done.ok) {
    console.error(`trust list not changed: ${done.error} (docs/seals.md)`);
    process.exitCode = 1;
    return;
  }
  const { sequence, leaves, revocations, kept } = done.value;
  console.log(
    `list ${sequence}; certificates of ${leaves.join(', ') || 'nobody'}; ${revocations.length} lists of revoked certificates`,
  );
  if (kept.length > 0) console.log(`last good copy kept: ${kept.join(', ')}`);
}
