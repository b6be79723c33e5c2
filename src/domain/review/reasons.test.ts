import { describe, expect, it, test } from 'vitest';
import type { CivilDate } from '#kernel/civil-date.ts';
import { situationOf, SITUATIONS } from '../catalogue/situations.ts';
import { parseReasonParams, proposedParams } from './reason-params.ts';
import { reasonOf, REASONS, reasonsFor, refusalLack } from './reasons.ts';

const keysFor = (key: string, role: 'T' | 'N' | 'C' | 'O' = 'T', failed: string[] = []) =>
  reasonsFor(situationOf(key)!, role, new Set(failed)).map((row) => row.key);
const inRoles = SITUATIONS.flatMap((row) => row.who.map((role) => [row.key, role] as const));

describe('the catalogue of reasons', () => {
  it('gives each meaning its own number', () => {
    expect(new Set(REASONS.map((row) => row.number)).size).toBe(REASONS.length);
  });

  test.each(inRoles)('%s of %s can be refused for two reasons besides a free one', (key, role) => {
    const blocking = reasonsFor(situationOf(key)!, role).filter((row) => row.severity === 'blocking' && row.key !== 'other');
    expect(blocking.length).toBeGreaterThanOrEqual(2);
  });

  test.each(inRoles)('%s of %s can be turned into another situation', (key, role) => {
    expect(keysFor(key, role)).toContain('change_situation');
  });

  test.each([
    ['identity.driving_licence', ['id_expired']],
    ['identity.france_identite', ['france_identite_unusable']],
    ['home.employer', ['unsigned']],
    ['home.organism', ['too_old', 'unsigned']],
    ['home.short_term', ['too_old', 'invoice_unpaid']],
    ['home.precarious', ['declaration_contradicted']],
    ['home.other', ['too_old', 'explanation_insufficient', 'unsigned']],
    ['activity.intermittent', ['too_old']],
    ['activity.artist', ['too_old']],
    ['activity.stay_at_home_parent', ['too_old']],
    ['activity.none', ['unsigned', 'declaration_contradicted']],
    ['activity.permanent', ['activity_ended', 'unsigned', 'too_old']],
    ['income.salary.over_3_months', ['months_missing', 'months_too_old', 'amount_mismatch', 'starter_use_contract_page']],
    ['income.none', ['declaration_contradicted', 'kind_not_accepted']],
    ['tax.parents', ['declaration_contradicted']],
    ['tax.french_notice', ['asdir_not_accepted', 'wrong_tax_year', 'local_tax_not_accepted']],
  ])('%s has its own: %j', (key, expected) => expect(keysFor(key)).toEqual(expect.arrayContaining(expected)));

  it('holds a guarantee that ended, and one only asked for', () => {
    expect(keysFor('guarantee.visale', 'O')).toEqual(
      expect.arrayContaining(['guarantee_expired', 'guarantee_certificate_awaited']),
    );
    expect(keysFor('guarantee.visale', 'O')).not.toContain('other_person_papers');
  });

  it('offers what failed first, then the nearest, and the free one last', () => {
    const keys = keysFor('income.salary.over_3_months', 'T', ['payslip.name']);
    expect(keys[0]).toBe('name_mismatch');
    expect(keys.indexOf('months_missing')).toBeLessThan(keys.indexOf('amount_mismatch'));
    expect(keys.indexOf('amount_mismatch')).toBeLessThan(keys.indexOf('unreadable'));
    expect(keys.at(-1)).toBe('other');
  });
});

describe('a refusal', () => {
  test.each([
    [['unreadable'], null, null],
    [['extra_paper'], null, 'no_blocking_reason'],
    [[], 'texte', 'no_blocking_reason'],
    [['other'], '  ', 'text'],
    [['other'], 'la page 2 est d’une autre société', null],
    [['unreadable', 'made_up'], null, 'unknown'],
  ])('%j with text %j: %s', (keys, comment, lack) => expect(refusalLack(keys, comment)).toBe(lack));

  it('takes parameters of the right kind only', () => {
    const reason = reasonOf('too_old')!;
    expect(parseReasonParams(reason, { count: 3, from: '2026-08-24', more: '<b>' })).toEqual({ count: 3, from: '2026-08-24' });
    expect(parseReasonParams(reason, { count: 3, from: '2026-02-30' })).toBeNull();
    expect(parseReasonParams(reason, null)).toBeNull();
    expect(parseReasonParams(reasonOf('change_situation')!, { situation: 'tax.everything' })).toBeNull();
  });

  it('proposes papers, months, years and dates from the day the piece was saved', () => {
    const saved = '2026-11-20' as CivilDate;
    const propose = (reason: string, key: string) => proposedParams(reasonOf(reason)!, situationOf(key)!, 'T', saved);
    expect(propose('too_old', 'home.guest.certificate')).toEqual({ count: 3, from: '2026-08-20' });
    expect(propose('too_old', 'income.pension.statement')).toEqual({ count: 24, from: '2024-11-20' });
    expect(propose('months_missing', 'home.tenant.receipts')).toEqual({ months: ['2026-07', '2026-08', '2026-09'] });
    expect(propose('wrong_tax_year', 'tax.french_notice')).toEqual({ years: [2025, 2024] });
    expect(propose('expected_paper', 'home.guest.certificate')).toEqual({ papers: ['host_certificate'] });
    expect(propose('id_expired', 'identity.passport')).toEqual({});
  });
});
