import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CivilMonth } from '#kernel/civil-date.ts';
import type { Id } from '#kernel/ids.ts';
import { eraseDueBlobs } from '#features/erasure/api.ts';
import { startTenant, type Tenant } from '#main/seed.ts';
import type { WrappedKey } from '#ports/vault.ts';
import { FLAG, flagCmyk, flagHeic, flagOwnerLocked, flagTiff, flagTurned, flagWebp } from '#specimens/flag.ts';
import { HOSTILE, HOSTILE_PASSWORD, type Outcome } from '#specimens/hostile.ts';
import { payslip } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { childrenOf, mostMemoryOf } from '#testing/processes.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { readForEngine } from './read-blob.ts';
import { ownFiles } from './read-piece.ts';
import { removeFile } from './remove-file.ts';
import { savePiece } from './save-piece.ts';
import { uploadFile } from './upload-file.ts';

const LONG_MS = 240_000;
const LOOK_EVERY_MS = 10;
/** No child may ever hold more. */
const MOST_BYTES = 512 * 1024 ** 2;
/** Any child that runs holds more: less would mean that nobody was looked at. */
const LEAST_BYTES = 20 * 1024 ** 2;

interface Place extends Tenant {
  readonly pieceId: Id<'piece'>;
}

let house: FullHouse;
/** Who sends hostile files, and somebody else who only wants to send a payslip. */
let mallory: Place;
let sacha: Place;

async function* once(bytes: Uint8Array) {
  yield bytes;
}

const place = async (email: string, category: 'activity' | 'income', situation: string): Promise<Place> => {
  const tenant = await startTenant(house, email);
  const saved = await savePiece(house, { ...tenant, category, situation, amount: 1912 });
  if (!saved.ok) throw new Error(saved.error);
  return { ...tenant, pieceId: saved.value.pieceId };
};

/** Sends a file. @returns its id; the code when it is refused at once */
const send = async (to: Place, name: string, bytes: Uint8Array, password?: string) => {
  const sent = await uploadFile(house, { ...to, name, bytes: once(bytes), ...(password ? { password } : {}) });
  if (!sent.ok) throw new Error(sent.error);
  return sent.value;
};

/** What became of a file that was sent. */
const outcomeOf = async ({ fileId, code }: Awaited<ReturnType<typeof send>>) => {
  if (!fileId) return { outcome: code, file: null };
  const file = await house.db.selectFrom('file').selectAll().where('id', '=', fileId).executeTakeFirstOrThrow();
  return { outcome: (file.state === 'ready' ? 'accepted' : file.code) as Outcome, file };
};

/** Sends a file and lets the worker open and read it. */
const give = async (to: Place, name: string, bytes: Uint8Array, password?: string) => {
  const sent = await send(to, name, bytes, password);
  await house.work();
  return outcomeOf(sent);
};

/** Most memory that a child of the engine took while something was done, in bytes: looked at often, and what the system remembers of it. */
const memoryWhile = async (work: () => Promise<void>): Promise<number> => {
  let most = 0;
  const look = () => {
    for (const pid of childrenOf(process.pid)) most = Math.max(most, mostMemoryOf(pid));
  };
  const watch = setInterval(look, LOOK_EVERY_MS);
  try {
    await work();
    look();
  } finally {
    clearInterval(watch);
  }
  return most;
};

const whatWasFound = async ({ pieceId }: Place) =>
  (
    await house.db
      .selectFrom('finding')
      .innerJoin('piece', (join) => join.onRef('piece.id', '=', 'finding.pieceId').onRef('piece.rev', '=', 'finding.rev'))
      .select(['rule', 'outcome'])
      .where('piece.id', '=', pieceId)
      .execute()
  ).map(({ rule, outcome }) => `${rule} ${outcome}`);

const blobCount = async () => {
  let count = 0;
  for await (const _ of house.vault.list()) count += 1;
  return count;
};

/** Takes a file away with all its bytes, so that limits of the piece do not mix files up. */
const clear = async (from: Place, fileId: Id<'file'>) => {
  await removeFile(house, { ...from, fileId });
  await house.work();
  await eraseDueBlobs(house);
};

const contentOf = async (
  file: { id: Id<'file'>; wrappedKey: string | null },
  address: string | null,
  role: 'preview' | 'original',
) => {
  const opened = await house.vault.open(file.wrappedKey as WrappedKey, { fileId: file.id, address: address as never, role });
  if (!opened.ok) throw new Error(opened.error);
  const chunks: Uint8Array[] = [];
  for await (const chunk of opened.value) chunks.push(chunk);
  return Buffer.concat(chunks);
};

beforeAll(async () => {
  await emptyDatabase();
  house = await fullHouse();
  mallory = await place('mallory@tenants.test', 'activity', 'activity.permanent');
  sacha = await place('sacha@tenants.test', 'income', 'income.salary.over_3_months');
}, LONG_MS);

describe.each(HOSTILE)('$what ($name)', ({ name, make, outcomes, mustVanish }) => {
  test(
    `becomes ${outcomes.join(' or ')} within limits; nothing refused is kept, and somebody else's payslip, sent at once, is taken and read`,
    async () => {
      const before = await blobCount();
      const bytes = await make();
      const slip = (await payslip(SPECIMEN_PEOPLE[1], '2026-10' as CivilMonth)).bytes;
      const sent = await send(mallory, name, bytes);
      const next = await send(sacha, 'bulletin.pdf', slip);
      const memory = await memoryWhile(house.work);
      expect(memory).toBeGreaterThan(LEAST_BYTES);
      expect(memory).toBeLessThanOrEqual(MOST_BYTES);

      const { outcome: served, file: neighbour } = await outcomeOf(next);
      expect(served).toBe('accepted');
      expect(neighbour?.factsAddress).not.toBeNull();
      expect(await whatWasFound(sacha)).toEqual(expect.arrayContaining(['payslip.arithmetic passed', 'file.kind passed']));
      await clear(sacha, neighbour!.id);
      expect(await whatWasFound(sacha)).not.toContain('payslip.arithmetic passed');

      const { outcome, file } = await outcomeOf(sent);
      expect(outcomes).toContain(outcome);
      if (outcome === 'accepted' && file) {
        if (mustVanish) {
          const copied = await house.engine.watermark({ bytes, type: file.type, text: 'COPIE', holes: null });
          expect(copied.ok).toBe(true);
          const copies = copied.ok ? copied.value.map(({ jpeg }) => Buffer.from(jpeg)) : [];
          for (const copy of [...copies, await contentOf(file, file.previewAddress, 'preview')])
            expect(copy.includes(mustVanish)).toBe(false);
        }
        expect(await contentOf(file, file.originalAddress, 'original')).toEqual(Buffer.from(bytes));
      } else if (file) {
        expect(file.wrappedKey).toBeNull();
        await eraseDueBlobs(house);
      }
      if (outcome !== 'accepted') expect(await blobCount()).toBe(before);
      if (file) await clear(mallory, file.id);
      expect(await blobCount()).toBe(before);
    },
    LONG_MS,
  );
});

test(
  'a locked PDF sent again with its password is taken, the password is kept nowhere',
  async () => {
    const locked = HOSTILE.find(({ outcomes }) => outcomes.includes('password_protected'))!;
    const bytes = await locked.make();
    expect((await give(mallory, locked.name, bytes)).outcome).toBe('password_protected');
    expect((await give(mallory, locked.name, bytes, 'wrong')).outcome).toBe('wrong_password');
    const { outcome, file } = await give(mallory, locked.name, bytes, HOSTILE_PASSWORD);
    expect(outcome).toBe('accepted');
    expect(file?.passwordSealed).toBeNull();
    expect(
      (await ownFiles(house, mallory.pieceId)).map(({ state }) => state),
      'no refusal of it is left',
    ).toEqual(['ready']);
    await clear(mallory, file!.id);
  },
  LONG_MS,
);

/** What a picture says of itself beside its pixels: place, camera, author. */
const metadataOf = async (jpeg: Uint8Array) => {
  const { exif, xmp, iptc, comments } = await sharp(jpeg).metadata();
  return [exif, xmp, iptc, comments].filter((one) => one !== undefined);
};

describe('shows upright and in its colours', () => {
  test.each([
    ['a HEIC photo', flagHeic],
    ['a photo that lies on its side (EXIF 8)', flagTurned],
    ['a CMYK photo', flagCmyk],
    ['a WebP picture', flagWebp],
    ['a TIFF scan', flagTiff],
    ['a PDF locked by its owner', flagOwnerLocked],
  ] as const)(
    '%s, without what it says of itself',
    async (_, make) => {
      const { outcome, file } = await give(mallory, 'drapeau', await make());
      expect(outcome).toBe('accepted');
      const preview = await contentOf(file!, file!.previewAddress, 'preview');
      const { data, info } = await sharp(preview).raw().toBuffer({ resolveWithObject: true });
      expect(info.width).toBe(info.height);
      for (const { x, y, colour } of FLAG) {
        const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
        // Colours of print and of compression come back a little changed; another quarter is further away.
        for (const [channel, wanted] of [colour.r, colour.g, colour.b].entries())
          expect(Math.abs((data[at + channel] ?? 0) - wanted), `${x} ${y}`).toBeLessThan(70);
      }
      const content = (await readForEngine(house, file!))!;
      const copied = await house.engine.watermark({ ...content, text: 'COPIE', holes: null });
      const [copy] = copied.ok ? copied.value : [];
      for (const jpeg of [preview, copy!.jpeg]) expect(await metadataOf(jpeg)).toEqual([]);
      await clear(mallory, file!.id);
    },
    LONG_MS,
  );

  test('and the photo that was sent did say where it was taken', async () => {
    expect(await metadataOf(await flagTurned())).not.toEqual([]);
    expect(Buffer.from(await flagTurned()).includes('Appareil Imaginaire')).toBe(true);
  });
});

test(
  'the password of a document is in no table, job or address at any moment',
  async () => {
    const locked = HOSTILE.find(({ outcomes }) => outcomes.includes('password_protected'))!;
    const everywhere = async () => {
      const { rows: tables } = await sql<{ name: string }>`
        select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
        where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`.execute(house.db);
      expect(tables.length).toBeGreaterThan(40);
      let all = '';
      for (const { name } of tables)
        all += JSON.stringify((await sql`select t::text as row from ${sql.raw(name)} t`.execute(house.db)).rows);
      return all;
    };
    const sent = await uploadFile(house, {
      ...mallory,
      name: locked.name,
      bytes: once(await locked.make()),
      password: HOSTILE_PASSWORD,
    });
    const waiting = await everywhere();
    expect(waiting).toContain(sent.ok && sent.value.fileId);
    expect(waiting).not.toContain(HOSTILE_PASSWORD);
    await house.work();
    const after = await everywhere();
    expect(after).not.toContain(HOSTILE_PASSWORD);
    for (const blob of house.blobs.held.values()) expect(blob.includes(HOSTILE_PASSWORD)).toBe(false);
    if (sent.ok && sent.value.fileId) await clear(mallory, sent.value.fileId);
  },
  LONG_MS,
);
