import type { Level } from '#domain/pieces/states.ts';
import { formats } from '#i18n/format.ts';
import { LOCALE_FACTS, type Locale } from '#i18n/locales.ts';
import { isWordKey, translator } from '#i18n/translate.ts';

interface BoundPerson {
  readonly id: string;
  readonly role: 'tenant' | 'guarantor';
  readonly name: string;
  /** FranceConnect gave the name: said on the cover. */
  readonly certified: boolean;
  /** To the dossier's own people: given directly to the landlord, absent from their copy. */
  readonly direct?: boolean;
}

/** One piece of the bound dossier with the names of its page images. */
export interface BoundPiece {
  readonly personId: string;
  readonly piece: {
    readonly id: string;
    readonly category: string;
    readonly situation: string;
    readonly amount: number | null;
    readonly level: Level | null;
    readonly withheld: boolean;
  };
  /** `widest`: pixels across of a photo, which are not to be enlarged beyond 200 an inch; `null` for pages that have a size of their own. */
  readonly pages: readonly { readonly file: string; readonly landscape: boolean; readonly widest: number | null }[];
}

export interface BindingInput {
  readonly locale: Locale;
  readonly serviceName: string;
  readonly traceCode: string;
  readonly recipient: string;
  readonly issuedAt: Date;
  readonly validUntil: Date | null;
  readonly dossier: {
    readonly kind: 'alone' | 'couple' | 'flatshare';
    readonly verified: boolean;
    readonly message: string | null;
    readonly people: readonly BoundPerson[];
    /** First names of tenants whose part is not in it. */
    readonly absent: readonly string[];
    readonly income: number;
    readonly guarantorIncome: number;
    readonly checked: number;
    readonly total: number;
  };
  readonly pieces: readonly BoundPiece[];
}

/** A photo is not drawn larger than its pixels allow. */
const LEAST_DPI = 200;

/** What the template of a bound dossier reads: cover, index, message, pages. Words of the recipient's language; names as typed. */
export function bindingOf(input: BindingInput) {
  const t = translator(input.locale);
  const format = formats(input.locale);
  const { dossier } = input;
  const tenants = dossier.people.filter((person) => person.role === 'tenant').map((person) => person.name);
  const certified = dossier.people.filter((person) => person.certified).map((person) => person.name);
  const said = (key: string) => (isWordKey(key) ? t(key) : key);
  const title = t('bound.title', { name: format.list(tenants) });
  const levelWord = (level: Level | null) => (level ? t(`ui.level_${level}`) : t('bound.withheld'));
  return {
    lang: LOCALE_FACTS[input.locale].lang,
    rtl: LOCALE_FACTS[input.locale].dir === 'rtl',
    title,
    secondTitle:
      LOCALE_FACTS[input.locale].lang === 'fr' ? null : translator('fr')('bound.title', { name: formats('fr').list(tenants) }),
    author: input.serviceName,
    service: input.serviceName,
    trace: input.traceCode,
    verified: dossier.verified,
    verdict: dossier.verified ? t('bound.verified') : t('bound.not_verified'),
    verdictDetail: t('bound.checked', { checked: dossier.checked, total: dossier.total }),
    facts: [
      [t('bound.recipient'), input.recipient],
      [t('bound.issued'), format.date(input.issuedAt)],
      ...(input.validUntil ? [[t('bound.valid_until'), format.date(input.validUntil)]] : []),
      ...(certified.length > 0 ? [[t('france_connect.badge'), format.list(certified)]] : []),
      [t('bound.kind'), t(`bound.kind_${dossier.kind}`)],
      [t('bound.income'), format.euros(dossier.income)],
      [
        t('bound.guarantors'),
        dossier.people.some((person) => person.direct && person.role === 'guarantor')
          ? t('people.preview_direct')
          : dossier.guarantorIncome > 0
            ? format.euros(dossier.guarantorIncome)
            : t('bound.none'),
      ],
    ],
    message: dossier.message,
    messageRtl: startsRightToLeft(dossier.message ?? ''),
    people: [
      ...dossier.people.map((person) => ({
        name: person.name,
        header: t('bound.title', { name: person.name }),
        note: person.role === 'guarantor' ? t('bound.guarantor') : null,
        pieces: input.pieces
          .filter(({ personId }) => personId === person.id)
          .map(({ piece, pages }) => ({
            'label-id': pages.length > 0 ? `piece-${piece.id}` : null,
            category: said(`category.${piece.category}.title`),
            situation: person.direct ? t('people.preview_direct') : said(`situation.${piece.situation}.title`),
            amount: piece.amount !== null && piece.category === 'income' ? format.euros(piece.amount) : '',
            level: levelWord(piece.level),
            band: piece.level === 'checked' || piece.level === 'sealed' ? null : t('bound.band'),
            pages: pages.map(({ widest, ...page }, index) => ({
              ...page,
              inches: widest === null ? null : widest / LEAST_DPI,
              alt: t('bound.page_alt', {
                category: said(`category.${piece.category}.title`),
                name: person.name,
                page: index + 1,
                total: pages.length,
                level: levelWord(piece.level),
              }),
            })),
          })),
      })),
      ...dossier.absent.map((name) => ({ name, header: name, note: t('people.not_included'), pieces: [] })),
    ],
    words: {
      qr_alt: t('bound.qr_alt'),
      check_title: t('bound.check_title'),
      check_text: t('bound.check_text'),
      disclaimer: t('bound.disclaimer'),
      index: t('bound.index'),
      page: t('bound.page'),
      message: t('bound.message'),
    },
  };
}

/** Direction of a text by its first letter (Unicode UAX #9, rules P2 and P3): a message is written in whatever language its author speaks. */
function startsRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter);
}
