import { describe, expect, test } from 'vitest';
import { RULES } from '#domain/findings/findings.ts';
import { LOCALES } from './locales.ts';
import { sayFinding } from './say-finding.ts';

describe('findings in words', () => {
  test('every rule has a label in every language', () => {
    for (const locale of LOCALES) for (const rule of RULES) expect(sayFinding(locale, { rule, params: {} }).label).not.toBe('');
  });

  test('a person is told which months are missing', () => {
    const said = sayFinding('fr', { rule: 'payslip.months', params: { missing: ['2026-09', '2026-10'] } });
    expect(said.todo).toBe('Ajoutez\u00a0: septembre 2026 et octobre 2026.');
  });

  test('amounts are written as the language writes them, and each name once', () => {
    const differs = { rule: 'seal.matches_print', params: { seen: 'EUR 41551.00', expected: 'EUR 21551' } } as const;
    expect(sayFinding('fr', differs).seen).toMatch(/41\s551\s€.*21\s551\s€/);
    expect(sayFinding('en', differs).seen).toMatch(/€41,551.*€21,551/);
    const slips = { rule: 'payslip.name', params: { seen: ['Zoé PETIT', 'Zoé PETIT'], expected: 'Luc PETIT' } } as const;
    expect(sayFinding('fr', slips).seen).toBe(
      'Une fiche de paie porte un autre nom\u00a0: Zoé PETIT. Nous attendions Luc PETIT.',
    );
  });

  test('papers are named as the catalogue names them', () => {
    expect(sayFinding('fr', { rule: 'file.kind', params: { papers: ['passport'] } }).todo).toBe('Envoyez\u00a0: passeport.');
  });
});
