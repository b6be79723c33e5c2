import { beforeEach, describe, expect, test } from 'vitest';
import type { CivilMonth } from '#kernel/civil-date.ts';
import { submitDossier } from '#features/dossiers/submit-dossier.ts';
import { Filling, startTenant, type Tenant } from '#main/seed.ts';
import { bankStatement, payslip } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import type { Specimen } from '#specimens/specimen.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { explainFindings } from './explain-findings.ts';
import { readFindings } from './judge-piece.ts';
import { savePiece } from './save-piece.ts';
import { uploadFile } from './upload-file.ts';

const [camille] = SPECIMEN_PEOPLE;
const SLIPS = ['2026-08', '2026-09', '2026-10'] as const;
const START_MS = 240_000;

let house: FullHouse;
let tenant: Tenant;

async function* once(bytes: Uint8Array) {
  yield bytes;
}

/** Puts these papers, and nothing else, in the income of a dossier that is otherwise ready to be sent. */
const giveIncome = async (papers: readonly Specimen[]) => {
  const { pieceId } = await pieceOf('income');
  await house.db.deleteFrom('piece').where('id', '=', pieceId).execute();
  const saved = await savePiece(house, { ...tenant, category: 'income', situation: 'income.salary.over_3_months', amount: 1912 });
  const income = saved.ok ? saved.value.pieceId : expect.fail(saved.error);
  for (const { name, bytes } of papers) await uploadFile(house, { ...tenant, pieceId: income, name, bytes: once(bytes) });
  await house.work();
};
const pieceOf = async (category: 'income') => {
  const { id: pieceId, rev } = await house.db
    .selectFrom('piece')
    .select(['id', 'rev'])
    .where('personId', '=', tenant.personId)
    .where('category', '=', category)
    .executeTakeFirstOrThrow();
  return { pieceId, rev };
};
const failedRules = async () => {
  const { pieceId: id, rev } = await pieceOf('income');
  const findings = await readFindings(house.db, { id, rev }, 'tenant');
  return findings.filter(({ outcome }) => outcome === 'failed').map(({ rule, level }) => `${rule} ${level}`);
};
const send = () => submitDossier(house, { ...tenant, message: '', sworn: true });

beforeEach(async () => {
  await emptyDatabase();
  house = await fullHouse();
  tenant = await startTenant(house, 'camille@tenants.test');
  await new Filling(house, tenant, house.work).everything(camille);
}, START_MS);

describe('a bank statement', () => {
  test(
    'among good payslips gives a warning, and the dossier may still be sent',
    async () => {
      const slips = await Promise.all(SLIPS.map((month) => payslip(camille, month as string as CivilMonth)));
      await giveIncome([...slips, await bankStatement(camille)]);
      expect(await failedRules()).toEqual(['file.forbidden warn']);
      expect(await send()).toEqual({ ok: true, value: undefined });
    },
    START_MS,
  );

  test(
    'alone proves no income: the check of kinds fails, and sending needs an explanation',
    async () => {
      await giveIncome([await bankStatement(camille)]);
      expect(await failedRules()).toContain('file.kind critical');
      const { pieceId: id } = await pieceOf('income');
      const unexplained = [{ id, personId: tenant.personId, category: 'income' }];
      expect(await send()).toEqual({ ok: false, error: { unexplained } });
      const text = 'Mon employeur a fermé, je n’ai que ce relevé.';
      expect(await explainFindings(house, { ...tenant, pieceId: id, text })).toEqual({ ok: true, value: undefined });
      expect(await send()).toEqual({ ok: true, value: undefined });
    },
    START_MS,
  );
});
