import type { CivilDate } from '#kernel/civil-date.ts';
import { statementText, type PrintedKind } from '#domain/catalogue/statements.ts';
import { formats } from '#i18n/format.ts';
import { isWordKey, translator } from '#i18n/translate.ts';

export interface StatementInput {
  readonly kind: PrintedKind;
  readonly serviceName: string;
  readonly name: string;
  readonly category: string;
  readonly situation: string;
  /** What the person wrote, as typed. */
  readonly text: string | null;
  readonly madeOn: CivilDate;
}

/**
 * What the template of a statement reads. In French, whatever the reader speaks: the French words bind, a translation stands on screens.
 * A statement says what is attested; an explanation says what the person wrote, as theirs.
 */
export function statementOf(input: StatementInput) {
  const t = translator('fr');
  const said = (key: string) => (isWordKey(key) ? t(key) : key);
  const version = statementText(input.situation);
  const stated = input.kind === 'statement' && version !== null ? version : null;
  const title = stated === null ? t('statement.explanation') : t('statement.title');
  return {
    title,
    service: input.serviceName,
    subject: `${said(`category.${input.category}.title`)} – ${said(`situation.${input.situation}.title`)}`,
    rows: [
      [t('statement.name'), input.name],
      [t('statement.date'), formats('fr').date(input.madeOn)],
    ],
    intro: stated === null ? null : t('statement.i'),
    sentence: stated === null ? null : t(`statement.text.${stated}`),
    own: input.text === null || input.text.trim() === '' ? null : input.text,
    ownIntro: t('statement.explanation_i'),
    law: stated === null ? null : t('statement.law'),
    madeBy: t('statement.made_by', { service: input.serviceName }),
  };
}
