import { pluralsOf, textsOf } from './read-message.ts';

/** What keeps its Latin letters in Arabic: names of offices, papers and formats that people must find as they are. */
const NAMES = [
  'AAH|Action Logement|ADIL|CAF|CCAS|CDD|CDI|Crous|FICP|France Identité|France Travail|FranceConnect',
  'I(?:NSEE|nsee|SO)|MDPH|MSA|PACS|Parcoursup|RGAA|RIB|RNE|RSA',
  'SIRENE|SIRET|URSSAF|Visale|Vitale|Défenseur des droits|Je donne mon avis|Documents|Mes documents|Mes attestations',
  'récépissé|quittances?|taxe foncière|avis d’impôt(?: sur le revenu)?|situation déclarative|élection de domicile|préfecture',
  'intérim|alternance|intermittent|micro-entreprise|France services|Licence Ouverte|EUPL|CNIL',
  'place de Fontenoy, TSA|Paris CEDEX|Libre réponse',
  '2D-Doc|HEIC|JPEG|JSON|PDF|PNG|ZIP|K-bis|ABCD-EFGH-JK|[AJKRT]',
  '[a-z-]+(?:\\.[a-z-]+)*\\.(?:fr|json|org)|documents/|name@example\\.org',
].join('|');

const ALLOWED = new RegExp(`(?<![\\p{Script=Latin}\\p{N}])(?:${NAMES})(?![\\p{Script=Latin}\\p{N}])`, 'gu');

/** Latin words of an Arabic text that are no name: leftovers of another language. ICU's own words are not text. */
export function foreignIn(message: string): string[] {
  return textsOf(message, 'ar').flatMap(
    (text) => text.replaceAll(ALLOWED, ' ').match(/\p{Script=Latin}[\p{Script=Latin}’-]*/gu) ?? [],
  );
}

/** Numbers in parts (`89-462`, `39 28`) that would be read from the last part to the first: no mark keeps them from left to right. */
export function turnedIn(message: string): string[] {
  return textsOf(message, 'ar').flatMap(
    (text) =>
      text.replaceAll(/\u2066[^\u2069]*\u2069/gu, ' ').match(/(?<![\u200e\p{L}\p{N}-])(?<!\p{N} )\p{N}+(?:[- ]\p{N}+)+/gu) ?? [],
  );
}

/** Plural forms that Arabic has and that a message lacks, for each of its counts. */
export function pluralsLackingIn(message: string): string[] {
  return pluralsOf(message, 'ar').flatMap(({ name, forms }) =>
    ['one', 'two', 'few', 'many', 'other'].filter((form) => !forms.includes(form)).map((form) => `${name}: ${form}`),
  );
}

/** Words that end as `your` of several people does, and are none. */
const NOT_YOURS = ['كم', 'حكم', 'محكم', 'متراكم'];

/** A noun that bears the article bears no `your`. */
const DEFINITE = /^[وفبك]?(?:ال|لل)/u;

/** Words that speak to several people (`ملفكم`): Arabic speaks to one, everywhere, as its verbs do. */
export function pluralYouIn(message: string): string[] {
  return textsOf(message, 'ar')
    .flatMap((text) => text.match(/[\u0621-\u0652]+/gu) ?? [])
    .filter((word) => (word.endsWith('كم') && !NOT_YOURS.includes(word) && !DEFINITE.test(word)) || word === 'أنتم');
}
