import { createHash } from 'node:crypto';
import { DUE_AT, lastDueDay } from '#domain/stats/periods.ts';
import type { House } from '#features/house.ts';
import { openDataFiles } from '#papers/open-data.ts';
import { figuresBuiltAt, loadFigures, openDataPublishedAt, replaceOpenData } from '#store/figures.repository.ts';

type OpenDataHouse = Pick<House, 'db' | 'transact' | 'clock' | 'settings'>;

/** Writes the files of `/stats/data` from the figures as they stand. The same figures make the same files, so entity tags stay. */
export async function publishOpenData(house: OpenDataHouse): Promise<void> {
  const { serviceName, baseUrl } = house.settings;
  const files = openDataFiles(await loadFigures(house.db), { serviceName, baseUrl }).map((file) => ({
    ...file,
    etag: `"${createHash('sha256').update(file.body).digest('base64url').slice(0, 27)}"`,
  }));
  await house.transact((tx) => replaceOpenData(tx, files, house.clock.now()));
}

/** Publishes when the run of 04:30 in Paris has not happened yet, or when nothing was ever published. */
export async function publishDueOpenData(house: OpenDataHouse): Promise<void> {
  if (!(await figuresBuiltAt(house.db))) return;
  const publishedAt = await openDataPublishedAt(house.db);
  const dayOf = (at: Date) => lastDueDay(at, DUE_AT.openData);
  if (!publishedAt || dayOf(publishedAt) < dayOf(house.clock.now())) await publishOpenData(house);
}
