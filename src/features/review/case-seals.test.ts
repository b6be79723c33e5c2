import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import type { DocumentEngine } from '#ports/document-engine.ts';
import { examineFile } from '#engine/child/reading/examine.ts';
import { savePiece } from '#features/pieces/save-piece.ts';
import { uploadFile } from '#features/pieces/upload-file.ts';
import { taxNotice } from '#specimens/papers.ts';
import { submitDossier } from '#features/dossiers/submit-dossier.ts';
import { addAccount, Filling, startTenant } from '#main/seed.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { claimCase } from './claim-case.ts';
import { readCaseSeals } from './read-case-seals.ts';
import { readCase } from './read-case.ts';
import { readTaxReference } from './read-tax-reference.ts';

let house: FullHouse;
let agent: Id<'account'>;
let other: Id<'account'>;
let caseId: Id<'reviewCase'>;
let pieceId: Id<'piece'>;
let fileId: Id<'file'>;

async function* once(bytes: Uint8Array) {
  yield bytes;
}

/** An engine that knows no issuer: a seal stays open, which keeps nobody from submitting. */
const open: DocumentEngine['examine'] = async ({ bytes, type }) =>
  ok(await examineFile({ bytes, type, tesseract: null, trustDirectory: null, trustTestSeals: true, today: '2026-11-23' }));

beforeAll(async () => {
  await emptyDatabase();
}, 120_000);

beforeEach(async () => {
  await emptyDatabase();
  house = await fullHouse();
  agent = await addAccount(house, 'un@agents.test', 'reviewer');
  other = await addAccount(house, 'deux@agents.test', 'reviewer');
  const tenant = await startTenant(house, 'camille@tenants.test');
  await new Filling(house, tenant, house.work).everything(SPECIMEN_PEOPLE[0]);
  Object.assign(house, { engine: { ...house.engine, examine: open } });
  const saved = await savePiece(house, { ...tenant, category: 'tax', situation: 'tax.french_notice' });
  if (!saved.ok) throw new Error(saved.error);
  const { bytes, name } = await taxNotice(SPECIMEN_PEOPLE[0], 2025);
  const given = await uploadFile(house, { ...tenant, pieceId: saved.value.pieceId, name, bytes: once(bytes) });
  if (!given.ok) throw new Error(given.error);
  await house.work();
  const sent = await submitDossier(house, { ...tenant, message: '', sworn: true });
  const claimed = sent.ok ? await claimCase(house, { accountId: agent }) : sent;
  if (!claimed.ok) throw new Error('no case');
  ({ caseId } = claimed.value);
  const view = await readCase(house, agent, caseId);
  const tax = view?.people.flatMap(({ pieces }) => pieces).find(({ piece }) => piece.category === 'tax');
  if (!tax?.files[0]) throw new Error('no notice');
  [pieceId, fileId] = [tax.piece.id, tax.files[0].id];
}, 240_000);

describe('what the holder of a case is told of a seal', () => {
  test('verdict, reason, issuer and the comparison, to the holder and nobody else; numbers of the person stay out', async () => {
    const seals = await readCaseSeals(house, { accountId: agent, caseId, pieceId });
    expect(seals).toMatchObject([
      {
        standard: 'fr.2d-doc',
        verdict: 'unverifiable',
        reason: 'unknown_authority',
        issuer: { authority: 'FR00', certificate: '0001' },
      },
    ]);
    const rows = Object.fromEntries(seals[0]!.rows.map(({ fact, againstPrint }) => [fact, againstPrint]));
    expect(rows).toMatchObject({ name: 'exact', income_year: 'exact', reference_income: 'exact', numbers: 'exact' });
    expect(JSON.stringify(seals)).not.toContain('3099123456789');
    expect(await readCaseSeals(house, { accountId: other, caseId, pieceId })).toEqual([]);
  }, 120_000);

  test('the numbers for the tax office are read from the page for the holder, and the access is on record', async () => {
    const ask = (accountId: Id<'account'>) => readTaxReference(house, { accountId, caseId, fileId, network: '192.0.2.0/24' });
    expect(await ask(agent)).toEqual({ taxNumber: '3099123456789', reference: '2699A12345678' });
    expect(await ask(other)).toBeNull();
    const rows = await house.db.selectFrom('accessLog').select('result').where('subjectId', '=', fileId).execute();
    expect(rows.map(({ result }) => result).sort()).toEqual(['allowed', 'denied']);
  }, 120_000);
});
