import type { KindAnchors } from './anchor.ts';

const face = [
  [/\bNOM\b/, 0.15],
  [/PRENOMS?/, 0.15],
  [/NATIONALITE|NATIONALITY/, 0.2],
  [/SEXE|SEX/, 0.15],
] as const;

/** Papers of identity; the machine-readable zone speaks too. */
export const IDENTITY_ANCHORS: readonly KindAnchors[] = [
  {
    kind: 'id_card',
    title: /CARTE (?:NATIONALE )?D'IDENTITE|IDENTITY CARD/,
    words: [[/^(?:ID|I<)[A-Z<]{3}[A-Z0-9<]{20,}/m, 0.6], ...face],
    against: [/TITRE DE SEJOUR/, /^P[<A-Z][A-Z]{3}[A-Z<]{20,}/m],
  },
  {
    kind: 'passport',
    title: /PASSEPORT|PASSPORT/,
    words: [[/^P[<A-Z][A-Z]{3}[A-Z<]{20,}/m, 0.7], ...face],
  },
  {
    kind: 'residence_permit',
    title: /TITRE DE SEJOUR|RESIDENCE PERMIT|CARTE DE (?:RESIDENT|SEJOUR)/,
    words: [[/^IR[A-Z<]{3}[A-Z0-9<]{20,}/m, 0.7], [/N° ETRANGER|CATEGORIE/, 0.2], ...face],
    against: [/RECEPISSE/],
  },
  {
    kind: 'renewal_receipt',
    title: /RECEPISSE DE DEMANDE (?:DE|D')|ATTESTATION DE (?:PROLONGATION|DECISION FAVORABLE)/,
    words: [
      [/PREFECTURE/, 0.3],
      [/CARTE DE SEJOUR|TITRE DE SEJOUR/, 0.3],
    ],
  },
  {
    kind: 'driving_licence',
    title: /PERMIS DE CONDUIRE|DRIVING LICENCE/,
    words: [[/^D1FRA/m, 0.7], [/\b4[AB]\. /, 0.2], ...face],
  },
  {
    kind: 'france_identite',
    title: /JUSTIFICATIF D'IDENTITE (?:A USAGE UNIQUE|NUMERIQUE)|FRANCE IDENTITE/,
    words: [[/USAGE UNIQUE/, 0.5]],
  },
];
