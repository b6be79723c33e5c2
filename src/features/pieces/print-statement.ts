import { parisDate, parseCivilDate } from '#kernel/civil-date.ts';
import { printedKind } from '#domain/catalogue/statements.ts';
import { displayName } from '#domain/people/names.ts';
import type { House } from '#features/house.ts';
import { statementOf } from '#papers/statement-binding.ts';
import type { PersonRow, PieceRow } from '#store/dossiers.repository.ts';

/**
 * Prints the page that stands for papers: the sworn statement of a piece, or what the person wrote in place of a document. A PDF/UA page
 * in French, dated and named. `null` when the piece has files, or says nothing.
 * @param files of the piece, received or ready
 */
export async function printStatement(
  house: Pick<House, 'engine' | 'settings'>,
  person: PersonRow,
  piece: PieceRow,
  files: number,
): Promise<Uint8Array | null> {
  const kind = printedKind({ situation: piece.situation, statementAt: piece.statementAt, text: piece.text, files });
  if (kind === null) return null;
  const savedOn = parseCivilDate(piece.savedOn) ?? parisDate(piece.createdAt);
  const printed = await house.engine.bind({
    template: 'statement',
    data: statementOf({
      kind,
      serviceName: house.settings.serviceName,
      name: displayName(person) || (person.legalName ?? ''),
      category: piece.category,
      situation: piece.situation,
      text: piece.text,
      madeOn: kind === 'statement' && piece.statementAt ? parisDate(piece.statementAt) : savedOn,
    }),
    images: new Map(),
    qr: '',
    sign: false,
    createdAt: piece.statementAt ?? piece.createdAt,
  });
  if (!printed.ok) throw new Error('a statement could not be printed');
  return printed.value;
}
