import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSmall, protectCells, toTen, type Cell, type Sum } from './secrecy.ts';

const cell = (key: string, size: number): Cell => ({ key, size, small: isSmall(size) });

describe('small cells', () => {
  test.each([
    [0, false],
    [1, true],
    [10, true],
    [11, false],
  ])('%i is small: %s', (count, small) => expect(isSmall(count)).toBe(small));

  test('a count is rounded to the nearest ten', () => expect([11, 14, 15, 104].map(toTen)).toEqual([10, 10, 20, 100]));

  test('a département of 7 hides the next smallest one', () => {
    const cells = [cell('69', 40), cell('75', 100), cell('48', 7), cell('15', 0), cell('all', 147)];
    const secret = protectCells(cells, [{ parts: ['69', '75', '48', '15'], total: 'all' }]);
    expect([...secret].sort()).toEqual(['48', '69']);
  });

  test('two small cells whose sum is small hide a third', () => {
    const cells = [cell('a', 2), cell('b', 3), cell('c', 50), cell('d', 90), cell('all', 145)];
    expect([...protectCells(cells, [{ parts: ['a', 'b', 'c', 'd'], total: 'all' }])].sort()).toEqual(['a', 'b', 'c']);
  });

  test('when nobody is left to hide behind, the total is hidden', () => {
    const secret = protectCells([cell('a', 7), cell('b', 0), cell('all', 7)], [{ parts: ['a', 'b'], total: 'all' }]);
    expect([...secret].sort()).toEqual(['a', 'all']);
  });

  test('a total that is secret for another reason is not told by its parts', () => {
    const cells: Cell[] = [cell('a', 20), cell('b', 30), { key: 'all', size: 50, small: true }];
    expect(protectCells(cells, [{ parts: ['a', 'b'], total: 'all' }]).has('a')).toBe(true);
  });

  test('a neighbour that was published before hides nothing: the total is hidden instead', () => {
    const cells: Cell[] = [{ ...cell('jan', 7) }, { ...cell('dec', 30), before: 'open' }, cell('all', 37)];
    expect([...protectCells(cells, [{ parts: ['jan', 'dec'], total: 'all' }])].sort()).toEqual(['all', 'jan']);
  });

  test('a neighbour that was hidden before stays hidden, whatever would do today', () => {
    const cells: Cell[] = [cell('a', 20), { ...cell('b', 30), before: 'secret' }, cell('c', 40), cell('all', 90)];
    expect([...protectCells(cells, [{ parts: ['a', 'b', 'c'], total: 'all' }])].sort()).toEqual(['a', 'b']);
  });

  test('two cells whose sizes are large hide a third when few of them answer the definition', () => {
    const cells: Cell[] = [
      { ...cell('a', 20), within: 3, small: true },
      { ...cell('b', 30), within: 4, small: true },
      { ...cell('c', 40), within: 35 },
      { ...cell('d', 90), within: 80 },
      { ...cell('all', 180), within: 122 },
    ];
    expect([...protectCells(cells, [{ parts: ['a', 'b', 'c', 'd'], total: 'all' }])].sort()).toEqual(['a', 'b', 'c']);
  });

  test('without a small cell nothing is secret', () => {
    expect(protectCells([cell('a', 20), cell('all', 20)], [{ parts: ['a'], total: 'all' }]).size).toBe(0);
  });
});

describe('an attacker who adds and subtracts all that is published', () => {
  /** Months by groups, with the totals of both: the shape of a year of a breakdown. */
  const tables = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 })).chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 11, max: 60 })), {
        minLength: columns,
        maxLength: columns,
      }),
      {
        minLength: rows,
        maxLength: rows,
      },
    ),
  );

  test('finds no small cell by any single sum', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { cells, sums } = withTotals(table);
        const secret = protectCells(cells, sums);
        const size = new Map(cells.map((one) => [one.key, one.size]));
        for (const { parts, total } of sums) {
          const unknown = [...parts, ...(total === null ? [] : [total])].filter((key) => secret.has(key));
          expect(unknown).not.toHaveLength(1);
          const hidden = parts.filter((key) => secret.has(key)).reduce((sum, key) => sum + (size.get(key) ?? 0), 0);
          if (total !== null && !secret.has(total)) expect(isSmall(hidden)).toBe(false);
        }
        for (const one of cells) if (isSmall(one.size)) expect(secret.has(one.key)).toBe(true);
      }),
      { numRuns: 500, seed: 2026 },
    );
  });

  function withTotals(table: readonly (readonly number[])[]): { cells: Cell[]; sums: Sum[] } {
    const columns = table[0]?.map((_, index) => index) ?? [];
    const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
    const cells = [
      ...table.flatMap((row, r) => row.map((size, c) => cell(`${r}.${c}`, size))),
      ...table.map((row, r) => cell(`${r}.*`, sumOf(row))),
      ...columns.map((c) => cell(`*.${c}`, sumOf(table.map((row) => row[c] ?? 0)))),
    ];
    const sums = [
      ...table.map((row, r) => ({ parts: row.map((_, c) => `${r}.${c}`), total: `${r}.*` })),
      ...columns.map((c) => ({ parts: table.map((_, r) => `${r}.${c}`), total: `*.${c}` })),
    ];
    return { cells, sums };
  }
});
