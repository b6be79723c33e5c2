import type { DeadJob, JobsWaiting } from '#features/jobs/read-jobs.ts';
import { EmptyState, Facts, Table } from '#ui/blocks.tsx';
import { Csrf } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';

/** The worker's numbers of this moment, and each job that failed for good with its cause, its age and one button. */
export function JobsPage(props: { frame: Frame; waiting: readonly JobsWaiting[]; dead: readonly DeadJob[]; deadCount: number }) {
  const { frame, waiting, dead, deadCount } = props;
  const { t } = frame;
  const age = (minutes: number) => t('jobs.minutes', { minutes });
  return (
    <Page frame={frame} title={t('jobs.title')} back={{ href: '/console', label: t('review.home_title') }} wide noindex>
      <h1>{t('jobs.title')}</h1>
      <p class="fr-text--lead">{t('jobs.dead', { count: deadCount })}</p>
      <p>{t('jobs.intro')}</p>
      <Facts
        rows={waiting.map((job) => [
          t(`jobs.name_${job.name}`),
          [
            t('jobs.waiting', { count: job.waiting }),
            t('jobs.running', { count: job.running }),
            ...(job.oldestMinutes === null ? [] : [t('jobs.oldest', { age: age(job.oldestMinutes) })]),
          ].join(' · '),
        ])}
      />
      {dead.length === 0 ? (
        <EmptyState title={t('jobs.dead', { count: 0 })}>
          <p>{t('jobs.none')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('jobs.dead', { count: deadCount })}
          head={[t('jobs.name'), t('jobs.code'), t('jobs.age'), t('jobs.failures'), t('jobs.replay')]}
          numeric={[3]}
          rows={dead.map((job) => [
            t(`jobs.name_${job.name}`),
            <>
              {t(`jobs.code_${job.code}`)} (<code>{job.code}</code>)
            </>,
            age(job.minutes),
            frame.format.number(job.failures),
            <form method="post" action={`/console/travaux/${job.id}/rejouer`}>
              <Csrf frame={frame} />
              <button class="fr-btn fr-btn--secondary" type="submit">
                {t('jobs.replay')}
                <span class="fr-sr-only"> – {t(`jobs.name_${job.name}`)}</span>
              </button>
            </form>,
          ])}
        />
      )}
    </Page>
  );
}
