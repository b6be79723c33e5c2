import type { AlertLine } from '#features/fraud/read-alerts.ts';
import { EmptyState, Table } from '#ui/blocks.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';

/** Alerts, those to look at first. Nobody is named before an alert is opened. */
export function AlertsPage({ frame, alerts }: { frame: Frame; alerts: readonly AlertLine[] }) {
  const { t, format } = frame;
  const open = alerts.filter(({ outcome }) => outcome === null).length;
  return (
    <Page frame={frame} title={t('fraud.title')} back={{ href: '/console', label: t('review.home_title') }} wide noindex>
      <h1>{t('fraud.title')}</h1>
      <p class="fr-text--lead">{t('fraud.open', { count: open })}</p>
      <p>{t('fraud.intro')}</p>
      {alerts.length === 0 ? (
        <EmptyState title={t('fraud.none')} />
      ) : (
        <Table
          caption={t('fraud.list')}
          head={[t('fraud.made_at'), t('fraud.category'), t('fraud.papers'), t('fraud.state'), t('fraud.where')]}
          numeric={[2]}
          rows={alerts.map((alert) => [
            format.dateTime(alert.madeAt),
            t(`category.${alert.category}.title`),
            format.number(alert.papers),
            <span class={`fr-badge fr-badge--${alert.outcome ? 'new' : 'info'}`}>
              {t(`fraud.state_${alert.outcome ?? 'open'}`)}
            </span>,
            <a class="fr-link" href={`/console/fraude/${alert.id}`}>
              {t('fraud.see_where')}
              <span class="fr-sr-only"> – {format.dateTime(alert.madeAt)}</span>
            </a>,
          ])}
        />
      )}
    </Page>
  );
}
