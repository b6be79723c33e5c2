import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dossierStatus, PERSON_STATUSES, pieceLevel, pieceStatus, tenantStatus, type PersonStatus } from './states.ts';
import type { PersonView, PieceView } from './piece-view.ts';

const accepted = { outcome: 'accept', kind: 'human' } as const;
const sealed = { outcome: 'accept', kind: 'seal' } as const;
const refused = { outcome: 'refuse', kind: 'human' } as const;

const passport = (more: Partial<PieceView> = {}): PieceView => ({
  id: 'identity',
  category: 'identity',
  situation: 'identity.passport',
  amount: null,
  text: null,
  cannotProvide: false,
  stated: false,
  files: [{ pages: 1, bytes: 1 }],
  decision: null,
  checks: null,
  ...more,
});

describe('a piece', () => {
  const checks = (criticalApplied: number, criticalPassed: number) => ({ criticalApplied, criticalPassed });

  test.each<[string, Partial<PieceView>, string, string | null]>([
    ['without proof', { files: [] }, 'started', null],
    ['without proof though once accepted', { files: [], decision: accepted }, 'started', null],
    ['nobody looked at', {}, 'to_review', 'declared'],
    ['whose checks all passed', { checks: checks(2, 2) }, 'to_review', 'consistent'],
    ['to which no critical check applied', { checks: checks(0, 0) }, 'to_review', 'declared'],
    ['with one check failed or in doubt', { checks: checks(2, 1) }, 'to_review', 'declared'],
    ['with all checks failed', { checks: checks(2, 0) }, 'to_review', 'declared'],
    ['accepted by an agent', { decision: accepted }, 'accepted', 'checked'],
    ['accepted on its seal', { decision: sealed }, 'accepted', 'sealed'],
    ['refused, though its checks passed', { decision: refused, checks: checks(2, 2) }, 'to_correct', 'declared'],
  ])('%s', (_, more, status, level) => {
    expect(pieceStatus(passport(more), 'T')).toBe(status);
    expect(pieceLevel(passport(more), 'T')).toBe(level);
  });

  it('is never to correct by machines alone', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), (applied, passed) => {
        const view = passport({ checks: checks(applied, Math.min(applied, passed)) });
        expect(pieceStatus(view, 'T')).toBe('to_review');
      }),
    );
  });
});

describe('a tenant', () => {
  const keys = ['home.tenant.receipts', 'activity.permanent', 'income.salary.over_3_months', 'tax.french_notice'];
  const pieces = (decision: PieceView['decision']): PieceView[] => [
    passport({ decision }),
    ...keys.map((situation) =>
      passport({
        id: situation,
        category: situation.slice(0, situation.indexOf('.')) as PieceView['category'],
        situation,
        amount: situation.startsWith('income') ? 1500 : null,
        decision,
      }),
    ),
  ];
  const person = (view: Partial<PersonView>): PersonView => ({
    id: 'p',
    role: 'T',
    identified: true,
    taxSkipped: false,
    guarantorsAnswered: true,
    submitted: false,
    archived: false,
    pieces: pieces(accepted),
    ...view,
  });
  const status = (view: Partial<PersonView>, signed = true, guarantors: PersonView[] = []) =>
    tenantStatus({ person: person(view), guarantors }, signed);

  it('goes from incomplete to complete, in review and verified', () => {
    expect(status({ pieces: [] })).toBe('incomplete');
    expect(status({ pieces: pieces(null) }, false)).toBe('complete');
    expect(status({ pieces: pieces(null) })).toBe('in_review');
    expect(status({})).toBe('verified');
  });

  it('stays merely complete while not signed, even when all is accepted', () => expect(status({}, false)).toBe('complete'));

  it('is to correct before all else, and archived before that', () => {
    const one = [passport({ decision: refused })];
    expect(status({ pieces: one })).toBe('to_correct');
    expect(status({ pieces: one, archived: true })).toBe('archived');
  });

  it('is held back by a guarantor', () => {
    const guarantor = (view: Partial<PersonView>) => [person({ id: 'g', role: 'N', ...view })];
    const asGuarantor = (decision: PieceView['decision']) =>
      pieces(decision).map((piece) =>
        piece.situation === 'home.tenant.receipts' ? { ...piece, situation: 'home.tenant.home_proof' } : piece,
      );
    expect(status({}, true, guarantor({ pieces: [] }))).toBe('incomplete');
    expect(status({}, true, guarantor({ pieces: asGuarantor(null) }))).toBe('in_review');
    expect(status({}, true, guarantor({ pieces: asGuarantor(refused) }))).toBe('to_correct');
    expect(status({}, true, guarantor({ pieces: asGuarantor(accepted) }))).toBe('verified');
  });
});

describe('a dossier', () => {
  test.each<[PersonStatus[], PersonStatus]>([
    [['verified', 'verified'], 'verified'],
    [['verified', 'in_review'], 'in_review'],
    [['complete', 'in_review'], 'complete'],
    [['complete', 'incomplete'], 'incomplete'],
    [['incomplete', 'to_correct'], 'to_correct'],
    [['archived', 'verified'], 'incomplete'],
    [['archived', 'archived'], 'archived'],
  ])('of tenants %j is %s', (statuses, status) => expect(dossierStatus(statuses)).toBe(status));

  it('without tenant is a fault', () => expect(() => dossierStatus([])).toThrow(RangeError));

  it('does not depend on the order of tenants', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PERSON_STATUSES), { minLength: 1, maxLength: 6 }), (statuses) => {
        expect(dossierStatus([...statuses].reverse())).toBe(dossierStatus(statuses));
      }),
    );
  });
});
