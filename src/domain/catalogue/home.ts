import type { Situation } from './situation.ts';

const limits = { files: [1, 10], pages: 20 } as const;
const TN = ['T', 'N'] as const;
const volunteered = { T: ['volunteered'], N: ['volunteered'] } as const;

/** One proof of home: decree 2015-1437, annexes I-B and II-B. The host's identity and address are never asked. */
export const home = [
  {
    key: 'home.tenant.receipts',
    category: 'home',
    who: ['T'],
    amount: 'none',
    limits,
    legacy: { sub: 'TENANT', step: 'TENANT_RECEIPT' },
    anyOf: [
      [
        {
          kind: 'rent_receipts',
          recognisedAs: ['rent_receipt'],
          min: 3,
          fresh: 'rent3',
          expectedPages: 3,
          decree: { T: ['B-1'] },
        },
      ],
    ],
  },
  {
    key: 'home.tenant.landlord_certificate',
    category: 'home',
    who: ['T'],
    amount: 'none',
    limits,
    legacy: { sub: 'TENANT', step: 'TENANT_PROOF' },
    anyOf: [
      [
        {
          kind: 'landlord_certificate',
          recognisedAs: ['landlord_certificate'],
          min: 1,
          fresh: 'age3',
          signed: true,
          decree: { T: ['B-1'] },
        },
      ],
    ],
  },
  {
    key: 'home.tenant.home_proof',
    category: 'home',
    who: ['N'],
    amount: 'none',
    limits,
    legacy: { sub: 'TENANT', step: null },
    anyOf: [
      [{ kind: 'last_rent_receipt', recognisedAs: ['rent_receipt'], min: 1, fresh: 'rent1', decree: { N: ['B-1'] } }],
      [{ kind: 'utility_bill', recognisedAs: ['utility_bill'], min: 1, fresh: 'age3', decree: { N: ['B-2'] } }],
      [{ kind: 'home_insurance', recognisedAs: ['home_insurance'], min: 1, fresh: 'age3', decree: { N: ['B-3'] } }],
      [{ kind: 'phone_bill', recognisedAs: ['utility_bill'], min: 1, fresh: 'age3', decree: { N: ['volunteered'] } }],
    ],
  },
  {
    key: 'home.owner',
    category: 'home',
    who: TN,
    amount: 'none',
    limits,
    legacy: { sub: 'OWNER', step: null },
    anyOf: [
      [
        {
          kind: 'property_tax_notice',
          recognisedAs: ['property_tax_notice'],
          min: 1,
          fresh: 'ptax',
          allPages: true,
          expectedPages: 2,
          decree: { T: ['B-4'], N: ['B-4'] },
        },
      ],
      [{ kind: 'title_deed', recognisedAs: ['title_deed'], min: 1, fresh: 'none', decree: { T: ['B-4'], N: ['B-4'] } }],
      [{ kind: 'utility_bill', recognisedAs: ['utility_bill'], min: 1, fresh: 'age3', decree: { N: ['B-2'] } }],
      [{ kind: 'home_insurance', recognisedAs: ['home_insurance'], min: 1, fresh: 'age3', decree: { N: ['B-3'] } }],
      [{ kind: 'phone_bill', recognisedAs: ['utility_bill'], min: 1, fresh: 'age3', decree: { N: ['volunteered'] } }],
    ],
  },
  {
    key: 'home.guest.certificate',
    category: 'home',
    who: TN,
    amount: 'none',
    limits,
    legacy: { sub: 'GUEST', step: 'GUEST_PROOF' },
    anyOf: [
      [
        {
          kind: 'host_certificate',
          recognisedAs: ['host_certificate'],
          min: 1,
          fresh: 'age3',
          signed: true,
          decree: { T: ['B-3'], N: ['volunteered'] },
        },
      ],
    ],
  },
  {
    key: 'home.guest.to_sign',
    category: 'home',
    who: TN,
    amount: 'none',
    limits,
    legacy: { sub: 'GUEST', step: 'GUEST_NO_PROOF' },
    anyOf: [
      [
        {
          kind: 'host_certificate',
          recognisedAs: ['host_certificate'],
          min: 1,
          fresh: 'age3',
          signed: true,
          decree: { T: ['B-3'], N: ['volunteered'] },
        },
      ],
    ],
  },
  {
    key: 'home.employer',
    category: 'home',
    who: TN,
    amount: 'none',
    limits,
    legacy: { sub: 'GUEST_COMPANY', step: null },
    anyOf: [
      [
        {
          kind: 'employer_housing_certificate',
          recognisedAs: ['employer_certificate'],
          min: 1,
          fresh: 'none',
          signed: true,
          decree: volunteered,
        },
      ],
      [
        {
          kind: 'payslip_showing_housing',
          recognisedAs: ['payslip', 'work_contract'],
          min: 1,
          fresh: 'none',
          decree: volunteered,
        },
      ],
    ],
  },
  {
    key: 'home.organism',
    category: 'home',
    who: TN,
    amount: 'none',
    limits,
    legacy: { sub: 'GUEST_ORGANISM', step: null },
    anyOf: [
      [
        {
          kind: 'domiciliation',
          recognisedAs: ['domiciliation'],
          min: 1,
          fresh: 'age3',
          signed: true,
          decree: { T: ['B-2'], N: ['volunteered'] },
        },
      ],
    ],
  },
  {
    key: 'home.short_term',
    category: 'home',
    who: TN,
    amount: 'none',
    limits,
    legacy: { sub: 'SHORT_TERM_RENTAL', step: null },
    anyOf: [[{ kind: 'stay_invoices', min: 1, fresh: 'age3', decree: volunteered }]],
  },
  {
    key: 'home.precarious',
    category: 'home',
    who: ['T'],
    amount: 'none',
    limits: { files: [0, 0], pages: 0 },
    legacy: { sub: 'OTHER_RESIDENCY', step: null },
    anyOf: [],
    without: 'statement',
    text: { required: false, max: 2000 },
  },
  {
    key: 'home.other',
    category: 'home',
    who: TN,
    amount: 'none',
    limits: { files: [0, 10], pages: 20 },
    legacy: { sub: 'OTHER_RESIDENCY', step: null },
    anyOf: [[{ kind: 'other_home_paper', min: 1, fresh: 'age3', signed: true, decree: volunteered }]],
    without: 'text',
    text: { required: false, max: 2000 },
  },
] as const satisfies readonly Situation[];
