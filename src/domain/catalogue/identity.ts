import type { Situation } from './situation.ts';

const limits = { files: [1, 5], pages: 5 } as const;
const who = ['T', 'N', 'C'] as const;

/** One identity paper, valid, with photograph: decree 2015-1437, annexes I-A and II-A. */
export const identity = [
  {
    key: 'identity.id_card',
    category: 'identity',
    who,
    amount: 'none',
    limits,
    legacy: { sub: 'FRENCH_IDENTITY_CARD', step: null },
    anyOf: [
      [
        {
          kind: 'id_card',
          recognisedAs: ['id_card'],
          min: 1,
          fresh: 'valid',
          expectedPages: 2,
          decree: { T: ['A-1'], N: ['A-1'], C: ['A-5'] },
        },
      ],
    ],
  },
  {
    key: 'identity.passport',
    category: 'identity',
    who,
    amount: 'none',
    limits,
    legacy: { sub: 'FRENCH_PASSPORT', step: null },
    anyOf: [
      [{ kind: 'passport', recognisedAs: ['passport'], min: 1, fresh: 'valid', decree: { T: ['A-2'], N: ['A-2'], C: ['A-5'] } }],
    ],
  },
  {
    key: 'identity.residence_permit',
    category: 'identity',
    who,
    amount: 'none',
    limits,
    legacy: { sub: 'FRENCH_RESIDENCE_PERMIT', step: null },
    anyOf: [
      [
        {
          kind: 'residence_permit',
          recognisedAs: ['residence_permit'],
          min: 1,
          fresh: 'valid',
          expectedPages: 2,
          decree: { T: ['A-4'], N: ['volunteered'], C: ['volunteered'] },
        },
      ],
      [
        {
          kind: 'residence_permit',
          recognisedAs: ['residence_permit'],
          min: 1,
          fresh: 'none',
          decree: { T: ['A-4'], N: ['volunteered'], C: ['volunteered'] },
        },
        {
          kind: 'renewal_receipt',
          recognisedAs: ['renewal_receipt'],
          min: 1,
          fresh: 'valid',
          decree: { T: ['A-4'], N: ['volunteered'], C: ['volunteered'] },
        },
      ],
    ],
  },
  {
    key: 'identity.driving_licence',
    category: 'identity',
    who,
    amount: 'none',
    limits,
    legacy: { sub: 'DRIVERS_LICENSE', step: null },
    anyOf: [
      [
        {
          kind: 'driving_licence',
          recognisedAs: ['driving_licence'],
          min: 1,
          fresh: 'valid',
          decree: { T: ['A-3'], N: ['A-3'], C: ['A-5'] },
        },
      ],
    ],
  },
  {
    key: 'identity.france_identite',
    category: 'identity',
    who,
    amount: 'none',
    limits,
    legacy: { sub: 'FRANCE_IDENTITE', step: null },
    anyOf: [
      [
        {
          kind: 'france_identite',
          recognisedAs: ['france_identite'],
          min: 1,
          fresh: 'until',
          decree: { T: ['volunteered'], N: ['volunteered'], C: ['volunteered'] },
        },
      ],
    ],
  },
  {
    key: 'identity.other',
    category: 'identity',
    who,
    amount: 'none',
    limits,
    legacy: { sub: 'OTHER_IDENTIFICATION', step: null },
    anyOf: [
      [
        {
          kind: 'other_identity',
          min: 1,
          fresh: 'valid',
          decree: { T: ['volunteered'], N: ['volunteered'], C: ['volunteered'] },
        },
      ],
    ],
  },
] as const satisfies readonly Situation[];
