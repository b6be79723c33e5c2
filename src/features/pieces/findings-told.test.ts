import { beforeEach, expect, test } from 'vitest';
import type { CivilMonth } from '#kernel/civil-date.ts';
import { declareNoGuarantor, skipTax } from '#features/dossiers/answer-later.ts';
import { submitDossier } from '#features/dossiers/submit-dossier.ts';
import { Filling, startTenant, type Tenant } from '#main/seed.ts';
import { idCard, payslip, rentReceipt, workContract } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { agentAt, fullSite, memberAt, type FullSite } from '#testing/full-site.ts';
import { emptyDatabase } from '#testing/test-database.ts';

const START_MS = 240_000;
const [camille] = SPECIMEN_PEOPLE;
let site: FullSite;
let tenant: Tenant;

const send = () => submitDossier(site.house, { ...tenant, message: '', sworn: true });

beforeEach(async () => {
  await emptyDatabase();
  site = await fullSite();
  tenant = await startTenant(site.house, 'camille@tenants.test');
}, START_MS);

test(
  'a payslip of the wrong month is mended or explained before sending; the words go to agents and to nobody else',
  async () => {
    const filling = new Filling(site.house, tenant, site.house.work);
    const months = (...asked: readonly string[]) => asked as readonly CivilMonth[];
    await filling.names(camille);
    await filling.piece('identity', 'identity.id_card', [await idCard(camille)]);
    const receipts = months('2026-08', '2026-09', '2026-10').map((month) => rentReceipt(camille, month));
    await filling.piece('home', 'home.tenant.receipts', await Promise.all(receipts));
    await filling.piece('activity', 'activity.permanent', [await workContract(camille)]);
    const slips = months('2026-03', '2026-09', '2026-10').map((month) => payslip(camille, month));
    await filling.piece('income', 'income.salary.over_3_months', await Promise.all(slips), 1912);
    await skipTax(site.house, tenant);
    await declareNoGuarantor(site.house, tenant);
    const income = await site.house.db
      .selectFrom('piece')
      .select(['id', 'personId'])
      .where('category', '=', 'income')
      .executeTakeFirstOrThrow();
    const refused = await send();
    expect(refused).toMatchObject({ ok: false, error: { unexplained: [{ id: income.id, category: 'income' }] } });

    const member = await memberAt(site, 'camille@tenants.test');
    const page = `/dossiers/${tenant.dossierId}/${tenant.personId}/ressources/${income.id}`;
    const act = `/dossiers/${tenant.dossierId}/${tenant.personId}/pieces/${income.id}`;
    const before = (await member.get(`/dossiers/${tenant.dossierId}/envoyer`)).body;
    expect(before).toContain(`${page}#verifications`);
    expect(before).not.toContain('name="sworn"');
    const shown = (await member.get(page)).body;
    expect(shown).toContain('août 2026');
    expect(shown).toContain('bulletin-2026-03.pdf, page 1');
    for (const text of ['   ', 'x'.repeat(2001)]) {
      const wrong = await member.post(`${act}/expliquer`, { explanation: text });
      expect(wrong.status).toBe(422);
      expect(wrong.body).toContain('id="erreurs"');
    }
    expect((await member.post(`${act}/expliquer`, { explanation: 'Congé sans solde en août.' })).status).toBe(303);
    expect((await member.get(page)).body).toContain('Congé sans solde en août.');
    expect((await send()).ok).toBe(true);

    const agent = await agentAt(site, 'un@agents.test');
    await agent.get('/console');
    const path = (await agent.post('/console/suivant')).location ?? '';
    const seen = (await agent.get(`${path}?piece=${income.id}`)).body;
    expect(seen).toContain('Congé sans solde en août.');
    expect(seen).toContain('<rect');
  },
  START_MS,
);

test(
  'somebody else’s piece cannot be explained',
  async () => {
    const filling = new Filling(site.house, tenant, site.house.work);
    await filling.names(camille);
    await filling.piece('income', 'income.salary.over_3_months', [await payslip(camille, '2026-10' as CivilMonth)], 1912);
    const { id } = await site.house.db.selectFrom('piece').select('id').executeTakeFirstOrThrow();
    const page = `/dossiers/${tenant.dossierId}/${tenant.personId}/pieces/${id}`;
    await startTenant(site.house, 'sacha@tenants.test');
    const stranger = await memberAt(site, 'sacha@tenants.test');
    await stranger.get('/dossiers');
    const own = await memberAt(site, 'camille@tenants.test');
    await own.get('/dossiers');
    expect((await stranger.post(`${page}/expliquer`, { explanation: 'Bonjour' })).status).toBe(404);
    expect(await site.house.db.selectFrom('explanation').selectAll().execute()).toEqual([]);
    expect((await own.post(`${page}/expliquer`, { explanation: 'Bonjour' })).status).toBe(303);
    expect(await site.house.db.selectFrom('explanation').select('text').execute()).toEqual([{ text: 'Bonjour' }]);
  },
  START_MS,
);
