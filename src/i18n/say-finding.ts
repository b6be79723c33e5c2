import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import type { Finding } from '#domain/findings/findings.ts';
import { formats } from './format.ts';
import type { Locale } from './locales.ts';
import { isWordKey, translator } from './translate.ts';

/** A finding in words; `seen` and `todo` are empty for rules that only agents read. */
export interface SaidFinding {
  readonly label: string;
  readonly seen: string;
  readonly todo: string;
}

/** Says a finding in one language, from its rule and parameters: never a text that was stored. */
export function sayFinding(locale: Locale, finding: Pick<Finding, 'rule' | 'params'>): SaidFinding {
  const t = translator(locale);
  const params: Record<string, string | number> = {
    papers: '',
    seen: '',
    expected: '',
    missing: '',
    years: '',
    year: '',
    date: '',
  };
  Object.assign(params, { pages: 0, asked: 0, months: 0, declared: 0 });
  for (const [name, value] of Object.entries(finding.params))
    params[name] = typeof value === 'number' ? value : sayTexts(locale, value);
  const say = (part: 'label' | 'seen' | 'todo') => {
    const key = `finding.${finding.rule}.${part}`;
    return isWordKey(key) ? t(key, params) : '';
  };
  return { label: say('label'), seen: say('seen'), todo: say('todo') };
}

/** Months, days and papers in words; all else as it is. */
function sayTexts(locale: Locale, value: string | readonly string[]): string {
  const t = translator(locale);
  const say = formats(locale);
  const texts = (typeof value === 'string' ? [value] : value).map((text) => {
    if (/^\d{4}-\d{2}$/.test(text)) return say.month(text as CivilMonth);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return say.date(text as CivilDate);
    const key = `paper.${text}`;
    return isWordKey(key) ? t(key) : text;
  });
  return texts.length === 1 ? (texts[0] ?? '') : say.list(texts);
}
