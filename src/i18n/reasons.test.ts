import { describe, expect, it, test } from 'vitest';
import type { CivilDate } from '#kernel/civil-date.ts';
import { PAPER_NAMES } from '#domain/catalogue/situation.ts';
import { SITUATIONS, situationOf } from '#domain/catalogue/situations.ts';
import { CONDITIONS, LAW_ITEMS } from '#domain/law/items.ts';
import { parseReasonParams, proposedParams, SIGNERS, type ReasonParams } from '#domain/review/reason-params.ts';
import { reasonOf, REASONS, type ParamKind } from '#domain/review/reasons.ts';
import { LOCALES } from './locales.ts';
import { sayReason } from './say-reason.ts';
import { isWordKey, translator } from './translate.ts';

const SAMPLE: Readonly<Record<ParamKind, ReasonParams[string]>> = {
  papers: ['payslips', 'tax_notice'],
  months: ['2026-08', '2026-09'],
  date: '2026-11-23',
  count: 3,
  euros: 1995,
  year: 2022,
  years: [2024, 2025],
  school_years: ['2026-2027'],
  signer: 'host',
  situation: 'tax.parents',
  guarantor_kind: 'organism',
  forbidden: 'bank_statement',
};

describe.each(LOCALES)('in %s', (locale) => {
  test.each(REASONS.map((row) => row.key))('%s can be said in both voices, with nothing left to fill in', (key) => {
    const kinds: Readonly<Record<string, ParamKind>> = reasonOf(key)!.params;
    const params = Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, SAMPLE[kind]]));
    expect(parseReasonParams(reasonOf(key)!, params)).toEqual(params);
    for (const voice of ['you', 'them'] as const) {
      const said = sayReason(locale, { key, params }, voice, 'Zoé Martin');
      for (const text of [said.wrong, said.todo]) {
        expect(text).not.toMatch(/[{}]|undefined|NaN|fraud|faux|falsifi|تزوير/i);
        expect(text.length).toBeGreaterThan(5);
      }
    }
    expect(translator(locale)(`reason.${key}.title`).length).toBeGreaterThan(3);
  });

  test('every paper, demand, condition and signer has words', () => {
    const keys = [
      ...PAPER_NAMES.map((name) => `paper.${name}`),
      ...LAW_ITEMS.map((item) => `law.item.${item.key}`),
      ...CONDITIONS.map((condition) => `law.if.${condition}`),
      ...SIGNERS.map((signer) => `signer.${signer}`),
    ];
    expect(keys.filter((key) => !isWordKey(key))).toEqual([]);
  });
});

describe('a refusal', () => {
  it('reads in the language of the reader, with months computed from the day the piece was saved', () => {
    const row = situationOf('income.salary.over_3_months')!;
    const reason = reasonOf('months_missing')!;
    const params = proposedParams(reason, row, 'T', '2026-11-20' as CivilDate) as ReasonParams;
    expect(sayReason('fr', { key: 'months_missing', params }, 'you', '').todo).toBe(
      'Ajoutez les documents de ces mois\u00a0: août 2026, septembre 2026 et octobre 2026.',
    );
    expect(sayReason('en', { key: 'months_missing', params }, 'you', '').todo).toContain('August 2026');
  });

  it('says “your” to the guarantor and the name to the tenant who fills for them', () => {
    const reason = { key: 'id_expired', params: { date: '2026-01-05' } } as const;
    expect(sayReason('fr', reason, 'you', 'Zoé Martin').wrong).toBe('Votre document d’identité a expiré le 5 janvier 2026.');
    expect(sayReason('fr', reason, 'them', 'Zoé Martin').wrong).toBe(
      'Le document d’identité de Zoé Martin a expiré le 5 janvier 2026.',
    );
  });

  it('never asks the identity or the address of the host, in any situation', () => {
    for (const row of SITUATIONS)
      for (const role of row.who) {
        const params = proposedParams(reasonOf('expected_paper')!, row, role, '2026-11-20' as CivilDate);
        if (!params['papers']) continue;
        const said = sayReason('fr', { key: 'expected_paper', params: params as ReasonParams }, 'you', '');
        expect(said.todo).not.toMatch(/hébergeur|hébergeant|identité de la personne qui héberge/);
      }
  });
});
