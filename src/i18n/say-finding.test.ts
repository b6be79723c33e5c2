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
    expect(said.todo).toBe('Ajoutez : septembre 2026 et octobre 2026.');
  });

  test('papers are named as the catalogue names them', () => {
    expect(sayFinding('fr', { rule: 'file.kind', params: { papers: ['passport'] } }).todo).toBe('Envoyez : passeport.');
  });
});
