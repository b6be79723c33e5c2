import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Household, HouseholdPlan } from './household.ts';
import { kindFits } from './household.ts';
import { changeKind, deleteAccount, joinElsewhere, leaveHousehold, removeTenant } from './household-changes.ts';

const tenant = (id: string, account: boolean) => ({ id, accountId: account ? `account-${id}` : null });
const guarantor = (id: string, supports: string, account: boolean) => ({ ...tenant(id, account), supports });

const couple: Household = {
  kind: 'couple',
  leadId: 'ana',
  tenants: [tenant('ana', true), tenant('bo', true)],
  guarantors: [guarantor('gus', 'bo', false)],
};
const flat: Household = {
  kind: 'flatshare',
  leadId: 'ana',
  tenants: [tenant('ana', true), tenant('bo', true), tenant('cy', true)],
  guarantors: [guarantor('gus', 'ana', false), guarantor('gia', 'ana', true)],
};
const value = <T>(result: { ok: true; value: T } | { ok: false; error: string }): T => {
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

describe('a change of household', () => {
  it('from couple to alone lets the spouse live on in a dossier of their own, with their guarantor', () => {
    expect(value(changeKind(couple, 'ana', 'alone'))).toEqual({
      kind: 'alone',
      leadId: 'ana',
      stays: ['ana'],
      departures: [{ personId: 'bo', guarantorIds: ['gus'], to: 'own_dossier' }],
    });
  });

  it('sets a spouse without account aside, to be taken back', () => {
    const household = { ...couple, tenants: [tenant('ana', true), tenant('bo', false)] };
    expect(value(changeKind(household, 'ana', 'alone')).departures[0]?.to).toBe('set_aside');
  });

  it('moves nobody between couple and flatshare, and never makes a couple of three', () => {
    expect(value(changeKind(couple, 'ana', 'flatshare'))).toMatchObject({ kind: 'flatshare', departures: [] });
    expect(changeKind(flat, 'ana', 'couple')).toEqual({ ok: false, error: 'too_many_tenants' });
  });

  it('is the lead’s alone, but anyone may leave', () => {
    expect(changeKind(flat, 'bo', 'alone')).toEqual({ ok: false, error: 'not_lead' });
    expect(removeTenant(flat, 'bo', 'cy')).toEqual({ ok: false, error: 'not_lead' });
    expect(removeTenant(flat, 'ana', 'ana')).toEqual({ ok: false, error: 'is_lead' });
    expect(value(leaveHousehold(flat, 'bo'))).toMatchObject({ kind: 'flatshare', leadId: 'ana' });
    expect(leaveHousehold({ ...flat, tenants: [tenant('ana', true)] }, 'ana')).toEqual({ ok: false, error: 'alone' });
  });

  it('keeps the kind while two are left, and makes the last one alone', () => {
    expect(value(leaveHousehold(flat, 'ana'))).toMatchObject({ kind: 'flatshare', leadId: 'bo' });
    expect(value(leaveHousehold(couple, 'ana'))).toMatchObject({ kind: 'alone', leadId: 'bo' });
  });
});

describe('the deletion of an account', () => {
  it('of the lead of a flatshare of three leaves two accounts, one of which leads', () => {
    expect(value(deleteAccount(flat, 'account-ana'))).toEqual({
      kind: 'flatshare',
      leadId: 'bo',
      stays: ['bo', 'cy'],
      departures: [
        { personId: 'ana', guarantorIds: ['gus'], to: 'erased' },
        { personId: 'gia', guarantorIds: [], to: 'own_dossier' },
      ],
    });
  });

  it('of a guarantor takes only that guarantor out', () => {
    expect(value(deleteAccount(flat, 'account-gia'))).toMatchObject({
      leadId: 'ana',
      departures: [{ personId: 'gia', guarantorIds: [], to: 'erased' }],
    });
  });

  it('of somebody who filled for another sets that person aside, to take the dossier over', () => {
    const child = { id: 'kim', accountId: null, declarantId: 'account-mum' };
    const household: Household = { kind: 'alone', leadId: 'kim', tenants: [child], guarantors: [] };
    expect(value(deleteAccount(household, 'account-mum')).departures).toEqual([
      { personId: 'kim', guarantorIds: [], to: 'set_aside' },
    ]);
    expect(deleteAccount(household, 'account-other')).toEqual({ ok: false, error: 'not_here' });
  });

  it('of the only account of a dossier sets the others aside and closes it', () => {
    const household = { ...couple, tenants: [tenant('ana', true), tenant('bo', false)] };
    const plan = value(deleteAccount(household, 'account-ana'));
    expect([plan.leadId, plan.stays]).toEqual([null, []]);
    expect(plan.departures.map(({ personId, to }) => [personId, to])).toEqual([
      ['ana', 'erased'],
      ['bo', 'set_aside'],
    ]);
  });
});

it('a person who joins another dossier empties and closes their own', () => {
  const alone: Household = {
    kind: 'alone',
    leadId: 'ana',
    tenants: [tenant('ana', true)],
    guarantors: [guarantor('gus', 'ana', false)],
  };
  expect(value(joinElsewhere(alone, 'ana'))).toEqual({
    kind: 'alone',
    leadId: null,
    stays: [],
    departures: [{ personId: 'ana', guarantorIds: ['gus'], to: 'other_dossier' }],
  });
});

const households: fc.Arbitrary<Household> = fc
  .record({
    accounts: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
    guarantors: fc.array(fc.record({ of: fc.nat(4), account: fc.boolean() }), { maxLength: 6 }),
    couple: fc.boolean(),
  })
  .map(({ accounts, guarantors, couple: pair }) => {
    const tenants = accounts.map((account, index) => tenant(`t${index}`, account || index === 0));
    return {
      kind: tenants.length === 1 ? 'alone' : tenants.length === 2 && pair ? 'couple' : 'flatshare',
      leadId: 't0',
      tenants,
      guarantors: guarantors.map((one, index) => guarantor(`g${index}`, `t${one.of % tenants.length}`, one.account)),
    } satisfies Household;
  });

describe('whatever the change', () => {
  const plans = (household: Household): { plan: HouseholdPlan; deleted: string | null }[] => [
    ...(['alone', 'couple', 'flatshare'] as const).flatMap((kind) => {
      const result = changeKind(household, household.leadId, kind);
      return result.ok && kind === 'alone' ? [{ plan: result.value, deleted: null }] : [];
    }),
    ...household.tenants.flatMap(({ id, accountId }) => [
      ...[leaveHousehold(household, id), removeTenant(household, household.leadId, id), joinElsewhere(household, id)].flatMap(
        (result) => (result.ok ? [{ plan: result.value, deleted: null }] : []),
      ),
      ...(accountId ? [{ plan: value(deleteAccount(household, accountId)), deleted: accountId }] : []),
    ]),
    ...household.guarantors.flatMap(({ accountId }) =>
      accountId ? [{ plan: value(deleteAccount(household, accountId)), deleted: accountId }] : [],
    ),
  ];
  const all = (check: (household: Household, plan: HouseholdPlan, deleted: string | null) => void) =>
    fc.assert(
      fc.property(households, (household) => plans(household).forEach(({ plan, deleted }) => check(household, plan, deleted))),
    );

  it('everyone is somewhere, once', () => {
    all((household, plan) => {
      const placed = [...plan.stays, ...plan.departures.flatMap((one) => [one.personId, ...one.guarantorIds])].sort();
      expect(placed).toEqual([...household.tenants, ...household.guarantors].map((one) => one.id).sort());
    });
  });

  it('nobody’s act erases a person with another account', () => {
    all((household, plan, deleted) => {
      const accountOf = new Map([...household.tenants, ...household.guarantors].map((one) => [one.id, one.accountId]));
      for (const { personId, guarantorIds, to } of plan.departures)
        if (to === 'erased' || to === 'set_aside')
          for (const id of [personId, ...guarantorIds]) expect([null, deleted]).toContain(accountOf.get(id));
    });
  });

  it('a dossier that lives on has a lead among its tenants and a kind that fits', () => {
    all((household, plan) => {
      const tenants = household.tenants.filter((one) => plan.stays.includes(one.id));
      expect(plan.leadId === null).toBe(tenants.length === 0);
      if (plan.leadId === null) return;
      expect(tenants.map((one) => one.id)).toContain(plan.leadId);
      expect(kindFits(plan.kind, tenants.length)).toBe(true);
    });
  });

  it('guarantors never stay without the tenant they support', () => {
    all((household, plan) => {
      for (const { id, supports } of household.guarantors) if (plan.stays.includes(id)) expect(plan.stays).toContain(supports);
    });
  });
});
