import type { FileFacts, PaperKind, StructureFacts } from '../facts.ts';
import type { Case, Evidence, Rule } from '../findings.ts';
import { evidenceOf, papersOf, readFiles } from '../read-case.ts';

const agent = { version: 1, audience: 'agent' } as const;

/** Software that edits pictures or pages; honest papers of issuers never come from it. Versioned with `pdf.producer`. */
const EDITORS =
  /photoshop|illustrator|\bgimp\b|inkscape|canva|corel|acrobat.*(?:edit|pro dc)|sejda|ilovepdf|smallpdf|pdfescape|pdfelement|foxit.*(?:editor|phantom)|libreoffice draw|affinity|pixelmator|pdf-xchange editor/i;
/** Software that honest people print and scan with. On a paper that its issuer sends as a file it only informs. */
const SCANNERS =
  /quartz|pdfcreator|microsoft.{0,3} print to pdf|cutepdf|bullzip|doro|camscanner|genius scan|adobe scan|office lens|canoscan|epson scan|hp scan|naps2|\bscan(?:ner|ned|)\b/i;
const WORD = /microsoft.{0,3} word|libreoffice writer|google docs/i;
const place = (file: string, seen: string | null, expected: string | null = null, page = 0): Evidence => ({
  file,
  page,
  box: null,
  seen,
  expected,
});
/** PDFs, those whose origin was wiped included: pictures have neither origin, nor text layer, nor revisions. */
const pdfs = (about: Case) => readFiles(about).filter(({ facts: { pages, structure } }) => isPdf(pages, structure));
const isPdf = (pages: FileFacts['pages'], structure: StructureFacts) =>
  [structure.producer, structure.creator, structure.createdAt, structure.modifiedAt].some((said) => said !== null) ||
  pages.some(({ source }) => source === 'text') ||
  [structure.updates, structure.overlays, structure.hidden, structure.oddFonts].some((traces) => traces.length > 0);

/** Papers that come as files: printed and scanned, they lost what proves them. */
const ISSUED_AS_FILES: readonly PaperKind[] = ['payslip', 'tax_notice', 'property_tax_notice'];

const saidBy = (structure: StructureFacts) =>
  [structure.producer, structure.creator].filter((name): name is string => name !== null);

/** Software that is named and odd: an editor, or a word processor for a payslip, or not the one that a known issuer uses. */
function oddSoftware(file: string, structure: StructureFacts, isSlip: boolean): Evidence | null {
  const said = saidBy(structure);
  const editor = said.find((name) => EDITORS.test(name) || (isSlip && WORD.test(name)));
  if (editor) return place(file, editor);
  const { issuer } = structure;
  // Printed and scanned by honest people, a paper names what they print and scan with.
  if (!issuer || issuer.expected || said.some((name) => SCANNERS.test(name))) return null;
  return place(file, said[0] ?? '–', `${issuer.name} : ${issuer.software.join(' / ')}`);
}

const pdfProducer: Rule = {
  ...agent,
  rule: 'pdf.producer',
  version: 3,
  level: 'warn',
  judge: (about) => {
    const files = pdfs(about).filter(({ facts: { structure } }) => saidBy(structure).length > 0 || structure.issuer);
    if (files.length === 0) return null;
    const slips = new Set(papersOf(about, 'payslip').map(({ file }) => file));
    const odd = files.flatMap(({ file, facts }) => oddSoftware(file, facts.structure, slips.has(file)) ?? []);
    const issued = new Set(papersOf(about, ...ISSUED_AS_FILES).map(({ file }) => file));
    const scanned = files.flatMap(({ file, facts }) => {
      const scanner = issued.has(file) ? saidBy(facts.structure).find((name) => SCANNERS.test(name)) : undefined;
      return scanner ? [place(file, scanner)] : [];
    });
    const told = odd.length > 0 ? odd : scanned;
    return {
      outcome: told.length === 0 ? 'passed' : 'failed',
      ...(odd.length === 0 && scanned.length > 0 ? { level: 'info' as const } : {}),
      evidence: told,
      params: { software: told.flatMap(({ seen }) => seen ?? []) },
    };
  },
};

const TWO_DAYS_MS = 48 * 3_600_000;

const pdfDates: Rule = {
  ...agent,
  rule: 'pdf.dates',
  level: 'warn',
  judge: (about) => {
    const files = readFiles(about).filter(
      ({ facts }) => facts.structure.createdAt !== null || facts.structure.modifiedAt !== null,
    );
    if (files.length === 0) return null;
    const odd = files.flatMap(({ file, facts: { structure } }) => {
      const [created, modified] = [structure.createdAt, structure.modifiedAt];
      const late = created && modified && Date.parse(modified) - Date.parse(created) > TWO_DAYS_MS;
      // The revision's day ends at most a day later in universal time.
      const future = [created, modified].some(
        (date) => date !== null && Date.parse(date) > Date.parse(`${about.today}T23:59:59Z`) + TWO_DAYS_MS / 2,
      );
      return late || future || structure.metadataDisagrees ? [place(file, modified ?? created, created)] : [];
    });
    return { outcome: odd.length === 0 ? 'passed' : 'failed', evidence: odd };
  },
};

const CHANGES: ReadonlySet<string> = new Set(['content', 'font', 'annotation']);

/** A rule over one list of the structure: passes when it is empty everywhere. */
function structureRule<Entry>(
  rule: Rule['rule'],
  level: Rule['level'],
  entries: (structure: StructureFacts) => readonly Entry[],
  told: (file: string, entry: Entry) => Evidence,
): Rule {
  return {
    ...agent,
    rule,
    level,
    judge: (about) => {
      const files = pdfs(about);
      if (files.length === 0) return null;
      const found = files.flatMap(({ file, facts }) => entries(facts.structure).map((entry) => told(file, entry)));
      return { outcome: found.length === 0 ? 'passed' : 'failed', evidence: found.slice(0, 20), params: { count: found.length } };
    },
  };
}

const pdfUpdate = structureRule(
  'pdf.update',
  'warn',
  (structure) => structure.updates.filter((update) => update.touches.some((touch) => CHANGES.has(touch))),
  (file, update) => place(file, update.touches.join(', ')),
);
const pdfOverlay = structureRule(
  'pdf.overlay',
  'critical',
  (structure) => structure.overlays,
  (file, { page, box, values }) => ({ file, page, box, seen: values[1], expected: values[0] }),
);
const pdfHidden = structureRule(
  'pdf.hidden',
  'warn',
  (structure) => structure.hidden,
  (file, { page, box, what }) => ({ file, page, box, seen: what, expected: null }),
);
/** Text that is in the file and not on the page, or the other way round: what a seal's page says must be what is drawn. */
const pdfPixels: Rule = {
  ...agent,
  rule: 'pdf.pixels',
  level: 'critical',
  judge: (about) => {
    const papers = papersOf(about).filter(({ paper }) => paper.fields.pixels_check);
    const wrong = papers.filter(({ paper }) => paper.fields.pixels_check?.[0]?.value === 'wrong');
    if (papers.length === 0) return null;
    return {
      outcome: wrong.length === 0 ? 'passed' : 'failed',
      evidence: wrong.map((one) => evidenceOf(one, 'pixels_check', 'ok')),
    };
  },
};
const pdfFonts = structureRule(
  'pdf.fonts',
  'warn',
  (structure) => structure.oddFonts,
  (file, { page, box, font }) => ({ file, page, box, seen: font, expected: null }),
);

const pdfSignature: Rule = {
  ...agent,
  rule: 'pdf.signature',
  level: 'critical',
  judge: (about) => {
    const signed = readFiles(about).flatMap(({ file, facts }) =>
      facts.seals.filter((seal) => seal.standard === 'pdf.signature').map((seal) => ({ file, seal })),
    );
    if (signed.length === 0) return null;
    const broken = signed.filter(({ seal }) => seal.verdict === 'invalid');
    const evidence = (broken.length > 0 ? broken : signed).map(({ file, seal }) =>
      place(file, seal.reason ?? seal.verdict, 'valid'),
    );
    const open = signed.some(({ seal }) => seal.verdict === 'unverifiable');
    return broken.length > 0
      ? { outcome: 'failed', evidence }
      : { outcome: open ? 'inconclusive' : 'passed', ...(open ? { level: 'info' as const } : {}), evidence };
  },
};

const images = (about: Case) => readFiles(about).filter(({ facts }) => !isPdf(facts.pages, facts.structure));

const imageSoftware: Rule = {
  ...agent,
  rule: 'image.software',
  level: 'info',
  judge: (about) => {
    const files = images(about);
    const odd = files.flatMap(({ file, facts }) =>
      facts.structure.imageSoftware && EDITORS.test(facts.structure.imageSoftware)
        ? [place(file, facts.structure.imageSoftware)]
        : [],
    );
    return files.length === 0 ? null : { outcome: odd.length === 0 ? 'passed' : 'failed', evidence: odd };
  },
};

/**
 * Zones of a JPEG that were compressed less often than the rest of it: put there after the first time. An app that writes a date or its name on a
 * picture does the same, and one that compresses anew wipes it out: it informs, whichever way it goes.
 */
const imageCompression: Rule = {
  ...agent,
  rule: 'image.compression',
  level: 'info',
  judge: (about) => {
    const pages = readFiles(about).flatMap(({ file, facts }) =>
      (facts.structure.compression ?? []).map(({ page, odd }) => ({ file, page, odd })),
    );
    if (pages.length === 0) return null;
    const odd = pages.flatMap(({ file, page, odd: boxes }) => boxes.map((box) => ({ ...place(file, null, null, page), box })));
    return odd.length > 0
      ? { outcome: 'failed', evidence: odd, params: { count: odd.length } }
      : { outcome: 'passed', evidence: pages.map(({ file, page }) => place(file, null, null, page)) };
  },
};

/** Makers of false papers, by how their pages are made. The name of the maker is evidence, never an accusation: somebody honest may have used it. */
const templateKnown: Rule = {
  ...agent,
  rule: 'template.known',
  level: 'warn',
  judge: (about) => {
    const files = readFiles(about).flatMap(({ file, facts }) =>
      facts.structure.template ? [{ file, known: facts.structure.template.known }] : [],
    );
    if (files.length === 0) return null;
    const told = files.flatMap(({ file, known }) => known.map((name) => place(file, name)));
    return { outcome: told.length === 0 ? 'passed' : 'failed', evidence: told };
  },
};

const originGenerated: Rule = {
  ...agent,
  rule: 'origin.generated',
  level: 'info',
  judge: (about) => {
    const files = readFiles(about);
    const made = files.filter(({ facts }) => facts.structure.generated).map(({ file }) => place(file, 'generated'));
    return files.length === 0 ? null : { outcome: made.length === 0 ? 'passed' : 'failed', evidence: made };
  },
};

/** What the bytes tell of how a file was made and changed. For agents only, never called fraud. */
export const FORGERY_RULES: readonly Rule[] = [
  pdfProducer,
  pdfDates,
  pdfUpdate,
  pdfOverlay,
  pdfHidden,
  pdfPixels,
  pdfFonts,
  pdfSignature,
  imageSoftware,
  imageCompression,
  templateKnown,
  originGenerated,
];
