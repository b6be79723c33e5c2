import type { Situation, Role } from '../catalogue/situation.ts';
import type { PersonName } from '../people/names.ts';
import type { Box, FileFacts, PaperFacts } from './facts.ts';

/** Every rule there is; its words are `finding.<rule>.*`. A rule is never renamed: partners and statistics count by it. */
export const RULES = [
  'analysis.done',
  'facts.read',
  'seal.present',
  'file.kind',
  'file.extra',
  'file.forbidden',
  'file.readable',
  'seal.kind',
  'seal.valid',
  'seal.matches_print',
  'tax.asdir',
  'tax.pages',
  'tax.year',
  'tax.name',
  'property_tax.pages',
  'property_tax.year',
  'property_tax.name',
  'payslip.name',
  'payslip.months',
  'payslip.amount',
  'payslip.arithmetic',
  'payslip.cumulative',
  'rent.name',
  'rent.months',
  'rent.count',
  'guarantee.name',
  'guarantee.expiry',
  'scholarship.name',
  'scholarship.year',
  'scholarship.amount',
  'school.year',
  'identity.name',
  'identity.expiry',
  'identity.sides',
  'identity.mrz',
  'paper.date',
  'paper.signed',
  'contract.ongoing',
  'pdf.producer',
  'pdf.dates',
  'pdf.update',
  'pdf.overlay',
  'pdf.hidden',
  'pdf.pixels',
  'pdf.fonts',
  'pdf.signature',
  'cross.income_tax',
  'cross.employer',
  'cross.address',
  'cross.name',
  'number.siret',
  'number.nir',
  'number.tax',
  'image.software',
  'image.compression',
  'template.known',
  'origin.generated',
  'copy.bytes',
  'copy.text',
  'copy.figures',
  'copy.layout',
] as const;
export type RuleName = (typeof RULES)[number];

export type Outcome = 'passed' | 'failed' | 'inconclusive';
/** A critical finding is mended or explained before submitting; a warning informs; nothing refuses by itself. */
export type Level = 'info' | 'warn' | 'critical';
/** `tenant`: told to the person and to agents; `agent`: evidence for agents only. */
export type Audience = 'tenant' | 'agent';

/** One place on a page that a finding rests on. */
export interface Evidence {
  readonly file: string;
  readonly page: number;
  readonly box: Box | null;
  readonly seen: string | null;
  readonly expected: string | null;
}

/** What words of a finding need: months `YYYY-MM`, dates `YYYY-MM-DD`, whole euros, names as printed, papers by `PaperName`. */
export type FindingParams = Readonly<Record<string, string | number | readonly string[]>>;

/** What one rule says of a piece. */
export interface Finding {
  readonly rule: RuleName;
  /** Raised when a rule or its thresholds change. */
  readonly version: number;
  readonly outcome: Outcome;
  readonly level: Level;
  readonly audience: Audience;
  readonly evidence: readonly Evidence[];
  readonly params: FindingParams;
}

/** One file of a piece; `facts` is `null` until it has been read. */
export interface ReadFile {
  readonly file: string;
  readonly facts: FileFacts | null;
}

/** What the person says the piece proves. */
export interface Declared {
  readonly situation: Situation;
  readonly role: Role;
  /** For an organism's guarantee: the tenant it supports. */
  readonly person: PersonName;
  /** Accepted in the person's place where the paper may be joint: receipts, guarantees, joint tax notices. */
  readonly spouse: PersonName | null;
  /** Whole euros a month, for incomes. */
  readonly amount: number | null;
}

/** Papers of other pieces of the same person, for comparisons across papers. */
export interface OtherPaper {
  readonly file: string;
  readonly paper: PaperFacts;
}

/** What rules judge: a revision of a piece on a day. */
export interface Case {
  readonly files: readonly ReadFile[];
  readonly declared: Declared;
  readonly others: readonly OtherPaper[];
  /** Paris day on which the revision was saved: waiting ages nothing. */
  readonly today: string;
}

/** What a rule answers; `null` when it has nothing to judge. */
export interface Verdict {
  readonly outcome: Outcome;
  /** When this case weighs less or more than the rule usually does. */
  readonly level?: Level;
  readonly evidence?: readonly Evidence[];
  readonly params?: FindingParams;
}

/** A pure rule: same case, same answer; never throws. */
export interface Rule {
  readonly rule: RuleName;
  readonly version: number;
  readonly level: Level;
  readonly audience: Audience;
  readonly judge: (about: Case) => Verdict | null;
}
