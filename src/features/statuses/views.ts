import type { PersonView, PieceView, TenantView } from '#domain/pieces/piece-view.ts';
import type { DossierRows, PersonRow } from '#store/dossiers.repository.ts';

/** Machine checks by piece id, of the present revision. */
export type ChecksByPiece = ReadonlyMap<string, { criticalApplied: number; criticalPassed: number }>;

const ROLE_OF_GUARANTOR = { natural: 'N', company: 'C', organism: 'O' } as const;

/** The catalogue's letter for a person. */
export function roleOf(person: Pick<PersonRow, 'role' | 'guarantorKind'>): PersonView['role'] {
  return person.role === 'tenant' || !person.guarantorKind ? 'T' : ROLE_OF_GUARANTOR[person.guarantorKind];
}

const identified = (person: PersonRow) => {
  const reachable = person.role === 'tenant' || person.hasNoEmail || person.contactEmail !== null;
  switch (roleOf(person)) {
    case 'C':
      return !!person.legalName && !!person.representativeName;
    case 'O':
      return true;
    default:
      return person.birthName !== '' && (person.singleName || person.firstNames !== '') && reachable;
  }
};

/** Loaded rows as the rules' plain views: tenants in order, each with their guarantors. */
export function tenantViews(rows: DossierRows, checks: ChecksByPiece): readonly TenantView[] {
  const decisionOf = new Map(rows.decisions.map((decision) => [decision.pieceId, decision]));
  const pieceViews = (personId: string): PieceView[] =>
    rows.pieces
      .filter((piece) => piece.personId === personId)
      .map((piece) => {
        const decision = decisionOf.get(piece.id);
        return {
          id: piece.id,
          category: piece.category,
          situation: piece.situation,
          amount: piece.amount,
          text: piece.text,
          cannotProvide: piece.cannotProvide,
          stated: piece.statementAt !== null,
          files: rows.files.filter((file) => file.pieceId === piece.id).map((file) => ({ pages: file.pages, bytes: file.size })),
          decision: decision && decision.rev === piece.rev ? { outcome: decision.outcome, kind: decision.kind } : null,
          checks: checks.get(piece.id) ?? null,
        };
      });
  const view = (person: PersonRow, guarantors: number): PersonView => ({
    id: person.id,
    role: roleOf(person),
    identified: identified(person),
    taxSkipped: person.taxSkipped,
    guarantorsAnswered: person.role === 'guarantor' || person.noGuarantor || guarantors > 0,
    submitted: person.submittedAt !== null,
    archived: person.archivedAt !== null,
    pieces: pieceViews(person.id),
  });
  return rows.persons
    .filter((person) => person.role === 'tenant')
    .map((tenant) => {
      const guarantors = rows.persons.filter((person) => person.supportsPersonId === tenant.id);
      return { person: view(tenant, guarantors.length), guarantors: guarantors.map((guarantor) => view(guarantor, 0)) };
    });
}
