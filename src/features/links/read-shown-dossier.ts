import type { Id } from '#kernel/ids.ts';
import { printedKind } from '#domain/catalogue/statements.ts';
import { CATEGORIES } from '#domain/catalogue/situation.ts';
import type { Level } from '#domain/pieces/states.ts';
import { displayName, maskedName } from '#domain/people/names.ts';
import type { House } from '#features/house.ts';
import { readSealIssuers } from '#features/pieces/api.ts';
import { certifiedPeople } from '#store/certified.repository.ts';
import { loadDossier, type PieceRow } from '#store/dossiers.repository.ts';
import { tenantsInLink } from './tenants-in-link.ts';

/** A piece as landlords see it. `withheld`: being corrected or not complete, nothing of it is shown. */
export interface ShownPiece {
  readonly id: Id<'piece'>;
  readonly rev: number;
  readonly category: PieceRow['category'];
  readonly situation: string;
  readonly amount: number | null;
  readonly text: string | null;
  readonly statementAt: Date | null;
  readonly level: Level | null;
  /** Who sealed it, for level `sealed`. */
  readonly sealedBy: string | null;
  readonly withheld: boolean;
  /** Files, or the one page that the service prints in their place: a statement, or what the person wrote. */
  readonly files: number;
  readonly pages: number;
}

export interface ShownPerson {
  readonly id: Id<'person'>;
  readonly role: 'tenant' | 'guarantor';
  readonly name: string;
  readonly masked: string;
  /** FranceConnect gave the name. */
  readonly certified: boolean;
  /** To the dossier's own people: given directly to the landlord, not shown to them. */
  readonly direct?: boolean;
  readonly pieces: readonly ShownPiece[];
}

/** What a link of full scope shows: facts only, no score. */
export interface ShownDossier {
  readonly id: Id<'dossier'>;
  readonly kind: 'alone' | 'couple' | 'flatshare';
  readonly verified: boolean;
  readonly status: string;
  readonly statusSince: Date;
  readonly contentRev: number;
  readonly message: string | null;
  readonly people: readonly ShownPerson[];
  /** First names of tenants whose part the link does not hold. */
  readonly absent: readonly string[];
  /** Net monthly income of the tenants; guarantors apart. Whole euros. */
  readonly income: number;
  readonly guarantorIncome: number;
  readonly checked: number;
  readonly total: number;
}

const proved = (level: Level | null) => level === 'sealed' || level === 'checked';

/**
 * Reads a dossier the way a link shows it: the tenants whose part the link holds, with their guarantors. A piece that is to be corrected
 * or unfinished is named, not shown.
 * @param linkId the link; without one, everybody is shown
 */
export async function readShownDossier(
  house: Pick<House, 'db' | 'clock'>,
  dossierId: Id<'dossier'>,
  linkId: Id<'link'> | null = null,
): Promise<ShownDossier | null> {
  const rows = await loadDossier(house.db, dossierId, house.clock.now());
  if (!rows) return null;
  const { dossier } = rows;
  const certified = await certifiedPeople(
    house.db,
    rows.persons.map(({ id }) => id),
  );
  const sealed = rows.pieces.filter((piece) => piece.level === 'sealed');
  const issuers = await readSealIssuers(house.db, sealed);
  const included = linkId ? await tenantsInLink(house, rows, linkId) : null;
  const held = rows.persons.filter((person) => !included || included.has(person.supportsPersonId ?? person.id));
  const people = held.map((person): ShownPerson => {
    const pieces = rows.pieces
      .filter((piece) => piece.personId === person.id)
      .sort((a, b) => CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) || a.position - b.position)
      .map((piece): ShownPiece => {
        const files = rows.files.filter((file) => file.pieceId === piece.id && file.state === 'ready');
        const printed = printedKind({ ...piece, files: files.length }) === null ? 0 : 1;
        const withheld = piece.status === 'started' || piece.status === 'to_correct';
        return {
          id: piece.id,
          rev: piece.rev,
          category: piece.category,
          situation: piece.situation,
          amount: piece.amount,
          text: withheld ? null : piece.text,
          statementAt: piece.statementAt,
          level: piece.level,
          sealedBy: piece.level === 'sealed' ? (issuers.get(piece.id) ?? null) : null,
          withheld,
          files: withheld ? 0 : files.length + printed,
          pages: withheld ? 0 : files.reduce((sum, file) => sum + (file.pages ?? 0), printed),
        };
      });
    return {
      id: person.id,
      role: person.role,
      name: displayName(person) || (person.legalName ?? ''),
      masked: maskedName(person),
      certified: certified.get(person.id)?.shown ?? false,
      pieces,
    };
  });
  const sum = (role: 'tenant' | 'guarantor') =>
    people
      .filter((person) => person.role === role)
      .flatMap((person) => person.pieces)
      .reduce((total, piece) => total + (piece.category === 'income' ? (piece.amount ?? 0) : 0), 0);
  const all = people.flatMap((person) => person.pieces);
  return {
    id: dossier.id,
    kind: dossier.kind,
    verified: dossier.status === 'verified',
    status: dossier.status,
    statusSince: dossier.statusSince,
    contentRev: dossier.contentRev,
    message: dossier.message,
    people,
    absent: rows.persons
      .filter((person) => person.role === 'tenant' && !held.includes(person))
      .map((person) => person.firstNames.split(' ')[0] ?? ''),
    income: sum('tenant'),
    guarantorIncome: sum('guarantor'),
    checked: all.filter((piece) => proved(piece.level)).length,
    total: all.length,
  };
}

/**
 * The same dossier as the tenant previews it: parts that others give directly to the landlord, and whom the tenant may not see, are
 * there by name and level only.
 * @param maySee persons whose answers the tenant may see
 */
export function previewOf(shown: ShownDossier, maySee: (personId: Id<'person'>) => boolean): ShownDossier {
  const people = shown.people.map((person) =>
    maySee(person.id)
      ? person
      : {
          ...person,
          direct: true,
          pieces: person.pieces.map((piece) => ({
            ...piece,
            situation: '',
            amount: null,
            text: null,
            statementAt: null,
            sealedBy: null,
            files: 0,
            pages: 0,
          })),
        },
  );
  const incomeOf = (role: 'tenant' | 'guarantor') =>
    people
      .filter((person) => person.role === role)
      .flatMap((person) => person.pieces)
      .reduce((total, piece) => total + (piece.category === 'income' ? (piece.amount ?? 0) : 0), 0);
  return { ...shown, people, income: incomeOf('tenant'), guarantorIncome: incomeOf('guarantor') };
}
