import { pdfStateAt, resolved, type Inflate, type PdfObject, type PdfState } from './pdf-objects.ts';
import { hasStrays } from './pdf-strays.ts';
import { isDictionary, isList, isName, isRef, written, type PdfDictionary, type PdfValue } from './pdf-syntax.ts';

/**
 * What a later revision of a PDF touches. `signature` and `metadata` change nothing that is seen; `appearance` is a signature that shows, and may draw
 * over the page.
 */
export type PdfTouch = 'content' | 'font' | 'annotation' | 'appearance' | 'signature' | 'metadata' | 'other';

/** A revision after the first. */
export interface PdfUpdate {
  /** Where the revision starts: the end of the one before. */
  readonly offset: number;
  readonly touches: readonly PdfTouch[];
}

const MOST_UPDATES = 40;

/** Keys of the catalogue that signing, long-term validation and metadata may change. */
const QUIET_CATALOGUE = new Set(['AcroForm', 'DSS', 'Extensions', 'Version', 'Perms', 'Metadata', 'Type']);
const QUIET_FORM = new Set(['SigFlags', 'Fields', 'DR', 'DA']);
const QUIET_PAGE = new Set(['Annots', 'Tabs', 'StructParents']);

const nameIn = (value: PdfValue | undefined, key: string): string | null => {
  const found = isDictionary(value) ? value.get(key) : undefined;
  return isName(found) ? found.name : null;
};
const differing = (before: PdfDictionary, after: PdfDictionary): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((key) => written(before.get(key)) !== written(after.get(key)));

const referred = (value: PdfValue | undefined): readonly number[] => {
  if (isRef(value)) return [value.ref];
  if (isList(value)) return value.flatMap(referred);
  return isDictionary(value) ? [...value.values()].flatMap(referred) : [];
};

/** Follows references from values on, through everything but the ways back up; `through` may keep some objects from being entered. */
function reachedFrom(state: PdfState, values: readonly (PdfValue | undefined)[], through: (value: PdfValue) => boolean) {
  const reached = new Set<number>();
  const queue = values.flatMap(referred);
  for (let number = queue.pop(); number !== undefined; number = queue.pop()) {
    if (reached.has(number)) continue;
    const value = state.object(number)?.value ?? null;
    if (!through(value)) continue;
    reached.add(number);
    if (isDictionary(value)) {
      for (const [key, inner] of value) if (key !== 'P' && key !== 'Parent') queue.push(...referred(inner));
    } else queue.push(...referred(value));
  }
  return reached;
}

const TREE = new Set(['Page', 'Pages', 'Catalog']);
const isSignatureField = (value: PdfValue | undefined) => nameIn(value, 'FT') === 'Sig';

/** Fields of signatures: their numbers, where they have one, and their dictionaries. */
function signatureFields(state: PdfState): readonly { readonly number: number | null; readonly value: PdfDictionary }[] {
  const catalogue = resolved(state, state.trailer.get('Root'));
  const form = isDictionary(catalogue) ? resolved(state, catalogue.get('AcroForm')) : null;
  const fields = isDictionary(form) ? resolved(state, form.get('Fields')) : null;
  return (isList(fields) ? fields : []).flatMap((field) => {
    const value = resolved(state, field);
    return isSignatureField(value) && isDictionary(value) ? [{ number: isRef(field) ? field.ref : null, value }] : [];
  });
}

const outsideTree = (value: PdfValue) => !TREE.has(nameIn(value, 'Type') ?? '');

/** Numbers of the objects that signatures lead to: their dictionaries, fields and appearances, and the security store. */
function signatureParts(state: PdfState): ReadonlySet<number> {
  const catalogue = resolved(state, state.trailer.get('Root'));
  const fields = signatureFields(state);
  const parts = reachedFrom(
    state,
    [
      isDictionary(catalogue) ? catalogue.get('DSS') : undefined,
      ...fields.flatMap(({ value }) => [value.get('V'), value.get('AP'), value.get('Lock')]),
    ],
    outsideTree,
  );
  return new Set([...parts, ...fields.flatMap(({ number }) => number ?? [])]);
}

/** A field without a size draws nothing. */
function hasSize(state: PdfState, field: PdfDictionary): boolean {
  const box = resolved(state, field.get('Rect'));
  const [left, bottom, right, top] = isList(box) ? box.map((one) => resolved(state, one)) : [];
  return left !== right && bottom !== top;
}

/** Numbers of the fields of signatures that show, and of what they draw. */
function shownSignatures(state: PdfState): ReadonlySet<number> {
  const shown = signatureFields(state).filter(({ value }) => value.has('AP') && hasSize(state, value));
  const drawn = reachedFrom(
    state,
    shown.map(({ value }) => value.get('AP')),
    outsideTree,
  );
  return new Set([...drawn, ...shown.flatMap(({ number }) => number ?? [])]);
}

/** Numbers of the objects that pages lead to by another way than a signature's field. */
function pageParts(state: PdfState): ReadonlySet<number> {
  const catalogue = resolved(state, state.trailer.get('Root'));
  return reachedFrom(state, [isDictionary(catalogue) ? catalogue.get('Pages') : null], (value) => !isSignatureField(value));
}

const ANNOTATIONS =
  /^(?:Text|FreeText|Line|Square|Circle|Polygon|PolyLine|Highlight|Underline|Squiggly|StrikeOut|Caret|Stamp|Ink|Popup|FileAttachment|Redact|Watermark|Screen|Widget|3D|RichMedia)$/;

/** Numbers that a state refers to and does not define: what is written there later is seen at once. */
function danglingIn(state: PdfState): ReadonlySet<number> {
  const defined = new Set(state.numbers);
  return new Set(
    state.numbers.flatMap((number) => referred(state.object(number)?.value)).filter((number) => !defined.has(number)),
  );
}

/** Annotations listed in one state and not in the other that are no signature field: they draw over the page, or no longer do. */
function annotationsMoved(was: PdfValue | undefined, is: PdfValue | undefined, before: PdfState, after: PdfState): boolean {
  const listed = (state: PdfState, value: PdfValue | undefined) => {
    const list = resolved(state, value);
    return new Map((isList(list) ? list : []).map((one) => [written(one), resolved(state, one)]));
  };
  const [old, now] = [listed(before, was), listed(after, is)];
  const quiet = (value: PdfValue | undefined) => nameIn(value, 'FT') === 'Sig' && nameIn(value, 'Subtype') === 'Widget';
  return (
    [...now].some(([key, value]) => !old.has(key) && !quiet(value)) ||
    [...old].some(([key, value]) => !now.has(key) && !quiet(value))
  );
}

/** What a new object means by itself; `null` when it only matters through what leads to it. */
function newObject({ value }: PdfObject): PdfTouch | null {
  const [type, subtype] = [nameIn(value, 'Type'), nameIn(value, 'Subtype')];
  if (type === 'Metadata') return 'metadata';
  if (type === 'Sig' || type === 'DocTimeStamp') return 'signature';
  if (isDictionary(value) && value.has('Rect') && ANNOTATIONS.test(subtype ?? ''))
    return nameIn(value, 'FT') === 'Sig' ? 'signature' : 'annotation';
  return type === 'Font' ? 'font' : null;
}

interface Compared {
  readonly before: PdfState;
  readonly after: PdfState;
  /** Parts of signatures that were there before, and of nothing else. */
  readonly signatures: ReadonlySet<number>;
  readonly root: number | null;
  readonly form: number | null;
  readonly info: number | null;
  /** Arrays that list the annotations of a page, and nothing else. */
  readonly annotationLists: ReadonlySet<number>;
}

/** What a rewritten object touches. Anything that cannot be told to be harmless counts as content. */
function rewritten(number: number, old: PdfObject, now: PdfObject, about: Compared): readonly PdfTouch[] {
  const [was, is] = [old.value, now.value];
  if (number === about.info && !old.stream && !now.stream) return ['metadata'];
  if (about.annotationLists.has(number) && isList(was) && isList(is))
    return annotationsMoved(was, is, about.before, about.after) ? ['annotation'] : [];
  // What an object says of itself counts only when it said so before.
  const type = nameIn(was, 'Type');
  const signing = isSignatureField(was) && isSignatureField(is);
  if (nameIn(is, 'Type') !== type && number !== about.root && !signing) return ['content'];
  if (type === 'Metadata') return ['metadata'];
  if (isDictionary(was) && isDictionary(is) && !old.stream && !now.stream) {
    const keys = differing(was, is);
    if (number === about.root) {
      const [formWas, formIs] = [was.get('AcroForm'), is.get('AcroForm')];
      const form = isDictionary(formWas) && isDictionary(formIs) ? differing(formWas, formIs) : [];
      return keys.every((key) => QUIET_CATALOGUE.has(key)) && form.every((key) => QUIET_FORM.has(key))
        ? [keys.every((key) => key === 'Metadata') ? 'metadata' : 'signature']
        : ['content'];
    }
    if (number === about.form) return keys.every((key) => QUIET_FORM.has(key)) ? ['signature'] : ['content'];
    if (type === 'Page') {
      if (!keys.every((key) => QUIET_PAGE.has(key))) return ['content'];
      return annotationsMoved(was.get('Annots'), is.get('Annots'), about.before, about.after) ? ['annotation'] : [];
    }
    if (signing || type === 'Sig' || type === 'DSS') return ['signature'];
    if (is.has('Rect') && ANNOTATIONS.test(nameIn(is, 'Subtype') ?? '')) return ['annotation'];
  }
  if (type === 'Font' || type === 'FontDescriptor') return ['font'];
  return about.signatures.has(number) ? ['signature'] : ['content'];
}

/**
 * What changed between two ends of one file, object by object, as both cross-reference tables give them. Signing may add a field, its appearance, and
 * name it on its page; validation data and metadata may be added; all else counts. Source: ISO 32000-2, §12.8.2.2.
 */
export function changesBetween(bytes: Uint8Array, text: string, from: number, to: number, inflate: Inflate): readonly PdfTouch[] {
  const [before, after] = [pdfStateAt(bytes, text, from, inflate), pdfStateAt(bytes, text, to, inflate)];
  if (!before || !after) return ['content'];
  const rootOf = (state: PdfState) => state.trailer.get('Root');
  const [rootBefore, root] = [rootOf(before), rootOf(after)];
  if (!isRef(root) || !isRef(rootBefore) || root.ref !== rootBefore.ref) return ['content'];
  if (after.trailer.has('Encrypt') !== before.trailer.has('Encrypt')) return ['content'];
  const states = endsOf(text)
    .filter((end) => end > from && end < to)
    .slice(0, MOST_UPDATES)
    .flatMap((end) => pdfStateAt(bytes, text, end, inflate) ?? []);
  if (hasStrays(text, from, to, [...states, after], root.ref)) return ['content'];
  // What form and information are, the file said before it was changed.
  const catalogue = resolved(before, rootBefore);
  const formRef = isDictionary(catalogue) ? catalogue.get('AcroForm') : undefined;
  const info = (before.trailer.has('Info') ? before : after).trailer.get('Info');
  const changed = [...new Set([...before.numbers, ...after.numbers])].filter(
    (number) => before.place(number) !== after.place(number),
  );
  if (changed.length === 0) return [];
  const signing = signatureParts(after);
  const dangling = changed.some((number) => before.place(number) === null) ? danglingIn(before) : new Set<number>();
  const annotationLists = new Set<number>();
  for (const number of before.numbers) {
    const value = before.object(number)?.value;
    const list = nameIn(value, 'Type') === 'Page' && isDictionary(value) ? value.get('Annots') : undefined;
    if (isRef(list)) annotationLists.add(list.ref);
  }
  const own = signatureParts(before);
  const shared = changed.some((number) => own.has(number)) ? pageParts(before) : new Set<number>();
  const shown = new Set([...shownSignatures(before), ...shownSignatures(after)]);
  const about: Compared = {
    ...{ before, after, annotationLists },
    signatures: new Set([...own].filter((number) => !shared.has(number))),
    root: root.ref,
    form: isRef(formRef) ? formRef.ref : null,
    info: isRef(info) ? info.ref : null,
  };
  const touches = new Set<PdfTouch>();
  for (const number of changed) {
    const [old, now] = [before.object(number), after.object(number)];
    if (!now) {
      // Gone, or not to be read where the table says.
      if (old || after.place(number) !== null) touches.add('content');
      continue;
    }
    if (!old) {
      const quiet = signing.has(number) ? 'signature' : number === about.info ? 'metadata' : newObject(now);
      const touch = dangling.has(number) ? 'content' : quiet;
      if (touch) touches.add(touch === 'signature' && shown.has(number) ? 'appearance' : touch);
      continue;
    }
    const sameBytes =
      (!old.stream && !now.stream) ||
      (old.stream &&
        now.stream &&
        Buffer.compare(bytes.subarray(old.stream.from, old.stream.to), bytes.subarray(now.stream.from, now.stream.to)) === 0);
    if (sameBytes && written(old.value) === written(now.value)) continue;
    for (const touch of rewritten(number, old, now, about))
      touches.add(touch === 'signature' && shown.has(number) ? 'appearance' : touch);
  }
  return [...touches];
}

/** Ends of the revisions of a file: after each `%%EOF` that follows a `startxref`. A linearised file has two ends and one revision. */
function endsOf(text: string): readonly number[] {
  const ends = [...text.matchAll(/startxref[\0\t\n\f\r ]+\d{1,10}[\0\t\n\f\r ]+%%EOF(?:\r\n|\r|\n)?/g)].map(
    (match) => match.index + match[0].length,
  );
  const linearised = /\/Linearized\b/.test(text.slice(0, 1024));
  return ends.slice(linearised && ends.length > 1 ? 1 : 0);
}

/**
 * Revisions after the first, with what each rewrote, by the file's own cross-reference tables. A file whose tables cannot be followed tells `content`
 * for each end it has. @param text the bytes in latin1
 */
export function pdfUpdates(bytes: Uint8Array, text: string, inflate: Inflate): readonly PdfUpdate[] {
  const ends = endsOf(text);
  return ends.slice(0, MOST_UPDATES).flatMap((end, index): PdfUpdate[] => {
    const next = ends[index + 1];
    if (next === undefined) return [];
    const touches = changesBetween(bytes, text, end, next, inflate);
    return [{ offset: end, touches: touches.length > 0 ? touches : ['other'] }];
  });
}
