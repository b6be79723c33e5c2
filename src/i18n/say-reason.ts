import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import type { ReasonParams } from '#domain/review/reason-params.ts';
import { reasonOf, type ParamKind, type ReasonKey } from '#domain/review/reasons.ts';
import { formats } from './format.ts';
import type { Locale } from './locales.ts';
import { isWordKey, translator } from './translate.ts';

/** Who reads: the person the piece is of, or somebody who fills for them. */
export type Voice = 'you' | 'them';

/** A reason in words. */
export interface SaidReason {
  readonly wrong: string;
  readonly todo: string;
}

/**
 * Says a reason to a reader, from its code and parameters, in their language: never a text that was stored.
 * @param name the person the piece is of; needed by the voice `them`
 */
export function sayReason(
  locale: Locale,
  reason: { readonly key: ReasonKey; readonly params: ReasonParams },
  voice: Voice,
  name: string,
): SaidReason {
  const t = translator(locale);
  const params: Record<string, string | number> = { name };
  const kinds: Readonly<Record<string, ParamKind>> = reasonOf(reason.key)?.params ?? {};
  for (const [param, kind] of Object.entries(kinds)) params[param] = sayParam(locale, kind, reason.params[param]);
  return {
    wrong: t(`reason.${reason.key}.wrong.${voice}`, params),
    todo: t(`reason.${reason.key}.todo.${voice}`, params),
  };
}

function sayParam(locale: Locale, kind: ParamKind, value: ReasonParams[string] | undefined): string | number {
  const t = translator(locale);
  const say = formats(locale);
  const list: readonly (string | number)[] = value === undefined ? [] : typeof value === 'object' ? value : [value];
  const texts = list.map(String);
  const word = (prefix: string, suffix = '') => {
    const key = `${prefix}.${texts[0] ?? ''}${suffix}`;
    return isWordKey(key) ? t(key) : '';
  };
  switch (kind) {
    case 'papers':
      return say.list(
        texts.map((text) => {
          const key = `paper.${text}`;
          return isWordKey(key) ? t(key) : text;
        }),
        'disjunction',
      );
    case 'months':
      return say.list(texts.map((text) => say.month(text as CivilMonth)));
    case 'date':
      return texts[0] === undefined ? '' : say.date(texts[0] as CivilDate);
    case 'euros':
      return say.euros(Number(texts[0] ?? 0));
    case 'count':
      return Number(texts[0] ?? 0);
    case 'year':
      return texts[0] ?? '';
    case 'years':
    case 'school_years':
      return say.list(texts, 'disjunction');
    case 'signer':
      return word('signer');
    case 'situation':
      return word('situation', '.title');
    case 'guarantor_kind':
      return word('guarantor_kind');
    case 'forbidden':
      return word('law.item');
  }
}
