import type { Situation } from './situation.ts';

const shared = { category: 'guarantee', who: ['O'], amount: 'none', limits: { files: [1, 5], pages: 10 } } as const;

/** Certificate of a body that guarantees the tenant. */
export const guarantee = [
  {
    ...shared,
    key: 'guarantee.visale',
    legacy: { sub: 'VISALE', step: null },
    anyOf: [
      [
        {
          kind: 'visale_certificate',
          recognisedAs: ['visale_certificate'],
          min: 1,
          fresh: 'until',
          allPages: true,
          decree: { O: ['volunteered'] },
        },
      ],
    ],
  },
  {
    ...shared,
    key: 'guarantee.other',
    legacy: { sub: 'OTHER_GUARANTEE', step: null },
    anyOf: [
      [
        {
          kind: 'guarantee_certificate',
          recognisedAs: ['guarantee_certificate'],
          min: 1,
          fresh: 'until',
          decree: { O: ['volunteered'] },
        },
      ],
      [
        {
          kind: 'guarantee_certificate',
          recognisedAs: ['guarantee_certificate'],
          min: 1,
          fresh: 'age3',
          decree: { O: ['volunteered'] },
        },
      ],
    ],
  },
] as const satisfies readonly Situation[];

/** Legal existence of a company that guarantees: decree 2015-1437, annex II-A, line 4. */
export const company = [
  {
    key: 'company.registration',
    category: 'company',
    who: ['C'],
    amount: 'none',
    limits: { files: [1, 5], pages: 10 },
    legacy: { sub: 'LEGAL_PERSON', step: null },
    anyOf: [
      [{ kind: 'company_registration', recognisedAs: ['company_registration'], min: 1, fresh: 'age3', decree: { C: ['A-4'] } }],
      [{ kind: 'company_statutes', min: 1, fresh: 'none', decree: { C: ['A-4'] } }],
      [{ kind: 'company_existence', min: 1, fresh: 'none', decree: { C: ['A-4'] } }],
    ],
  },
] as const satisfies readonly Situation[];
