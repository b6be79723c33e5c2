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

/** Parameters that are euros where they are numbers. */
const AMOUNTS: ReadonlySet<string> = new Set(['seen', 'declared']);

/** Says a finding in one language, from its rule and parameters: never a text that was stored. */
export function sayFinding(locale: Locale, finding: Pick<Finding, 'rule' | 'params'>): SaidFinding {
  const t = translator(locale);
  const say = formats(locale);
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
    params[name] = typeof value !== 'number' ? sayTexts(locale, value) : AMOUNTS.has(name) ? say.number(value) : value;
  const words = (part: 'label' | 'seen' | 'todo') => {
    const key = `finding.${finding.rule}.${part}`;
    return isWordKey(key) ? t(key, params) : '';
  };
  return { label: words('label'), seen: words('seen'), todo: words('todo') };
}

/** Months, days, amounts (`EUR 21551`) and papers in words, each once; all else as it is. */
function sayTexts(locale: Locale, value: string | readonly string[]): string {
  const t = translator(locale);
  const say = formats(locale);
  const texts = [...new Set(typeof value === 'string' ? [value] : value)].map((text) => {
    if (/^\d{4}-\d{2}$/.test(text)) return say.month(text as CivilMonth);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return say.date(text as CivilDate);
    if (/^EUR \d+(\.\d+)?$/.test(text)) return say.euros(Number(text.slice(4)));
    const key = `paper.${text}`;
    return isWordKey(key) ? t(key) : text;
  });
  return texts.length === 1 ? (texts[0] ?? '') : say.list(texts);
}
