import { expect, test } from 'vitest';
import type { FileFacts } from '#domain/findings/facts.ts';
import { readFactsReply } from './facts-reply.ts';

const structure = {
  ...{ producer: null, creator: null, createdAt: null, modifiedAt: null, imageSoftware: null },
  ...{ metadataDisagrees: false, updates: [], overlays: [], hidden: [], oddFonts: [], generated: false },
};
const facts = (value: string, changed: object = {}) => ({
  reader: 6,
  pages: [],
  papers: [
    {
      ...{ kind: 'payslip', score: 0.9, pages: [0] },
      fields: { full_name: [{ value, page: 0, box: null, source: 'text', confidence: 100 }] },
    },
  ],
  seals: [],
  structure,
  fingerprints: { text: 'A'.repeat(5000), figures: null, layout: null },
  ...changed,
});
const nameIn = (read: FileFacts | null) => read?.papers[0]?.fields.full_name?.[0]?.value;

test('an honest answer is given as it is', () => {
  const honest = facts('Łukasz 张伟 محمد 👍');
  expect(readFactsReply({ facts: honest })).toEqual(honest);
});

test('what is told of compression and origin is given too', () => {
  const told = {
    compression: [{ page: 0, twice: true, odd: [[0.1, 0.2, 0.3, 0.4]] }],
    template: { compared: 2, known: ['Un site'] },
    issuer: { name: 'Trésor imaginaire', software: ['Éditique 4'], expected: false },
  };
  const honest = facts('A', { structure: { ...structure, ...told } });
  expect(readFactsReply({ facts: honest })).toEqual(honest);
});

test('texts keep nothing that cannot be written, and no value is longer than a value', () => {
  expect(nameIn(readFactsReply({ facts: facts('A\u0000B\ud83dC\udc4dD\n') }))).toBe('A B C D ');
  expect(nameIn(readFactsReply({ facts: facts('A'.repeat(1_000_000)) }))).toHaveLength(300);
});

test('of a field that is said without end, the first values are looked at', () => {
  const { papers, ...rest } = facts('A');
  const [paper] = papers;
  const many = Array.from({ length: 5000 }, () => paper!.fields.full_name[0]);
  const read = readFactsReply({ facts: { ...rest, papers: [{ ...paper, fields: { full_name: many } }] } });
  expect(read?.papers[0]?.fields.full_name).toHaveLength(20);
});

test.each([
  ['a kind of paper that there is not', { papers: [{ kind: 'money', score: 1, pages: [], fields: {} }] }],
  ['a field that there is not', { papers: [{ kind: 'payslip', score: 1, pages: [], fields: { money: [] } }] }],
  ['a verdict that there is not', { seals: [{ verdict: 'good' }] }],
  ['a page that is none', { pages: [{ page: -1 }] }],
  ['no structure', { structure: null }],
  ['zones that are none', { structure: { ...structure, compression: [{ page: 0, twice: true, odd: [[0.1]] }] } }],
  ['makers that are none', { structure: { ...structure, template: { compared: 1, known: 'all' } } }],
  ['data without end', { structure: { ...structure, issuer: JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as object } }],
])('%s is no answer', (_name, changed) => {
  expect(readFactsReply({ facts: facts('A', changed) })).toBeNull();
});
