import { describe, expect, test } from 'vitest';
import { translator } from './translate.ts';

describe('what is filled in a sentence', () => {
  test('keeps its own direction in a sentence from right to left', () => {
    expect(translator('ar')('dossier.of', { name: 'Zoé (2)' })).toBe('ملف \u2068Zoé (2)\u2069');
    expect(translator('ar')('dossier.of', { name: 'زينب' })).toBe('ملف زينب');
  });

  test('is counted, not set apart, when it is a number', () => {
    expect(translator('ar')('dossier.file_ready', { pages: 2 })).toBe('صفحتان');
    expect(translator('ar')('dossier.file_ready', { pages: 11 })).toBe('11 صفحة');
  });

  test('is left as it is in a sentence from left to right', () => {
    expect(translator('pt')('dossier.of', { name: 'Zoé (2)' })).toBe('Dossiê de Zoé (2)');
  });
});
