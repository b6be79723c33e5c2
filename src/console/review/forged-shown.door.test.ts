import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { situationOf } from '#domain/catalogue/situations.ts';
import { CATEGORY_SLUGS, type Category } from '#domain/catalogue/situation.ts';
import type { Finding } from '#domain/findings/findings.ts';
import { examineFile } from '#engine/child/reading/examine.ts';
import { submitDossier } from '#features/dossiers/submit-dossier.ts';
import { readFindings } from '#features/pieces/api.ts';
import { sayFinding } from '#i18n/say-finding.ts';
import { Filling, startTenant } from '#main/seed.ts';
import { FORGERIES, forgedPieces, type Forgery, type ForgedPiece } from '#specimens/forged.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { specimenAuthority } from '#specimens/two-d-doc.ts';
import { agentAt, fullSite, landlordAt, linkOf, memberAt, type FullSite } from '#testing/full-site.ts';
import { emptyDatabase } from '#testing/test-database.ts';

const START_MS = 240_000;
const EXPLANATION = 'Je ne sais pas d’où vient cet écart.';
const [camille] = SPECIMEN_PEOPLE;

/** Dossiers of forged pieces, one each of a category. Beside each: what the agent reads of it, and whether its place is drawn on the page. */
const DOSSIERS: readonly Readonly<Partial<Record<Forgery, { readonly read: readonly string[]; readonly drawn: boolean }>>>[] = [
  {
    edited_amount: { read: ['2912.45', '1912.45'], drawn: true },
    wrong_check_digit: { read: [], drawn: true },
    printed_not_sealed: { read: ['41551.00', '21551'], drawn: true },
  },
  {
    covered_amount: { read: ['2 912,45', '1 912,45'], drawn: true },
    bad_signature: { read: [], drawn: true },
  },
  {
    picture_editor: { read: ['Photoshop'], drawn: false },
    drawn_over_seal: { read: [], drawn: true },
  },
];

interface Seen {
  readonly findings: readonly Finding[];
  readonly tenant: string;
  readonly agent: string;
  readonly landlord: string;
  /** Whether it had to be explained before the dossier could be sent. */
  readonly explained: boolean;
}

let site: FullSite;
let trustDirectory: string;
let pieces: readonly ForgedPiece[];
/** What each person reads of a forged piece, by what was done to it. */
const seen = new Map<Forgery, Seen>();

const categoryOf = (piece: ForgedPiece): Category => situationOf(piece.situation)!.category;

/** Fills a dossier in, sends forged pieces in place of the good ones, explains what the service asks to explain, and has an agent take it. */
async function sendForged(forgeries: readonly Forgery[], index: number): Promise<void> {
  const { house } = site;
  const email = `camille-${index}@tenants.test`;
  const own = await startTenant(house, email);
  const filling = new Filling(house, own, house.work);
  await filling.everything(camille);
  for (const forgery of forgeries) {
    const piece = pieces.find((one) => one.forgery === forgery)!;
    const category = categoryOf(piece);
    await house.db.deleteFrom('piece').where('personId', '=', own.personId).where('category', '=', category).execute();
    const papers = piece.files.map(({ name, bytes }) => ({ name, bytes, kind: 'other' as const, expected: {} }));
    await filling.piece(category as 'income', piece.situation, papers, piece.amount ?? undefined);
  }
  const tenant = await memberAt(site, email);
  await tenant.get('/dossiers');
  const submit = () => submitDossier(house, { ...own, message: '', sworn: true });
  const refused = await submit();
  const unexplained =
    !refused.ok && typeof refused.error === 'object' && 'unexplained' in refused.error ? refused.error.unexplained : [];
  for (const { id } of unexplained)
    await tenant.post(`/dossiers/${own.dossierId}/${own.personId}/pieces/${id}/expliquer`, { explanation: EXPLANATION });
  if (!refused.ok) expect(await submit()).toMatchObject({ ok: true });

  const agent = await agentAt(site, `agent-${index}@agents.test`);
  await agent.get('/console');
  const held = (await agent.post('/console/suivant')).location ?? '';
  const link = await linkOf(site, own);
  const landlord = await landlordAt(site, link.path, `agence-${index}@agences.test`);
  for (const forgery of forgeries) {
    const category = categoryOf(pieces.find((one) => one.forgery === forgery)!);
    const piece = await house.db
      .selectFrom('piece')
      .select(['id', 'rev'])
      .where('personId', '=', own.personId)
      .where('category', '=', category)
      .executeTakeFirstOrThrow();
    const slug = category === 'income' ? `ressources/${piece.id}` : CATEGORY_SLUGS[category];
    seen.set(forgery, {
      explained: unexplained.some(({ id }) => id === piece.id),
      findings: await readFindings(house.db, piece, 'agent'),
      tenant: (await tenant.get(`/dossiers/${own.dossierId}/${own.personId}/${slug}`)).body,
      agent: (await agent.get(`${held}?piece=${piece.id}`)).body,
      landlord: (await landlord.get(link.path)).body + (await landlord.get(`${link.path}/pieces/${piece.id}`)).body,
    });
  }
}

beforeAll(async () => {
  await emptyDatabase();
  const authority = specimenAuthority();
  trustDirectory = await mkdtemp(path.join(tmpdir(), 'trust-'));
  await writeFile(
    path.join(trustDirectory, 'test-specimen.pub.pem'),
    authority.publicKey.export({ format: 'pem', type: 'spki' }),
  );
  site = await fullSite();
  const examine: FullSite['house']['engine']['examine'] = async ({ bytes, type }) =>
    ok(await examineFile({ bytes, type, tesseract: null, trustDirectory, trustTestSeals: true, today: '2026-11-23' }));
  Object.assign(site.house, { engine: { ...site.house.engine, examine } });
  pieces = await forgedPieces(authority);
  for (const [index, forgeries] of DOSSIERS.entries())
    await sendForged(
      FORGERIES.filter((one) => one in forgeries),
      index,
    );
}, START_MS);
afterAll(() => rm(trustDirectory, { recursive: true }));

test('what the person could mend is explained before sending; what only agents read keeps nobody from sending', () => {
  const explained = [...seen].filter(([, one]) => one.explained).map(([forgery]) => forgery);
  expect(explained.sort()).toEqual(['bad_signature', 'printed_not_sealed']);
});

describe.each(DOSSIERS.flatMap((dossier) => Object.entries(dossier) as [Forgery, { read: readonly string[]; drawn: boolean }][]))(
  'of %s',
  (forgery, { read, drawn }) => {
    const causeOf = () => {
      const { cause } = pieces.find((one) => one.forgery === forgery)!;
      const finding = seen.get(forgery)!.findings.find(({ rule, outcome }) => rule === cause && outcome === 'failed');
      return { finding: finding!, label: sayFinding('fr', { rule: cause, params: {} }).label };
    };

    test('the agent reads which check fails, what is there and what was expected, and sees where', () => {
      const { agent } = seen.get(forgery)!;
      const { finding, label } = causeOf();
      const told = new RegExp(`<strong>${label}</strong>.*?</li></ul>`, 's').exec(agent)?.[0] ?? '';
      expect(told).toContain(label);
      for (const text of read) expect(told.replaceAll(/[\u202f\u00a0]/g, ' ')).toContain(text);
      const boxes = finding.evidence.flatMap(({ box }) => (box ? [box] : []));
      expect(boxes.length > 0).toBe(drawn);
      for (const [x, y] of boxes) expect(agent.includes(`<rect x="${x * 1000 - 4}" y="${y * 1000 - 3}"`)).toBe(true);
    });

    test('the person reads what they can mend, and nothing that is for agents; the landlord reads nothing of either', () => {
      const { tenant, landlord, findings } = seen.get(forgery)!;
      const failed = findings.filter(({ outcome }) => outcome === 'failed');
      for (const finding of failed) {
        const { label, todo } = sayFinding('fr', finding);
        const mended = finding.audience === 'tenant' && finding.level !== 'info';
        expect([label, tenant.includes(label)]).toEqual([label, false]);
        if (mended) expect([todo, tenant.includes(todo)]).toEqual([todo, true]);
        expect([label, landlord.includes(label)]).toEqual([label, false]);
      }
      expect(landlord.includes(EXPLANATION)).toBe(false);
      expect(`${tenant}${landlord}`.includes('Photoshop')).toBe(false);
    });
  },
);
