import { describe, expect, it } from 'vitest';
import { includedTenants, type LinkedTenant } from './included.ts';

const tenant = (personId: string, more: Partial<LinkedTenant> = {}): LinkedTenant => ({
  personId,
  ownAccount: true,
  ofMaker: false,
  signed: false,
  sendingAllowed: false,
  ...more,
});
const held = (...args: Parameters<typeof includedTenants>) => [...includedTenants(...args)];
const ana = tenant('ana', { ofMaker: true });

describe('a link of a flatshare', () => {
  it('holds who made it, and only those who allowed the sending', () => {
    const tenants = [ana, tenant('bo', { sendingAllowed: true }), tenant('cy', { signed: true })];
    expect(held('flatshare', tenants)).toEqual(['ana', 'bo']);
  });
});

describe('a link of a couple', () => {
  it('holds both when the other has signed, or has no account', () => {
    expect(held('couple', [ana, tenant('bo', { signed: true })])).toEqual(['ana', 'bo']);
    expect(held('couple', [ana, tenant('bo', { ownAccount: false })])).toEqual(['ana', 'bo']);
    expect(held('couple', [ana, tenant('bo')])).toEqual(['ana']);
  });
});

it('a link of one tenant holds them, whoever made it', () => {
  expect(held('alone', [tenant('ana')])).toEqual(['ana']);
});
