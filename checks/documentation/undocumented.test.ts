import { describe, expect, it } from 'vitest';
import { undocumented } from './undocumented.ts';

describe('functions without a doc comment', () => {
  it.each([
    ['export function a() {}', ['a']],
    ['// a plain comment\nexport async function a() {}', ['a']],
    ['export const a = () => 1;', ['a']],
    ['export const a = function () {};', ['a']],
    ['/** Says. */\nexport function a() {}', []],
    ['/** Says. */\nexport const a = () => 1;', []],
    ['function a() {}\nexport const b = 1;\nexport interface C { d(): void }', []],
    ['/** Says. */\nexport function a(): void;\nexport function a(b?: number) {}', []],
    ['/** Of another. */\nconst b = 1;\nexport function a() {}', ['a']],
  ])('of %j are %j', (text, names) => {
    expect(undocumented('a.ts', text)).toEqual(names);
  });

  it('are found in files of pages', () => {
    expect(undocumented('a.tsx', 'export function Page() { return <p>a</p>; }')).toEqual(['Page']);
  });
});
