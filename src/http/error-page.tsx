import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';

/** Failures a person can meet, by HTTP status; words are `http.error_<status>.title` and `.text`. */
export const ERROR_STATUSES = [400, 403, 404, 405, 410, 413, 429, 500, 503] as const;
export type ErrorStatus = (typeof ERROR_STATUSES)[number];

/** What went wrong, in plain words, with one thing to do. `reference` finds the line in the log. */
export function ErrorPage(props: { frame: Frame; status: ErrorStatus; reference: string | null }) {
  const { frame, status, reference } = props;
  return (
    <Page frame={frame} title={frame.t(`http.error_${status}.title`)}>
      <h1>{frame.t(`http.error_${status}.title`)}</h1>
      <p class="fr-text--lead">{frame.t(`http.error_${status}.text`)}</p>
      {reference && (
        <p>
          {frame.t('http.reference')} <code dir="ltr">{reference}</code>
        </p>
      )}
      <p>
        <a class="fr-link" href="/">
          {frame.t('http.home')}
        </a>
      </p>
    </Page>
  );
}
