import { beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { situationOf } from '#domain/catalogue/situations.ts';
import { CATEGORY_SLUGS, type Category } from '#domain/catalogue/situation.ts';
import { saveNames } from '#features/dossiers/save-names.ts';
import { readFindings } from '#features/pieces/api.ts';
import { savePiece } from '#features/pieces/save-piece.ts';
import { uploadFile } from '#features/pieces/upload-file.ts';
import { sayFinding } from '#i18n/say-finding.ts';
import { startTenant } from '#main/seed.ts';
import { firstPageOf, forgedPieces, type Forgery, type ForgedPiece } from '#specimens/forged.ts';
import { specimenAuthority } from '#specimens/two-d-doc.ts';
import { fullSite, memberAt, type FullSite } from '#testing/full-site.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import type { Browser } from '#testing/test-site.ts';

const START_MS = 240_000;

let site: FullSite;
let pieces: readonly ForgedPiece[];

async function* once(bytes: Uint8Array) {
  yield bytes;
}

interface Given {
  readonly browser: Browser;
  readonly page: string;
  readonly piece: { id: Id<'piece'>; rev: number };
}

/** Somebody sends a faulty piece as it is, and waits until it has been read. @param name whose address it is */
async function give(
  forgery: Forgery,
  piece = pieces.find((one) => one.forgery === forgery)!,
  name: string = forgery,
): Promise<Given> {
  const { situation, who, amount, files } = piece;
  const email = `${name.replaceAll('_', '-')}@tenants.test`;
  const tenant = await startTenant(site.house, email);
  const names = { firstNames: who.firstNames, birthName: who.lastName, usedName: '', singleName: false, postcode: '' };
  await saveNames(site.house, { ...tenant, ...names });
  const category: Category = situationOf(situation)!.category;
  const saved = await savePiece(site.house, { ...tenant, category, situation, ...(amount === null ? {} : { amount }) });
  const pieceId = saved.ok ? saved.value.pieceId : expect.fail(saved.error);
  for (const { name, bytes } of files) await uploadFile(site.house, { ...tenant, pieceId, name, bytes: once(bytes) });
  await site.house.work();
  const row = await site.house.db.selectFrom('piece').select(['id', 'rev']).where('id', '=', pieceId).executeTakeFirstOrThrow();
  const slug = category === 'income' ? `ressources/${pieceId}` : CATEGORY_SLUGS[category];
  return { browser: await memberAt(site, email), page: `/dossiers/${tenant.dossierId}/${tenant.personId}/${slug}`, piece: row };
}

/** What the page of a piece tells of its faults, as people read it. */
async function toldOn({ browser, page }: Given, locale: string): Promise<string> {
  const { body } = await browser.get(`${page}?lang=${locale}`);
  const told = /<section id="verifications"[^>]*>.*?<\/section>/s.exec(body)?.[0] ?? '';
  // Spaces that do not break, and marks around what has its own direction, are no matter of words.
  return told.replaceAll(/[\u202f\u00a0]/g, ' ').replaceAll(/[\u2068\u2069]/g, '');
}

beforeAll(async () => {
  await emptyDatabase();
  site = await fullSite();
  pieces = await forgedPieces(specimenAuthority());
}, START_MS);

describe('what is wrong with a paper is told on its page, with what to do, in the language of the person', () => {
  test.each([
    ['wrong_month', { fr: 'Ajoutez : octobre 2026.', 'fr-simple': 'Ajoutez : octobre 2026.', ar: 'أضف: أكتوبر 2026.' }],
    [
      'wrong_year',
      { fr: 'Envoyez l’avis établi en 2026.', 'fr-simple': 'Envoyez l’avis fait en 2026.', ar: 'أرسل الإشعار الصادر سنة 2026.' },
    ],
    [
      'page_missing',
      {
        fr: 'Envoyez toutes les pages, même vides.',
        'fr-simple': 'Envoyez toutes les pages. Envoyez aussi les pages vides.',
        ar: 'أرسل كل الصفحات، حتى الفارغة.',
      },
    ],
    [
      'blurred_photo',
      {
        fr: 'Reprenez la photo à plat et en pleine lumière.',
        'fr-simple': 'Posez le papier à plat. Mettez beaucoup de lumière.',
        ar: 'أعد التصوير على سطح مستوٍ وفي ضوء كافٍ.',
      },
    ],
    [
      'bank_statement',
      { fr: 'Retirez-le : vous gardez votre vie privée.', 'fr-simple': 'Enlevez-le.', ar: 'احذفه لحماية خصوصيتك.' },
    ],
  ] as const)(
    '%s',
    async (forgery, words) => {
      const given = await give(forgery);
      for (const [locale, todo] of Object.entries(words)) expect(await toldOn(given, locale), locale).toContain(todo);
    },
    START_MS,
  );
});

test(
  'one page of a notice of the wrong year: both faults are told at once, in each language',
  async () => {
    const old = pieces.find(({ forgery }) => forgery === 'wrong_year')!;
    const [file] = old.files;
    const piece = { ...old, files: [{ ...file!, bytes: await firstPageOf(file!.bytes) }] };
    const given = await give('wrong_year', piece, 'both-faults');
    for (const [locale, year, pages] of [
      ['fr', 'Envoyez l’avis établi en 2026.', 'Envoyez toutes les pages, même vides.'],
      ['fr-simple', 'Envoyez l’avis fait en 2026.', 'Envoyez toutes les pages. Envoyez aussi les pages vides.'],
      ['ar', 'أرسل الإشعار الصادر سنة 2026.', 'أرسل كل الصفحات، حتى الفارغة.'],
    ] as const) {
      const told = await toldOn(given, locale);
      expect(told, locale).toContain(year);
      expect(told, locale).toContain(pages);
    }
  },
  START_MS,
);

describe('what was done to a paper is named to agents and not a word of it told to who sent it', () => {
  test.each([
    ['edited_amount', 'payslip.arithmetic'],
    ['picture_editor', 'pdf.producer'],
    ['covered_amount', 'pdf.overlay'],
    ['drawn_over_seal', 'pdf.pixels'],
  ] as const)(
    '%s: %s',
    async (forgery, cause) => {
      const { piece, browser, page } = await give(forgery);
      const failed = async (audience: 'agent' | 'tenant') =>
        (await readFindings(site.house.db, piece, audience))
          .filter(({ outcome }) => outcome === 'failed')
          .map(({ rule }) => rule);
      expect(await failed('agent')).toContain(cause);
      expect(await failed('tenant')).not.toContain(cause);
      const { body } = await browser.get(page);
      expect(body).toContain('Nous avons vérifié');
      const { label } = sayFinding('fr', { rule: cause, params: {} });
      expect(label.length).toBeGreaterThan(3);
      expect(body).not.toContain(label);
    },
    START_MS,
  );
});
