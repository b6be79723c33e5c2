import { FORBIDDEN_KINDS, type PaperKind } from '../facts.ts';
import type { Case, Evidence, Rule } from '../findings.ts';
import { factOf, papersOf, readFiles, type FiledPaper } from '../read-case.ts';

const tenant = { version: 1, audience: 'tenant' } as const;
const agent = { version: 1, audience: 'agent' } as const;

const papersAsked = (about: Case) => about.declared.situation.anyOf.flat();
/** Kinds that a situation accepts; `complete` is false when some of its papers are not told by the engine. */
function acceptedKinds(about: Case): { readonly kinds: ReadonlySet<PaperKind>; readonly complete: boolean } {
  const papers = papersAsked(about);
  return {
    kinds: new Set(papers.flatMap((paper) => paper.recognisedAs ?? [])),
    complete: papers.every((paper) => (paper.recognisedAs?.length ?? 0) > 0),
  };
}
const isForbidden = (kind: PaperKind) => (FORBIDDEN_KINDS as readonly PaperKind[]).includes(kind);
const place = ({ file, paper }: FiledPaper): Evidence => ({
  file,
  page: paper.pages[0] ?? 0,
  box: null,
  seen: paper.kind,
  expected: null,
});

const analysisDone: Rule = {
  ...tenant,
  rule: 'analysis.done',
  level: 'info',
  judge: (about) => {
    const waiting = about.files.filter((file) => file.facts === null).length;
    return about.files.length === 0 ? null : { outcome: waiting === 0 ? 'passed' : 'inconclusive', params: { waiting } };
  },
};

/** Fields without which the rules of a kind cannot judge. */
const NEEDED: Readonly<Partial<Record<PaperKind, readonly (readonly string[])[]>>> = {
  payslip: [['full_name'], ['period'], ['net_before_tax', 'net_taxable']],
  tax_notice: [['full_name'], ['income_year'], ['reference_income']],
  rent_receipt: [['full_name'], ['period']],
  visale_certificate: [['full_name'], ['expiry_date']],
  scholarship_notice: [['full_name'], ['school_year']],
  id_card: [['last_name'], ['first_names']],
  passport: [['last_name'], ['expiry_date']],
};

const factsRead: Rule = {
  ...agent,
  rule: 'facts.read',
  level: 'info',
  judge: (about) => {
    const papers = papersOf(about).filter(({ paper }) => NEEDED[paper.kind]);
    if (papers.length === 0) return null;
    const missing = papers.flatMap(({ paper }) =>
      (NEEDED[paper.kind] ?? []).filter((any) => !any.some((field) => factOf(paper, field as never))).map((any) => any[0] ?? ''),
    );
    return { outcome: missing.length === 0 ? 'passed' : 'inconclusive', params: { missing } };
  },
};

const fileKind: Rule = {
  ...tenant,
  rule: 'file.kind',
  version: 2,
  level: 'critical',
  judge: (about) => {
    const { kinds, complete } = acceptedKinds(about);
    const papers = papersOf(about).filter(({ paper }) => paper.kind !== 'blank');
    if (kinds.size === 0 || papers.length === 0) return null;
    const params = { papers: [...new Set(papersAsked(about).map((paper) => paper.kind))] };
    const fitting = papers.filter(({ paper }) => kinds.has(paper.kind));
    const wrong = papers.filter(({ paper }) => !kinds.has(paper.kind) && paper.kind !== 'other' && !isForbidden(paper.kind));
    // Among papers that fit, one that nobody may ask for is only one to remove; alone it proves nothing.
    const unfit = fitting.length > 0 ? wrong : papers.filter(({ paper }) => !kinds.has(paper.kind) && paper.kind !== 'other');
    const strict = about.declared.situation.category === 'guarantee' || (kinds.has('payslip') && complete);
    if (fitting.length > 0 && (!strict || wrong.length === 0)) return { outcome: 'passed', evidence: fitting.map(place), params };
    const unread = about.files.some(({ facts }) => facts === null) && fitting.length === 0;
    // A paper that nobody may ask for is none of those that the engine cannot tell apart.
    const told = complete || (unfit.length === papers.length && unfit.every(({ paper }) => isForbidden(paper.kind)));
    const sure = told && !unread && unfit.length > 0 && papers.every(({ paper }) => paper.kind !== 'other' || strict);
    return sure ? { outcome: 'failed', evidence: unfit.map(place), params } : { outcome: 'inconclusive', params };
  },
};

const fileExtra: Rule = {
  ...tenant,
  rule: 'file.extra',
  level: 'warn',
  judge: (about) => {
    const { kinds, complete } = acceptedKinds(about);
    if (!complete || kinds.size === 0) return null;
    const papers = papersOf(about);
    const extra = papers.filter(
      ({ paper }) => !kinds.has(paper.kind) && !['other', 'blank'].includes(paper.kind) && !isForbidden(paper.kind),
    );
    const fits = papers.some(({ paper }) => kinds.has(paper.kind));
    return !fits
      ? null
      : { outcome: extra.length === 0 ? 'passed' : 'failed', evidence: extra.map(place), params: { count: extra.length } };
  },
};

const fileForbidden: Rule = {
  ...tenant,
  rule: 'file.forbidden',
  level: 'warn',
  judge: (about) => {
    const found = papersOf(about).filter(({ paper }) => isForbidden(paper.kind));
    if (papersOf(about).length === 0) return null;
    return {
      outcome: found.length === 0 ? 'passed' : 'failed',
      evidence: found.map(place),
      params: { kinds: found.map(({ paper }) => paper.kind) },
    };
  },
};

const LEAST_CONFIDENCE = 40;

const fileReadable: Rule = {
  ...tenant,
  rule: 'file.readable',
  level: 'warn',
  judge: (about) => {
    const files = readFiles(about);
    if (files.length === 0) return null;
    const identity = about.declared.situation.category === 'identity';
    const poor = files.flatMap(({ file, facts }) =>
      facts.pages
        // A blank back of a sheet among readable pages is no fault.
        .filter(
          (page) =>
            (page.blank && facts.pages.every((other) => other.blank)) ||
            page.dark ||
            (page.blurred && !identity) ||
            (page.source === 'ocr' && page.confidence < LEAST_CONFIDENCE),
        )
        .map((page): Evidence => ({
          file,
          page: page.page,
          box: null,
          seen: page.blank ? 'blank' : page.dark ? 'dark' : 'blurred',
          expected: null,
        })),
    );
    return {
      outcome: poor.length === 0 ? 'passed' : 'failed',
      evidence: poor,
      params: { pages: poor.map(({ page }) => String(page + 1)) },
    };
  },
};

/** What files are, before what they say. */
export const FILE_RULES: readonly Rule[] = [analysisDone, factsRead, fileKind, fileExtra, fileForbidden, fileReadable];
