import { PDF } from '@libpdf/core';
import { beforeEach, describe, expect, test } from 'vitest';
import { createLink } from '#features/links/create-link.ts';
import { readCopy } from '#features/links/read-copy.ts';
import { readShownDossier } from '#features/links/read-shown-dossier.ts';
import { requestCopy } from '#features/links/request-copy.ts';
import { startTenant, Filling, type Tenant } from '#main/seed.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { loadDossier } from '#store/dossiers.repository.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { printStatement } from './print-statement.ts';
import { savePiece, type SavePiece } from './save-piece.ts';

let house: FullHouse;
let tenant: Tenant;

const save = async (input: Pick<SavePiece, 'category' | 'situation'> & Partial<SavePiece>) => {
  const saved = await savePiece(house, { ...tenant, ...input });
  if (!saved.ok) throw new Error(saved.error);
  const rows = (await loadDossier(house.db, tenant.dossierId, house.clock.now()))!;
  return { piece: rows.pieces.find((one) => one.id === saved.value.pieceId)!, person: rows.persons[0]! };
};
const textOf = async (pdf: Uint8Array) =>
  (await PDF.load(pdf))
    .getPages()
    .map((page) => page.extractText().text)
    .join('\n');

beforeEach(async () => {
  await emptyDatabase();
  house = await fullHouse();
  tenant = await startTenant(house, 'camille@tenants.test');
  await new Filling(house, tenant).names(SPECIMEN_PEOPLE[0]);
});

describe('the page that stands for papers', () => {
  test('says in French what is attested, by whom, on which day, and what a false statement costs', async () => {
    const { piece, person } = await save({ category: 'tax', situation: 'tax.parents', stated: true });
    const text = await textOf((await printStatement(house, person, piece, 0))!);
    expect(text).toContain('Déclaration sur l’honneur');
    expect(text).toContain('foyer de mes parents');
    expect(text).toContain('23 novembre 2026');
    expect(text).toContain(person.birthName);
    expect(text).toContain('441-1');
  });

  test('holds what the person wrote, as theirs and not as markup', async () => {
    const { piece, person } = await save({
      category: 'home',
      situation: 'home.other',
      text: 'Je vis dans un bateau #strong[à quai]',
    });
    const text = await textOf((await printStatement(house, person, piece, 0))!);
    expect(text).toContain('Explication de la personne');
    expect(text).toContain('#strong[à quai]');
    expect(text).not.toContain('441-1');
  });

  test('does not exist where files speak, or where nothing is said', async () => {
    const { piece, person } = await save({ category: 'activity', situation: 'activity.none', stated: true });
    expect(await printStatement(house, person, piece, 1)).toBeNull();
    const silent = await save({ category: 'identity', situation: 'identity.passport' });
    expect(await printStatement(house, silent.person, silent.piece, 0)).toBeNull();
  });

  test('is shown to landlords like any other document, with their mark on it', async () => {
    await new Filling(house, tenant, house.work).everything(SPECIMEN_PEOPLE[0]);
    const { piece } = await save({ category: 'tax', situation: 'tax.parents', stated: true });
    const shown = (await readShownDossier(house, tenant.dossierId))!;
    expect(shown.people[0]!.pieces.find((one) => one.id === piece.id)).toMatchObject({ files: 1, pages: 1 });
    const link = await createLink(house, {
      acknowledged: true,
      ...tenant,
      title: 'Agence',
      days: 30,
      door: 'none',
      addresses: [],
      send: false,
      message: '',
      copiesAllowed: true,
    });
    if (!link.ok) throw new Error(JSON.stringify(link.error));
    const copy = await requestCopy(house, {
      dossierId: tenant.dossierId,
      linkId: link.value.linkId,
      accountId: null,
      kind: 'pages',
      pieceId: piece.id,
      pieceRev: piece.rev,
      recipient: 'Agence',
      contentRev: shown.contentRev,
      locale: 'fr',
    });
    await house.work();
    expect(await readCopy(house, copy.id)).toMatchObject({ pages: 1 });
  });
});
