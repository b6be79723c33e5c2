import { describe, expect, it } from 'vitest';
import type { Category } from '../catalogue/situation.ts';
import { coherenceRevisions, identityRevisions, touchesOthers, type RevisablePiece } from './revisions.ts';
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
const content = { situation: 'income.salary.not_yet', amount: 1800 };

describe('a change of one piece', () => {
  it('of activity, income or tax touches others when situation or amount changed, or it was added or deleted', () => {
    expect(touchesOthers('income', content, { ...content, amount: 1900 })).toBe(true);
    expect(touchesOthers('tax', content, { ...content, situation: 'tax.parents' })).toBe(true);
    expect([touchesOthers('activity', null, content), touchesOthers('activity', content, null)]).toEqual([true, true]);
  });

  it('of text alone touches nothing else, nor does a change of home', () => {
    expect(touchesOthers('tax', content, { ...content })).toBe(false);
    expect(touchesOthers('home', null, content)).toBe(false);
  });

  it('reopens the checked activity, income and tax, not the sealed ones, not those to correct', () => {
    expect(coherenceRevisions('income.salary.not_yet', [...pieces, piece('tax.other', 'declared')])).toEqual([
      'activity.permanent',
      'income.scholarship',
      'tax.french_notice',
    ]);
    expect(coherenceRevisions('tax.french_notice', pieces)).not.toContain('tax.french_notice');
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
