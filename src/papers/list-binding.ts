import type { CivilDate } from '#kernel/civil-date.ts';
import { annexOf, papersFor } from '#domain/catalogue/papers.ts';
import type { Category, Role, Situation } from '#domain/catalogue/situation.ts';
import { situationsFor, type SituationKey } from '#domain/catalogue/situations.ts';
import { formats } from '#i18n/format.ts';
import { LOCALE_FACTS, type Locale } from '#i18n/locales.ts';
import { sayDates } from '#i18n/say-dates.ts';
import { translator } from '#i18n/translate.ts';

/** A person of the list, with what they answered so far. */
export interface ListedPerson {
  readonly name: string;
  readonly role: Role;
  readonly categories: readonly {
    readonly category: Category;
    /** Situations already chosen; empty: every choice is listed. */
    readonly chosen: readonly Situation[];
    /** Nothing is missing here any more. */
    readonly done: boolean;
  }[];
}

export interface ListInput {
  readonly locale: Locale;
  readonly serviceName: string;
  readonly today: CivilDate;
  readonly people: readonly ListedPerson[];
}

/** What the template of the list of papers reads: the papers of each answer with their dates, or every choice where there is no answer yet. */
export function listOf({ locale, serviceName, today, people }: ListInput) {
  const t = translator(locale);
  const format = formats(locale);
  const paperLine = (row: Situation, role: Role) =>
    papersFor(row, role).map((together) =>
      together
        .map((paper) => {
          const dates = sayDates(locale, paper.fresh, today);
          const marks = [
            ...(dates === '' ? [] : [dates]),
            ...(paper.signed ? [t('proof.signed')] : []),
            ...(paper.allPages ? [t('proof.all_pages')] : []),
            ...(paper.min === 0 ? [t('proof.welcome')] : []),
            paper.lines.length === 0 ? t('law.volunteered') : `${annexOf(role)} ${paper.lines.join(', ')}`,
          ];
          return `${t(`paper.${paper.kind}`)} – ${marks.join(`${t('common.comma')} `)}`;
        })
        .join(' + '),
    );
  return {
    lang: LOCALE_FACTS[locale].lang,
    rtl: LOCALE_FACTS[locale].dir === 'rtl',
    title: t('list.title'),
    service: serviceName,
    law: t('list.law'),
    made: t('list.made', { date: format.date(today) }),
    oneOf: t('proof.one_of'),
    people: people.map((person) => ({
      name: t('list.for', { name: person.name }),
      categories: person.categories.map(({ category, chosen, done }) => {
        const rows = chosen.length > 0 ? chosen : situationsFor(category, person.role, today);
        return {
          title: t(`category.${category}.title`),
          done,
          status: t(done ? 'ui.status_done' : 'ui.status_missing'),
          note: chosen.length > 0 ? null : t('list.choose'),
          situations: rows.map((row) => {
            const title = t(`situation.${row.key as SituationKey}.title`);
            return {
              title: chosen.length > 0 ? t('list.answer', { situation: title }) : title,
              hint: t(`situation.${row.key as SituationKey}.hint`),
              papers: chosen.length > 0 ? paperLine(row, person.role) : [],
            };
          }),
        };
      }),
    })),
  };
}
