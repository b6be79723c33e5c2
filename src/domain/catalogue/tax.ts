import type { Situation } from './situation.ts';

const shared = { category: 'tax', who: ['T', 'N'], amount: 'none' } as const;
const statement = { ...shared, anyOf: [], without: 'statement', limits: { files: [0, 0], pages: 0 } } as const;

/** At most one tax piece; recommended, required only without other proof of income. Decree 2015-1437, annexes I-D and II-D, line 1. */
export const tax = [
  {
    ...shared,
    key: 'tax.french_notice',
    legacy: { sub: 'MY_NAME', step: 'TAX_FRENCH_NOTICE' },
    limits: { files: [1, 5], pages: 10 },
    anyOf: [
      [
        {
          kind: 'tax_notice',
          recognisedAs: ['tax_notice'],
          min: 1,
          fresh: 'tax',
          allPages: true,
          expectedPages: 2,
          decree: { T: ['D-1'], N: ['D-1'] },
        },
      ],
    ],
  },
  {
    ...shared,
    key: 'tax.foreign_notice',
    legacy: { sub: 'MY_NAME', step: 'TAX_FOREIGN_NOTICE' },
    limits: { files: [1, 5], pages: 10 },
    anyOf: [
      [
        { kind: 'foreign_tax_notice', min: 1, fresh: 'tax', decree: { T: ['D-1'], N: ['D-1'] } },
        { kind: 'translation', min: 0, fresh: 'none', decree: { T: ['D-1'], N: ['D-1'] } },
      ],
    ],
  },
  { ...statement, key: 'tax.parents', legacy: { sub: 'MY_PARENTS', step: null } },
  { ...statement, key: 'tax.no_declaration', legacy: { sub: 'OTHER_TAX', step: 'TAX_NO_DECLARATION' } },
  { ...statement, key: 'tax.not_received', legacy: { sub: 'OTHER_TAX', step: 'TAX_NOT_RECEIVED' } },
  {
    ...shared,
    key: 'tax.other',
    legacy: { sub: 'OTHER_TAX', step: null },
    limits: { files: [0, 5], pages: 10 },
    without: 'text',
    text: { required: false, max: 1355 },
    anyOf: [[{ kind: 'other_tax_paper', min: 1, fresh: 'none', decree: { T: ['volunteered'], N: ['volunteered'] } }]],
  },
] as const satisfies readonly Situation[];
