import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import type { DocumentEngine } from '#ports/document-engine.ts';
import { examineFile } from '#engine/child/reading/examine.ts';
import { startTenant, type Tenant } from '#main/seed.ts';
import { asFromEditor, drawOverSeal } from '#specimens/forged.ts';
import { taxNotice } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { specimenAuthority } from '#specimens/two-d-doc.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { readFindings } from './judge-piece.ts';
import { readFacts } from './read-blob.ts';
import { savePiece } from './save-piece.ts';
import { uploadFile } from './upload-file.ts';

const [camille] = SPECIMEN_PEOPLE;
const authority = specimenAuthority();
let trustDirectory = '';
let house: FullHouse;
let tenant: Tenant;

async function* once(bytes: Uint8Array) {
  yield bytes;
}

/** What failed on the notice, by whom it is told to. */
async function failedFor(audience: 'tenant' | 'agent') {
  const piece = await house.db.selectFrom('piece').selectAll().where('personId', '=', tenant.personId).executeTakeFirstOrThrow();
  return (await readFindings(house.db, piece, audience)).filter(({ outcome }) => outcome === 'failed');
}

/** What was read of the notice. */
async function facts() {
  const file = await house.db.selectFrom('file').selectAll().executeTakeFirstOrThrow();
  return readFacts(house, file);
}

/** An engine that trusts the specimens' authority. */
const trusting = (engine: DocumentEngine): DocumentEngine => ({
  ...engine,
  examine: async ({ bytes, type }) =>
    ok(await examineFile({ bytes, type, tesseract: null, trustDirectory, trustTestSeals: true, today: '2026-11-23' })),
});

/** Sends a notice and says what became of its piece. @param changed what was done to the file */
async function send(options: Parameters<typeof taxNotice>[2], changed = async (bytes: Uint8Array) => bytes) {
  const saved = await savePiece(house, { ...tenant, category: 'tax', situation: 'tax.french_notice' });
  if (!saved.ok) throw new Error(saved.error);
  const { pieceId } = saved.value;
  const { bytes, name } = await taxNotice(camille, 2025, options);
  const done = await uploadFile(house, { ...tenant, pieceId, name, bytes: once(await changed(bytes)) });
  if (!done.ok) throw new Error(done.error);
  await house.work();
  return house.db.selectFrom('piece').select(['status', 'level']).where('id', '=', pieceId).executeTakeFirstOrThrow();
}

beforeAll(async () => {
  trustDirectory = await mkdtemp(join(tmpdir(), 'trust-'));
  await writeFile(join(trustDirectory, 'test-specimen.pub.pem'), authority.publicKey.export({ format: 'pem', type: 'spki' }));
});
afterAll(() => rm(trustDirectory, { recursive: true }));

beforeEach(async () => {
  await emptyDatabase();
  house = await fullHouse();
  Object.assign(house, { engine: trusting(house.engine) });
  tenant = await startTenant(house, 'camille@tenants.test');
  await house.db
    .updateTable('person')
    .set({ firstNames: camille.firstNames, birthName: camille.lastName })
    .where('id', '=', tenant.personId)
    .execute();
});

describe('a sealed notice', () => {
  test('is accepted without an agent, at level sealed', async () => {
    expect(await send({ authority })).toEqual({ status: 'accepted', level: 'sealed' });
  });

  test('waits for an agent when print and seal differ', async () => {
    expect(await send({ authority, printedIncome: 41_551 })).toEqual({ status: 'to_review', level: 'declared' });
  });

  test('with an annex that names somebody else says the same, and nothing uses the annex', async () => {
    const annex = '46AUTRUI DOMINIQUE';
    expect(await send({ authority, annex })).toEqual({ status: 'accepted', level: 'sealed' });
    const read = await facts();
    expect(read?.seals).toMatchObject([{ verdict: 'valid', annex: [{ id: '46', value: 'AUTRUI DOMINIQUE' }] }]);
    expect(JSON.stringify([read?.papers, read?.seals.map(({ fields }) => fields)])).not.toContain('AUTRUI');
    expect(JSON.stringify(await failedFor('agent'))).not.toContain('AUTRUI');
  });

  test('waits for an agent when its pixels were edited, though text layer and seal agree', async () => {
    expect((await send({ authority }, drawOverSeal)).status).toBe('to_review');
    expect((await facts())?.seals).toMatchObject([{ verdict: 'valid' }]);
    expect((await failedFor('agent')).map(({ rule }) => rule)).toContain('pdf.pixels');
    expect((await failedFor('agent')).map(({ rule }) => rule)).not.toContain('seal.matches_print');
    expect(await failedFor('tenant')).toEqual([]);
    expect(await house.db.selectFrom('decision').selectAll().execute()).toEqual([]);
  });

  test('from a picture editor waits for an agent, who alone is warned', async () => {
    expect((await send({ authority }, asFromEditor)).status).toBe('to_review');
    expect((await facts())?.seals).toMatchObject([{ verdict: 'valid' }]);
    const told = (await failedFor('agent')).filter(({ level }) => level !== 'info');
    expect(told).toMatchObject([{ rule: 'pdf.producer', level: 'warn', audience: 'agent' }]);
    expect(await failedFor('tenant')).toEqual([]);
    expect(await house.db.selectFrom('decision').selectAll().execute()).toEqual([]);
  });
});
