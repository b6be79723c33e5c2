import { printList } from '#features/dossiers/print-list.ts';
import { readOwnDossier } from '#features/dossiers/read-dossier.ts';
import { createLink } from '#features/links/create-link.ts';
import { readCopy } from '#features/links/read-copy.ts';
import { readShownDossier } from '#features/links/read-shown-dossier.ts';
import { requestCopy } from '#features/links/request-copy.ts';
import { printStatement } from '#features/pieces/print-statement.ts';
import { savePiece } from '#features/pieces/save-piece.ts';
import type { Locale } from '#i18n/locales.ts';
import { Filling, startTenant, type Tenant } from '#main/seed.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { emptyDatabase } from '#testing/test-database.ts';

const NAMES: readonly { readonly firstNames: string; readonly birthName: string; readonly locale: Locale }[] = [
  { firstNames: '#read("/etc/hostname")', birthName: '$x^2$ *gras* _souligné_', locale: 'fr' },
  { firstNames: 'محمد', birthName: 'بن علي', locale: 'ar' },
  { firstNames: '伟', birthName: '张', locale: 'en' },
];
const MESSAGE = 'Bonjour, #eval("1+1") @page <b>merci</b>\n\nSeconde partie : 明日 – مرحبا';

/** A PDF that the service prints. `unsigned`: for the tenant's own use, not sealed. */
export interface PdfToCheck {
  readonly name: string;
  readonly pdf: Uint8Array;
  readonly unsigned?: true;
  /** Whose dossier it is, as they were typed in: what its cover and its title must say. */
  readonly named?: string;
}

/**
 * Whole dossiers as landlords get them: bound and signed, with names and messages that try to be more than text; and what tenants print for
 * themselves.
 */
export async function copiesToCheck(): Promise<readonly PdfToCheck[]> {
  await emptyDatabase();
  const house = await fullHouse();
  const tenant = await startTenant(house, 'camille@tenants.test');
  await new Filling(house, tenant, house.work).everything(SPECIMEN_PEOPLE[0]);
  await house.db.updateTable('dossier').set({ message: MESSAGE }).where('id', '=', tenant.dossierId).execute();
  const copies: PdfToCheck[] = [];
  for (const { locale, ...names } of NAMES) {
    // Written past the rules of names, which refuse half of these signs: the printer must not rely on them.
    await house.db.updateTable('person').set(names).where('id', '=', tenant.personId).execute();
    const link = await createLink(house, {
      ...tenant,
      title: `Agence #1 $ ${locale}`,
      days: 30,
      door: 'none',
      addresses: [],
      send: false,
      message: '',
      copiesAllowed: true,
      acknowledged: true,
    });
    const shown = await readShownDossier(house, tenant.dossierId);
    if (!link.ok || !shown) throw new Error('no link to bind a dossier for');
    const { id } = await requestCopy(house, {
      dossierId: tenant.dossierId,
      linkId: link.value.linkId,
      accountId: null,
      kind: 'dossier',
      pieceId: null,
      pieceRev: null,
      recipient: `Agence #1 $ ${locale}`,
      contentRev: shown.contentRev,
      locale,
    });
    await house.work();
    const copy = await readCopy(house, id);
    if (!copy) throw new Error(`the dossier in ${locale} could not be bound`);
    copies.push({ name: `dossier-${locale}`, pdf: copy.bytes, named: `${names.firstNames} ${names.birthName}` });
  }
  return [...copies, ...(await ownPages(house, tenant))];
}

/** What tenants print for themselves: the list of papers in each direction of writing, and a statement that stands for papers. */
async function ownPages(house: FullHouse, tenant: Tenant): Promise<readonly PdfToCheck[]> {
  const saved = await savePiece(house, { ...tenant, category: 'tax', situation: 'tax.parents', stated: true });
  const own = await readOwnDossier(house, tenant.accountId, tenant.dossierId);
  const piece = own?.rows.pieces.find(({ category }) => category === 'tax');
  const person = own?.rows.persons.find(({ id }) => id === tenant.personId);
  const statement = piece && person ? await printStatement(house, person, piece, 0) : null;
  if (!saved.ok || !own || !statement) throw new Error('no page of a tenant to check');
  return [
    { name: 'list-fr', pdf: await printList(house, own, 'fr'), unsigned: true },
    { name: 'list-ar', pdf: await printList(house, own, 'ar'), unsigned: true },
    { name: 'statement', pdf: statement, unsigned: true },
  ];
}
