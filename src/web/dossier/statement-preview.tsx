import type { statementText } from '#domain/catalogue/statements.ts';
import { LOCALE_FACTS } from '#i18n/locales.ts';
import { translator } from '#i18n/translate.ts';
import type { Frame } from '#ui/frame.ts';

/** The sworn statement as it will be printed, in French, and what it says in the reader's language. */
export function StatementPreview({ frame, text }: { frame: Frame; text: NonNullable<ReturnType<typeof statementText>> }) {
  const french = translator('fr');
  const { lang } = LOCALE_FACTS[frame.locale];
  const sentence = french(`statement.text.${text}`);
  const own = frame.t(`statement.text.${text}`);
  return (
    <div class="df-statement">
      <p>{frame.t('statement.preview')}</p>
      <blockquote lang="fr" dir="ltr">
        <p>
          {french('statement.i')} {sentence}
        </p>
        <p>{french('statement.law')}</p>
      </blockquote>
      {(lang !== 'fr' || own !== sentence) && (
        <p class="df-muted">
          {frame.t('statement.translation')} {frame.t('statement.i')} {own} {frame.t('statement.law')}
        </p>
      )}
    </div>
  );
}
