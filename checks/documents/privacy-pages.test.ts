import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROCESSINGS, TECHNICAL_TABLES } from '#domain/privacy/processings.ts';
import { retentionTable } from '#domain/retention/table.ts';
import { registerPage, retentionPage } from './privacy-pages.ts';

const schema =
  readFileSync(new URL('../../src/store/schema.ts', import.meta.url), 'utf8').split('export interface Schema {')[1] ?? '';
const tables = [...schema.matchAll(/^ {2}(\w+): \w+Table;$/gm)].map(([, name]) => name ?? '');

test('every table of the database is named by one processing, or as technical, and nothing else is', () => {
  expect(tables.length).toBeGreaterThan(40);
  const named = [...PROCESSINGS.flatMap((one) => one.tables), ...Object.keys(TECHNICAL_TABLES)];
  expect(named.sort()).toEqual(tables.sort());
});

test('every processing says when its data end', () => {
  for (const one of PROCESSINGS) expect([...one.kept, ...(one.ends ? [one.ends] : [])], one.key).not.toEqual([]);
});

test('the pages hold every line of their tables', () => {
  for (const { key } of retentionTable()) expect(retentionPage()).toContain(`\`${key}\``);
  for (const { title } of PROCESSINGS) expect(registerPage()).toContain(`## ${title}`);
});
