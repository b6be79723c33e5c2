import { createHash } from 'node:crypto';
import { partsOf, type CivilDate } from '#kernel/civil-date.ts';
import type { Id } from '#kernel/ids.ts';
import { queueErasing } from '#features/erasure/api.ts';
import type { House } from '#features/house.ts';
import { JobFault } from '#domain/jobs/job-fault.ts';
import { printStatement, readFacts, readForEngine, rememberTooComplex } from '#features/pieces/api.ts';
import { parseLocale } from '#i18n/locales.ts';
import { bindingOf, type BoundPiece } from '#papers/dossier-binding.ts';
import type { PageImage, WatermarkInput } from '#ports/document-engine.ts';
import type { JobAttempt } from '#ports/job-queue.ts';
import type { FileRow } from '#store/dossiers.repository.ts';
import { loadDossier, lockDossier } from '#store/dossiers.repository.ts';
import { packImages } from './pack.ts';
import { readThroughLink } from './own-look.ts';
import type { ShownDossier } from './read-shown-dossier.ts';

type CopyHouse = Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'random' | 'vault' | 'engine' | 'settings'>;

/** A page under the mark; of a photo the pixels are all there is. */
type CopiedPage = PageImage & { readonly photo?: boolean };

async function* once(bytes: Uint8Array) {
  yield bytes;
}

const written = (day: CivilDate) => {
  const { year, month, day: number } = partsOf(day);
  return `${String(number).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
};

/** What no new try mends: the dossier changed meanwhile, or a page of it cannot be drawn within limits. */
class CopyFault extends Error {
  readonly failure: 'changed' | 'engine';
  constructor(failure: 'changed' | 'engine') {
    super(failure);
    this.failure = failure;
  }
}

/**
 * Makes a copy: every page watermarked for its recipient, bound and signed for a whole dossier; kept encrypted under its own key. When
 * it cannot be made after its tries it is `failed`, which its page tells with a way to try again; no page is left out silently.
 */
export async function prepareCopy(house: CopyHouse, payload: { copyId: string }, attempt: JobAttempt): Promise<void> {
  const copyId = payload.copyId as Id<'copy'>;
  const copy = await house.db
    .selectFrom('copy')
    .selectAll()
    .where('id', '=', copyId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (!copy?.dossierId) return;
  try {
    const shown = await readThroughLink(house, { dossierId: copy.dossierId, linkId: copy.linkId, viewer: copy.accountId });
    if (!shown || shown.contentRev !== copy.contentRev) throw new CopyFault('changed');
    const text = `LOCATION – POUR ${copy.recipient} – ${written(copy.day as CivilDate)} – ${copy.traceCode}`;
    const made = copy.kind === 'pages' && copy.pieceId ? await pagesOf(house, copy.dossierId, copy.pieceId, text) : null;
    const bytes = made ? packImages(made.map((page) => page.jpeg)) : await bound(house, shown, copy, text);
    const fileId = copy.id as string as Id<'file'>;
    const key = house.vault.newKey(fileId);
    const address = house.vault.newAddress();
    await house.vault.seal(key, { fileId, address, role: 'copy' }, once(bytes));
    const now = house.clock.now();
    const current = await house.transact(async (tx) => {
      // What it says of levels and what it shows were read one after the other: a change between them would mix two revisions.
      const dossier = await lockDossier(tx, shown.id);
      if (dossier?.contentRev !== copy.contentRev) {
        await queueErasing(tx, [address], now);
        return false;
      }
      const updated = await tx
        .updateTable('copy')
        .set({
          state: 'ready',
          address,
          wrappedKey: key,
          keyVersion: house.vault.newestVersion,
          size: bytes.length,
          sha256: createHash('sha256').update(bytes).digest(),
          pages: made?.length ?? null,
          pageSizes: made ? JSON.stringify(made.map((page) => [page.width, page.height])) : null,
          issued: JSON.stringify({
            at: now.toISOString(),
            verified: shown.verified,
            checked: shown.checked,
            total: shown.total,
            kind: shown.kind,
            income: shown.income,
            names: shown.people.filter((person) => person.role === 'tenant').map((person) => person.masked),
          }),
          readyAt: now,
        })
        .where('id', '=', copyId)
        .where('state', '=', 'waiting')
        .returning('id')
        .executeTakeFirst();
      if (!updated) await queueErasing(tx, [address], now);
      return true;
    });
    if (!current) throw new CopyFault('changed');
  } catch (error) {
    const final = attempt.last || error instanceof CopyFault;
    await house.db
      .updateTable('copy')
      .set((eb) => ({
        tries: eb('tries', '+', 1),
        ...(final ? { state: 'failed' as const, failure: error instanceof CopyFault ? error.failure : 'engine' } : {}),
      }))
      .where('id', '=', copyId)
      .where('state', '=', 'waiting')
      .execute();
    if (!(error instanceof CopyFault)) throw error;
  }
}

async function pagesOf(
  house: CopyHouse,
  dossierId: Id<'dossier'>,
  pieceId: Id<'piece'>,
  text: string,
): Promise<readonly CopiedPage[]> {
  const rows = await loadDossier(house.db, dossierId, house.clock.now());
  const files = rows?.files.filter((file) => file.pieceId === pieceId && file.state === 'ready') ?? [];
  const piece = rows?.pieces.find((one) => one.id === pieceId);
  const pages: CopiedPage[] = [];
  for (const file of files) pages.push(...(await watermarked(house, file, text, piece?.category === 'identity')));
  if (files.length > 0 || !rows) return pages;
  const person = rows.persons.find((one) => one.id === piece?.personId);
  const printed = piece && person ? await printStatement(house, person, piece, 0) : null;
  return printed ? watermark(house, { bytes: printed, type: 'pdf', text, holes: [], cropped: false }) : pages;
}

async function watermark(house: CopyHouse, input: WatermarkInput): Promise<readonly PageImage[]> {
  const done = await house.engine.watermark(input);
  if (!done.ok) throw done.error === 'engine.too_complex' ? new CopyFault('engine') : new JobFault('engine_failed');
  return done.value;
}

/** Pages of a file under the mark. @param ofIdentity a photo of a card on a table: the table is cut off */
async function watermarked(house: CopyHouse, file: FileRow, text: string, ofIdentity: boolean): Promise<readonly CopiedPage[]> {
  if (file.code === 'too_complex') throw new CopyFault('engine');
  const content = await readForEngine(house, file);
  if (!content) throw new JobFault('file_unreadable');
  const photo = file.type !== 'pdf';
  try {
    const cropped = photo && ofIdentity;
    const pages = await watermark(house, { ...content, text, holes: await codesOf(house, file), cropped });
    return pages.map((page) => ({ ...page, photo }));
  } catch (error) {
    if (error instanceof CopyFault) await rememberTooComplex(house, file.id);
    throw error;
  }
}

/** Where codes were found when the file was examined; `null` when some page was not: then the engine looks for them again. */
async function codesOf(house: CopyHouse, file: FileRow): Promise<WatermarkInput['holes']> {
  const facts = await readFacts(house, file);
  if (!facts || facts.pages.length !== file.pages) return null;
  return facts.pages.flatMap(({ page, codes }) => codes.map(({ box }) => ({ page, box })));
}

async function bound(
  house: CopyHouse,
  shown: ShownDossier,
  copy: { recipient: string; traceCode: string; locale: string; linkId: Id<'link'> | null },
  text: string,
): Promise<Uint8Array> {
  const images = new Map<string, Uint8Array>();
  const pieces: BoundPiece[] = [];
  for (const person of shown.people) {
    for (const piece of person.pieces) {
      const pages = piece.withheld || piece.files === 0 ? [] : await pagesOf(house, shown.id, piece.id, text);
      const named = pages.map((page, index) => {
        const file = `p${pieces.length}-${index}.jpg`;
        images.set(file, page.jpeg);
        return { file, landscape: page.width > page.height, widest: page.photo ? page.width : null };
      });
      pieces.push({ personId: person.id, piece, pages: named });
    }
  }
  const link = copy.linkId
    ? await house.db.selectFrom('link').select('expiresAt').where('id', '=', copy.linkId).executeTakeFirst()
    : undefined;
  const now = house.clock.now();
  const data = bindingOf({
    locale: parseLocale(copy.locale) ?? 'fr',
    serviceName: house.settings.serviceName,
    traceCode: copy.traceCode,
    recipient: copy.recipient,
    issuedAt: now,
    validUntil: link?.expiresAt ?? null,
    dossier: shown,
    pieces,
  });
  const pdf = await house.engine.bind({
    template: 'dossier',
    data,
    images,
    qr: `${house.settings.baseUrl}/verifier/${copy.traceCode}`,
    sign: true,
    createdAt: now,
  });
  if (!pdf.ok) throw new JobFault('engine_failed');
  return pdf.value;
}
