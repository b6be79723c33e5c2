import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { situationOf } from '#domain/catalogue/situations.ts';
import { judge } from '#domain/findings/judge.ts';
import { whyNotAutomatic } from '#domain/findings/acceptance.ts';
import type { Case, Finding } from '#domain/findings/findings.ts';
import { taxNotice } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { specimenAuthority } from '#specimens/two-d-doc.ts';
import { examineFile } from './examine.ts';

const authority = specimenAuthority();
const [camille] = SPECIMEN_PEOPLE;
let trustDirectory = '';

beforeAll(async () => {
  trustDirectory = await mkdtemp(join(tmpdir(), 'trust-'));
  await writeFile(join(trustDirectory, 'test-specimen.pub.pem'), authority.publicKey.export({ format: 'pem', type: 'spki' }));
});
afterAll(() => rm(trustDirectory, { recursive: true }));

/** Findings of a notice sent as one's tax piece. */
async function judgedCase(
  options: Parameters<typeof taxNotice>[2],
  trustTestSeals = true,
  edit: (bytes: Uint8Array) => Promise<Uint8Array> = async (bytes) => bytes,
): Promise<{ about: Case; findings: readonly Finding[] }> {
  const bytes = await edit((await taxNotice(camille, 2025, options)).bytes);
  const facts = await examineFile({ bytes, type: 'pdf', tesseract: null, trustDirectory, trustTestSeals, today: '2026-11-23' });
  const about: Case = {
    files: [{ file: 'f0', facts }],
    declared: {
      situation: situationOf('tax.french_notice')!,
      role: 'T',
      person: { firstNames: camille.firstNames, birthName: camille.lastName, usedName: null, singleName: false },
      spouse: null,
      amount: null,
    },
    others: [],
    today: '2026-11-23',
  };
  return { about, findings: judge(about) };
}

/** The notice with another income printed large, above the sealed one that stays where it is. */
async function incomeTwice(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes);
  pdf.getPage(0)?.drawText('Revenu fiscal de référence : 41 551', { x: 44, y: 420, size: 14 });
  return pdf.save();
}
const judged = async (...asked: Parameters<typeof judgedCase>) => (await judgedCase(...asked)).findings;
const outcomes = (findings: readonly Finding[]) => Object.fromEntries(findings.map(({ rule, outcome }) => [rule, outcome]));

describe('a sealed tax notice', () => {
  test('as the issuer made it, the seal is valid and says what is printed', async () => {
    expect(outcomes(await judged({ authority }))).toMatchObject({
      'seal.valid': 'passed',
      'seal.kind': 'passed',
      'seal.matches_print': 'passed',
      'tax.name': 'passed',
      'tax.year': 'passed',
      'tax.pages': 'passed',
    });
  });

  test('what is printed is also read from the pixels', async () => {
    expect(outcomes(await judged({ authority }))['pdf.pixels']).toBe('passed');
  });

  test('with another income printed, both amounts are shown', async () => {
    const findings = await judged({ authority, printedIncome: 41_551 });
    expect(findings.find(({ rule }) => rule === 'seal.matches_print')).toMatchObject({
      outcome: 'failed',
      params: { seen: 'EUR 41551.00', expected: 'EUR 21551' },
    });
  });

  test('with a signature of somebody else, the seal fails', async () => {
    expect(outcomes(await judged({ authority: null }))['seal.valid']).toBe('failed');
  });

  test('where test seals are not trusted, a test authority proves nothing', async () => {
    const seal = (await judged({ authority }, false)).find(({ rule }) => rule === 'seal.valid');
    expect(seal?.evidence[0]?.seen).toBe('test_authority');
  });

  test.each([
    ['as issued', { authority }, true, null],
    ['with a second income beside the sealed one', { authority }, true, 'differs_from_print', incomeTwice],
    ['with another income printed', { authority, printedIncome: 41_551 }, true, 'differs_from_print'],
    ['signed by somebody else', { authority: null }, true, 'seal_not_valid'],
    ['of an authority nobody trusts', { authority }, false, 'seal_not_valid'],
  ])(
    '%s: without an agent only when nothing stands against it',
    async (_name, options, trusted, why, edit?: typeof incomeTwice) => {
      const { about, findings } = await judgedCase(options, trusted, edit);
      expect(whyNotAutomatic(about, findings)).toBe(why);
    },
  );
});
