import { beforeEach, expect, test } from 'vitest';
import { submitDossier } from '#features/dossiers/submit-dossier.ts';
import { Filling, startTenant, type Tenant } from '#main/seed.ts';
import { SPECIMEN_PEOPLE, type SpecimenPerson } from '#specimens/people.ts';
import { agentAt, fullSite, memberAt, type FullSite } from '#testing/full-site.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import type { Browser } from '#testing/test-site.ts';

const START_MS = 240_000;

let site: FullSite;

const submitted = async (email: string, who: SpecimenPerson): Promise<Tenant> => {
  const tenant = await startTenant(site.house, email);
  await new Filling(site.house, tenant, site.house.work).everything(who);
  const sent = await submitDossier(site.house, { ...tenant, message: '', sworn: true });
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  return tenant;
};

/** Presses "next". @returns where it leads */
const next = async (agent: Browser): Promise<string> => {
  await agent.get('/console');
  return (await agent.post('/console/suivant')).location ?? '';
};

/** Decisions that the case on screen still asks for, with the revision that the form would send. */
const revisionOf = (page: string) => /name="rev" value="(\d+)"/.exec(page)?.[1] ?? '';
const piecesOf = (page: string) => [...page.matchAll(/\?piece=([0-9a-f-]{36})/g)].map(([, id]) => id ?? '');

beforeEach(async () => {
  await emptyDatabase();
  site = await fullSite();
}, START_MS);

test(
  'two agents who press "next" at once get different cases, a third is told that nothing waits',
  async () => {
    await submitted('camille@tenants.test', SPECIMEN_PEOPLE[0]);
    await submitted('sacha@tenants.test', SPECIMEN_PEOPLE[1]);
    const agents = [
      await agentAt(site, 'un@agents.test'),
      await agentAt(site, 'deux@agents.test'),
      await agentAt(site, 'trois@agents.test'),
    ];
    const led = await Promise.all(agents.map(next));
    const cases = led.filter((path) => path.startsWith('/console/cas/'));
    expect(new Set(cases).size).toBe(2);
    expect(cases).toHaveLength(2);
    expect(led.filter((path) => path === '/console')).toHaveLength(1);
    // And each holder alone can open theirs.
    const statuses = await Promise.all(agents.map(async (agent) => (await agent.get(cases[0] ?? '')).status));
    expect(statuses.sort()).toEqual([200, 404, 404]);
  },
  START_MS,
);

test(
  'review opened on one revision, the tenant saves the next: accepting answers 409, nothing shows as checked, the new one can be decided',
  async () => {
    const tenant = await submitted('camille@tenants.test', SPECIMEN_PEOPLE[0]);
    const agent = await agentAt(site, 'un@agents.test');
    const path = await next(agent);
    const pieces = piecesOf((await agent.get(path)).body);
    expect(pieces).toHaveLength(4);
    for (const piece of pieces) {
      const rev = revisionOf((await agent.get(`${path}?piece=${piece}`)).body);
      expect((await agent.post(`${path}/pieces/${piece}`, { outcome: 'accept', rev })).status).toBe(303);
    }
    const owner = await memberAt(site, 'camille@tenants.test');
    const income = await site.house.db
      .selectFrom('piece')
      .select(['id', 'rev'])
      .where('category', '=', 'income')
      .executeTakeFirstOrThrow();
    const form = `/dossiers/${tenant.dossierId}/${tenant.personId}/ressources/${income.id}`;
    await owner.get(`${form}?changer=1`);
    expect((await owner.post(form, { situation: 'income.salary.over_3_months', amount: '2000' })).status).toBe(303);

    const finished = await agent.post(`${path}/terminer`);
    expect(finished.status).toBe(409);
    expect(finished.body).toContain('id="erreurs"');
    expect(await site.house.db.selectFrom('decision').selectAll().execute()).toEqual([]);
    expect(await site.house.db.selectFrom('piece').select('id').where('level', '=', 'checked').execute()).toEqual([]);
    // Sent again from a window left open, the old decision is refused.
    const stale = await agent.post(`${path}/pieces/${income.id}`, { outcome: 'accept', rev: String(income.rev) });
    expect(stale.status).toBe(409);
    const fresh = await agent.get(`${path}?piece=${income.id}`);
    expect(revisionOf(fresh.body)).toBe(String(income.rev + 1));
    await agent.post(`${path}/pieces/${income.id}`, { outcome: 'accept', rev: revisionOf(fresh.body) });
    expect((await agent.post(`${path}/terminer`)).location).toBe('/console');
    expect(await site.house.db.selectFrom('decision').selectAll().execute()).toHaveLength(4);
  },
  START_MS,
);
