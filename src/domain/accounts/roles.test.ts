import { expect, test } from 'vitest';
import { isAgent, roleFault, type RoleGift } from './roles.ts';

const gift = (change: Partial<RoleGift>) => roleFault({ role: 'fraud_referent', held: [], giver: null, own: false, ...change });

test.each<[string, Partial<RoleGift>, ReturnType<typeof roleFault>]>([
  ['the operator gives any role from the command line', {}, null],
  ['an administrator makes a fraud referent', { giver: ['admin'] }, null],
  ['a reviewer may become a fraud referent too', { giver: ['admin'], held: ['reviewer'] }, null],
  ['a reviewer makes nobody an agent', { giver: ['reviewer'] }, 'role.not_theirs_to_give'],
  ['a fraud referent makes no other', { giver: ['fraud_referent'] }, 'role.not_theirs_to_give'],
  ['an administrator makes no reviewer', { giver: ['admin'], role: 'reviewer' }, 'role.not_theirs_to_give'],
  ['nobody changes their own roles', { giver: ['admin'], own: true }, 'role.own'],
  ['who administers opens no documents', { held: ['admin'] }, 'role.opens_pieces_for_admin'],
  ['who opens documents does not administer', { held: ['reviewer'], role: 'admin' }, 'role.opens_pieces_for_admin'],
])('%s', (_, change, fault) => {
  expect(gift(change)).toBe(fault);
});

test('a fraud referent is an agent, a tenant is not', () => {
  expect(isAgent(['fraud_referent'])).toBe(true);
  expect(isAgent(['tenant', 'landlord'])).toBe(false);
});
