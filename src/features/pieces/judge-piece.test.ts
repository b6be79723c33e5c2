import { PDF } from '@libpdf/core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CivilMonth } from '#kernel/civil-date.ts';
import type { Id } from '#kernel/ids.ts';
import { startTenant, type Tenant } from '#main/seed.ts';
import { payslip } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { READER } from '#domain/findings/facts.ts';
import type { WrappedKey } from '#ports/vault.ts';
import { deletePiece } from './delete-piece.ts';
import { filesOfPiece } from './find-piece.ts';
import { readFindings } from './judge-piece.ts';
import { readFacts } from './read-blob.ts';
import { removeFile } from './remove-file.ts';
import { savePiece } from './save-piece.ts';
import { uploadFile } from './upload-file.ts';

const [camille, , , , mohamed] = SPECIMEN_PEOPLE;
let house: FullHouse;
let tenant: Tenant;
let pieceId: Id<'piece'>;

async function* once(bytes: Uint8Array) {
  yield bytes;
}

/** Sends payslips and lets the jobs run. */
async function send(
  ...months: readonly (readonly [
    month: string,
    changed?: Parameters<typeof payslip>[3],
    who?: (typeof SPECIMEN_PEOPLE)[number],
  ])[]
) {
  for (const [month, changed, who] of months) {
    const { bytes, name } = await payslip(who ?? camille, month as CivilMonth, 245_000, changed);
    const done = await uploadFile(house, { ...tenant, pieceId, name, bytes: once(bytes) });
    if (!done.ok) throw new Error(done.error);
  }
  await house.work();
}

async function findings(audience: 'tenant' | 'agent') {
  const piece = await house.db.selectFrom('piece').selectAll().where('id', '=', pieceId).executeTakeFirstOrThrow();
  return { level: piece.level, list: await readFindings(house.db, piece, audience) };
}

beforeEach(async () => {
  await emptyDatabase();
  house = await fullHouse();
  tenant = await startTenant(house, 'camille@tenants.test');
  await house.db
    .updateTable('person')
    .set({ firstNames: camille.firstNames, birthName: camille.lastName })
    .where('id', '=', tenant.personId)
    .execute();
  const saved = await savePiece(house, { ...tenant, category: 'income', situation: 'income.salary.over_3_months', amount: 1900 });
  if (!saved.ok) throw new Error(saved.error);
  pieceId = saved.value.pieceId;
});

describe('judging a piece', () => {
  test('three slips in a row make it consistent', async () => {
    await send(['2026-08'], ['2026-09'], ['2026-10']);
    const { level, list } = await findings('agent');
    expect(list.filter(({ outcome, level }) => outcome === 'failed' && level === 'critical')).toEqual([]);
    expect(level).toBe('consistent');
  });

  test('a missing month and another name are told to the person at once', async () => {
    await send(['2026-08'], ['2026-10', {}, mohamed]);
    const { level, list } = await findings('tenant');
    expect(list.filter(({ outcome }) => outcome === 'failed').map(({ rule }) => rule)).toEqual([
      'payslip.name',
      'payslip.months',
    ]);
    expect(level).toBe('declared');
  });

  test('what was found in a document goes with it, in former revisions too', async () => {
    const quoted = async () => {
      const rows = await house.db.selectFrom('finding').select(['rev', 'evidence', 'params']).execute();
      return rows
        .filter((row) => JSON.stringify(row).toUpperCase().includes(mohamed.lastName.toUpperCase()))
        .map(({ rev }) => rev);
    };
    await send(['2026-08'], ['2026-10', {}, mohamed]);
    await send(['2026-09']);
    expect(new Set(await quoted()).size).toBe(2);
    const files = await filesOfPiece(house.db, pieceId);
    const fileId = files[1]?.id as Id<'file'>;
    await removeFile(house, { ...tenant, pieceId, fileId });
    expect(await quoted()).toEqual([]);
    await house.work();
    expect(await quoted()).toEqual([]);
    expect((await findings('tenant')).list.length).toBeGreaterThan(0);
  });

  test.each([
    ['a character that ends texts', 'Canva \u0000'],
    ['half a character', 'Canva \ud83d'],
  ])('%s in what a file says of itself silences no rule', async (_name, software) => {
    const { bytes, name } = await payslip(camille, '2026-10' as CivilMonth);
    const pdf = await PDF.load(bytes);
    pdf.setProducer(software);
    await uploadFile(house, { ...tenant, pieceId, name, bytes: once(await pdf.save()) });
    await house.work();
    const { list } = await findings('agent');
    expect(list.find(({ rule }) => rule === 'pdf.producer')).toMatchObject({ outcome: 'failed', level: 'warn' });
  });

  test('an edited amount is shown to agents and not to the person', async () => {
    await send(['2026-08'], ['2026-09'], ['2026-10', { netBeforeTax: 291_245 }]);
    const failed = async (audience: 'tenant' | 'agent') =>
      (await findings(audience)).list.filter(({ outcome }) => outcome === 'failed').map(({ rule }) => rule);
    expect(await failed('agent')).toContain('payslip.arithmetic');
    expect(await failed('tenant')).not.toContain('payslip.arithmetic');
  });

  test('a new revision has its own findings', async () => {
    await send(['2026-08']);
    const before = (await findings('tenant')).list.find(({ rule }) => rule === 'payslip.months');
    expect(before?.params['missing']).toEqual(['2026-09', '2026-10']);
    await send(['2026-09']);
    expect((await findings('tenant')).list.find(({ rule }) => rule === 'payslip.months')?.params['missing']).toEqual(['2026-10']);
  });

  test('the same slip under another name in somebody else’s dossier warns agents, until that one is erased', async () => {
    await send(['2026-08']);
    const mine = { tenant, pieceId };
    const other = await startTenant(house, 'mohamed@tenants.test');
    const saved = await savePiece(house, {
      ...other,
      category: 'income',
      situation: 'income.salary.over_3_months',
      amount: 1900,
    });
    if (!saved.ok) throw new Error(saved.error);
    tenant = other;
    pieceId = saved.value.pieceId;
    await send(['2026-08', {}, { ...mohamed, street: camille.street }]);
    expect((await findings('agent')).list.map(({ rule }) => rule)).toContain('copy.figures');
    expect((await findings('tenant')).list.map(({ rule }) => rule)).not.toContain('copy.figures');
    await deletePiece(house, { ...mine.tenant, pieceId: mine.pieceId });
    await send(['2026-09', {}, mohamed]);
    expect((await findings('agent')).list.map(({ rule }) => rule)).not.toContain('copy.figures');
  });

  test('the same slip of somebody of the same name in another dossier is their own', async () => {
    await send(['2026-08']);
    const again = await startTenant(house, 'camille.bis@tenants.test');
    const saved = await savePiece(house, {
      ...again,
      category: 'income',
      situation: 'income.salary.over_3_months',
      amount: 1900,
    });
    if (!saved.ok) throw new Error(saved.error);
    tenant = again;
    pieceId = saved.value.pieceId;
    const named = async (birthName: string) =>
      house.db
        .updateTable('person')
        .set({ firstNames: camille.firstNames.toUpperCase(), birthName })
        .where('id', '=', again.personId)
        .execute();
    await named(camille.lastName.toUpperCase());
    await send(['2026-08']);
    const copies = async () =>
      (await findings('agent')).list.filter(({ rule }) => rule.startsWith('copy.')).map(({ rule }) => rule);
    expect(await copies()).toEqual([]);
    await named('Autrui');
    await send(['2026-09']);
    expect(await copies()).toContain('copy.text');
  });

  test('what an older reader read is read again with the next revision', async () => {
    await send(['2026-08']);
    const [before] = await filesOfPiece(house.db, pieceId);
    const old = { ...(await readFacts(house, before!))!, reader: READER - 1, papers: [] };
    const address = house.vault.newAddress();
    const sealed = { fileId: before!.id, address, role: 'facts' } as const;
    await house.vault.seal(before!.wrappedKey as WrappedKey, sealed, once(Buffer.from(JSON.stringify(old))));
    await house.db
      .updateTable('file')
      .set({ factsAddress: address, reader: READER - 1 })
      .where('id', '=', before!.id)
      .execute();
    await send(['2026-09']);
    const [after] = await filesOfPiece(house.db, pieceId);
    expect(await readFacts(house, after!)).toMatchObject({ reader: READER, papers: [{ kind: 'payslip' }] });
    expect(await house.db.selectFrom('blobToErase').select('address').execute()).toEqual([{ address }]);
  });
});
