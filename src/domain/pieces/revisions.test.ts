import { describe, expect, it } from 'vitest';
import type { Category } from '../catalogue/situation.ts';
import { coherenceRevisions, identityRevisions, type RevisablePiece } from './revisions.ts';
import type { Level } from './states.ts';

const piece = (situation: string, level: Level = 'checked'): RevisablePiece => ({
  id: situation,
  category: situation.slice(0, situation.indexOf('.')) as Category,
  situation,
  status: level === 'declared' ? 'to_correct' : 'accepted',
  level,
});
const pieces = [
  piece('identity.id_card'),
  piece('home.guest.certificate'),
  piece('activity.permanent'),
  piece('income.salary.over_3_months', 'sealed'),
  piece('income.scholarship'),
  piece('tax.french_notice'),
];
const salary = { id: 'income.salary.not_yet', category: 'income' as const };
const content = { situation: 'income.salary.not_yet', amount: 1800, text: null };

describe('a change of one piece', () => {
  it('of amount reopens the checked activity, income and tax, not the sealed ones', () => {
    expect(coherenceRevisions(salary, content, { ...content, amount: 1900 }, pieces)).toEqual([
      'activity.permanent',
      'income.scholarship',
      'tax.french_notice',
    ]);
  });

  it('of text touches nothing else', () => {
    expect(coherenceRevisions({ id: 'tax.other', category: 'tax' }, content, { ...content, text: 'autre' }, pieces)).toEqual([]);
  });

  it('added or deleted counts as a change; of home touches nothing else', () => {
    expect(coherenceRevisions(salary, null, content, pieces)).toHaveLength(3);
    expect(coherenceRevisions(salary, content, null, pieces)).toHaveLength(3);
    expect(coherenceRevisions({ id: 'home.owner', category: 'home' }, null, content, pieces)).toEqual([]);
  });

  it('leaves pieces to correct as they are', () => {
    expect(coherenceRevisions(salary, null, content, [piece('tax.other', 'declared')])).toEqual([]);
  });
});

describe('a change of name', () => {
  const name = (firstNames: string) => ({ firstNames, birthName: 'Pérez', usedName: null, singleName: false });
  const visale = piece('guarantee.visale');

  it('from Jose to José returns nothing to review', () => {
    expect(identityRevisions(name('Jose'), name('José'), pieces, [visale])).toEqual([]);
  });

  it('to Pedro returns the pieces whose papers bear the name, and the guarantee that names the tenant', () => {
    expect(identityRevisions(name('Jose'), name('Pedro'), pieces, [visale])).toEqual([
      'identity.id_card',
      'income.salary.over_3_months',
      'income.scholarship',
      'tax.french_notice',
      'guarantee.visale',
    ]);
  });
});
