import { beforeEach, expect, test } from 'vitest';
import { submitDossier } from '#features/dossiers/submit-dossier.ts';
import { Filling, startTenant } from '#main/seed.ts';
import { workContract } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { retouched } from '#specimens/retouched.ts';
import { agentAt, fullSite, type FullSite } from '#testing/full-site.ts';
import { emptyDatabase } from '#testing/test-database.ts';

const START_MS = 240_000;
const [camille] = SPECIMEN_PEOPLE;
let site: FullSite;

beforeEach(async () => {
  await emptyDatabase();
  site = await fullSite();
}, START_MS);

test(
  'an agent sees beside a photograph what was put on it after a first saving, in pictures drawn from the original and kept nowhere',
  async () => {
    const tenant = await startTenant(site.house, 'camille@tenants.test');
    const filling = new Filling(site.house, tenant, site.house.work);
    await filling.everything(camille);
    const contract = await workContract(camille);
    const figures = { words: '2 912,45 €', x: 0.5, y: 0.6 };
    const photograph = { ...contract, name: 'photo.jpg', bytes: await retouched(contract.bytes, { saved: 90, figures }) };
    await filling.piece('activity', 'activity.permanent', [photograph]);
    const sent = await submitDossier(site.house, { ...tenant, message: '', sworn: true });
    expect(sent).toMatchObject({ ok: true });
    const agent = await agentAt(site, 'un@agents.test');
    await agent.get('/console');
    const path = (await agent.post('/console/suivant')).location ?? '';
    const file = await site.house.db.selectFrom('file').selectAll().where('type', '=', 'jpeg').executeTakeFirstOrThrow();
    const piece = await agent.get(`${path}?piece=${file.pieceId ?? ''}`);
    const here = `${path}/fichiers/${file.id}/pages/0/compression`;
    expect(piece.body).toContain(`href="${here}"`);
    expect(piece.body).toContain('Zone ajoutée après une première compression');

    const kept = await site.house.db.selectFrom('file').selectAll().where('id', '=', file.id).executeTakeFirstOrThrow();
    const page = await agent.get(here);
    expect(page.status).toBe(200);
    for (const slug of ['passages', 'niveaux', 'grain']) {
      expect(page.body).toContain(`src="${here}/${slug}"`);
      const picture = await agent.get(`${here}/${slug}`);
      expect([picture.status, picture.type]).toEqual([200, 'image/jpeg']);
    }
    expect((await agent.get(`${here}/autre`)).status).toBe(404);
    expect((await agent.get(here.replace('/pages/0/', '/pages/1/'))).status).toBe(404);
    expect(await site.house.db.selectFrom('file').selectAll().where('id', '=', file.id).executeTakeFirstOrThrow()).toEqual(kept);
    const reads = await site.house.db.selectFrom('accessLog').selectAll().where('subjectId', '=', file.id).execute();
    expect(reads.filter(({ act, result }) => act === 'page.read' && result === 'allowed').length).toBeGreaterThanOrEqual(4);
    // Without the case there is nothing.
    const other = await agentAt(site, 'deux@agents.test');
    expect([(await other.get(here)).status, (await other.get(`${here}/grain`)).status]).toEqual([404, 404]);
  },
  START_MS,
);

test(
  'a page of text has no picture, and says so',
  async () => {
    const tenant = await startTenant(site.house, 'camille@tenants.test');
    await new Filling(site.house, tenant, site.house.work).everything(camille);
    await submitDossier(site.house, { ...tenant, message: '', sworn: true });
    const agent = await agentAt(site, 'un@agents.test');
    await agent.get('/console');
    const path = (await agent.post('/console/suivant')).location ?? '';
    const file = await site.house.db.selectFrom('file').select('id').where('type', '=', 'pdf').executeTakeFirstOrThrow();
    const page = await agent.get(`${path}/fichiers/${file.id}/pages/0/compression`);
    expect(page.body).toContain('Pas de vue pour cette page.');
    expect(page.body).not.toContain('<figure');
    expect((await agent.get(path)).body).not.toContain('/compression"');
  },
  START_MS,
);
