import { LAW_ITEMS, lawItemOf, type LawCondition, type LawItem, type LawItemKey, type LawVerdict, type Party } from './items.ts';

/** Longest message that is read, in characters. */
export const MAX_REQUEST_CHARACTERS = 5000;

/** What the law says of one thing that was asked. */
export interface RequestVerdict {
  readonly item: LawItemKey;
  readonly verdict: LawVerdict;
  readonly condition: LawCondition | null;
  /** The line of the annex that allows it; `null`: the list is limitative and does not hold it (law 89-462, art. 22-2). */
  readonly article: { readonly annex: 'I' | 'II'; readonly line: string } | null;
}

/** A message read: what was recognised, in the order it was written, and what asks for something we do not know. */
export interface RequestReading {
  readonly verdicts: readonly RequestVerdict[];
  /** Parts of the message, as written, that a human should look at. */
  readonly unknown: readonly string[];
}

const SMALL_WORDS = new Set(
  'de du des d le la les l un une vos votre tes ta ton son ses sa leur leurs mes mon ma au aux en the a an of your from his her their my'.split(
    ' ',
  ),
);

/** Words as compared: no accents, no case, no plural, no articles. */
function words(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !SMALL_WORDS.has(word))
    .map((word) => (word.length > 3 ? word.replace(/(?:s|x)$/, '') : word));
}

interface Phrase {
  readonly words: readonly string[];
  readonly item: LawItem & { readonly key: LawItemKey };
}

/** Every phrase by its first word, longest first, so that "pièce d’identité de l’hébergeant" wins over "pièce d’identité". */
const PHRASES: ReadonlyMap<string, readonly Phrase[]> = (() => {
  const map = new Map<string, Phrase[]>();
  for (const item of LAW_ITEMS)
    for (const phrase of item.phrases) {
      const parts = words(phrase);
      const first = parts[0];
      if (first !== undefined) map.set(first, [...(map.get(first) ?? []), { words: parts, item }]);
    }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
})();

function itemsIn(text: string): LawItemKey[] {
  const all = words(text);
  const found: LawItemKey[] = [];
  for (let at = 0; at < all.length;) {
    const phrase = PHRASES.get(all[at] ?? '')?.find((one) => one.words.every((word, step) => all[at + step] === word));
    if (phrase) found.push(phrase.item.key);
    at += phrase?.words.length ?? 1;
  }
  return found;
}

/** Words that begin a demand; a part of the message that holds one and nothing we know is left to a human. */
const DEMANDS = new Set(
  words(
    'attestation justificatif certificat copie document preuve bulletin avis carte contrat extrait lettre numéro code proof copy certificate letter number form formulaire questionnaire chèque',
  ),
);

/** The verdict on one item for one party. */
export function judgeItem(item: LawItem & { readonly key: LawItemKey }, party: Party): RequestVerdict {
  const rule = item[party];
  return {
    item: item.key,
    verdict: rule.verdict,
    condition: rule.condition ?? null,
    article: rule.line === undefined ? null : { annex: party === 'candidate' ? 'I' : 'II', line: rule.line },
  };
}

/**
 * Reads a landlord's message: everything it asks that we know, with what the law says, and the parts to show to a human.
 * Nothing of the message is kept by the caller but items and verdicts. Text beyond 5000 characters is not read.
 */
export function checkRequest(text: string, party: Party): RequestReading {
  const parts = text.slice(0, MAX_REQUEST_CHARACTERS).split(/[\n;,•·*]+|\s[-–—]\s|\.\s|\s(?:et|and)\s/i);
  const keys = new Set<LawItemKey>();
  const unknown: string[] = [];
  for (const part of parts) {
    const found = itemsIn(part);
    found.forEach((key) => keys.add(key));
    const clean = part.replace(/^[\s\-–—]+/, '').trim();
    if (found.length === 0 && clean.length <= 200 && words(clean).some((word) => DEMANDS.has(word))) unknown.push(clean);
  }
  const items = [...keys].flatMap((key) => lawItemOf(key) ?? []);
  return { verdicts: items.map((item) => judgeItem(item, party)), unknown };
}
