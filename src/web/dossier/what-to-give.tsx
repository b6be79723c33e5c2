import type { CivilDate } from '#kernel/civil-date.ts';
import { annexOf, papersFor, placesOf, type AskedPaper } from '#domain/catalogue/papers.ts';
import type { Role, Situation } from '#domain/catalogue/situation.ts';
import { sayDates } from '#i18n/say-dates.ts';
import { Details } from '#ui/blocks.tsx';
import type { Frame } from '#ui/frame.ts';
import { PhotoExamples } from '#ui/photo-examples.tsx';

interface WhatToGiveProps {
  readonly frame: Frame;
  readonly situation: Situation;
  readonly role: Role;
  /** Dates are computed for this day. */
  readonly today: CivilDate;
}

/** Which papers prove an answer, for this role and on this day: dates, line of the decree or "only if you wish", where to get them, how to take a photo. */
export function WhatToGive({ frame, situation, role, today }: WhatToGiveProps) {
  const { t } = frame;
  const ways = papersFor(situation, role);
  if (ways.length === 0) return null;
  const places = placesOf(ways);
  return (
    <section>
      <h2>{t('proof.title')}</h2>
      {ways.length > 1 && <p>{t('proof.one_of')}</p>}
      <ul>
        {ways.map((together, index) => (
          <li key={index}>
            {together.map((paper, place) => (
              <span key={paper.kind}>
                {place > 0 && ' + '}
                <PaperLine frame={frame} paper={paper} role={role} today={today} />
              </span>
            ))}
          </li>
        ))}
      </ul>
      {places.length > 0 && (
        <Details summary={t('proof.where')}>
          <ul>
            {places.map((place) => (
              <li key={place}>{t(`where.${place}`)}</li>
            ))}
          </ul>
        </Details>
      )}
      <Details summary={t('proof.examples')}>
        <PhotoExamples frame={frame} />
      </Details>
    </section>
  );
}

function PaperLine({ frame, paper, role, today }: Pick<WhatToGiveProps, 'frame' | 'role' | 'today'> & { paper: AskedPaper }) {
  const { t } = frame;
  const dates = sayDates(frame.locale, paper.fresh, today);
  const marks = [
    ...(dates === '' ? [] : [dates]),
    ...(paper.signed ? [t('proof.signed')] : []),
    ...(paper.allPages ? [t('proof.all_pages')] : []),
    ...(paper.min === 0 ? [t('proof.welcome')] : []),
  ];
  const annex = annexOf(role);
  const law =
    paper.lines.length === 0
      ? t('law.volunteered')
      : frame.format.list(paper.lines.map((line) => t('law.article.line', { annex, line })));
  return (
    <>
      <strong>{t(`paper.${paper.kind}`)}</strong>
      {marks.length > 0 && ` – ${marks.join(`${t('common.comma')} `)}`} <span class="df-muted">({law})</span>
    </>
  );
}
