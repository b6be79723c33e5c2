import { DEFINITION_CHANGES } from '#domain/stats/indicators.ts';
import { Facts } from '#ui/blocks.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';

/** How figures are made, what is kept back, and what changed in their meaning. */
export function MethodPage({ frame }: { frame: Frame }) {
  const { t, format } = frame;
  return (
    <Page frame={frame} title={t('stats.method_title')} back={{ href: '/stats', label: t('stats.title') }}>
      <h1>{t('stats.method_title')}</h1>
      <h2>{t('stats.method_count_title')}</h2>
      <p>{t('stats.method_count')}</p>
      <p>{t('stats.method_pseudonym')}</p>
      <p>{t('stats.method_once')}</p>
      <h2>{t('stats.method_secret_title')}</h2>
      <p>{t('stats.method_secret')}</p>
      <p>{t('stats.method_neighbours')}</p>
      <p>{t('stats.method_rounding')}</p>
      <p>{t('stats.method_nobody')}</p>
      <h2>{t('stats.method_time_title')}</h2>
      <p>{t('stats.method_closed')}</p>
      <p>{t('stats.method_window')}</p>
      <p>{t('stats.method_hours')}</p>
      <h2>{t('stats.method_falls_title')}</h2>
      <p>{t('stats.method_falls')}</p>
      <h2>{t('stats.method_print_title')}</h2>
      <p>{t('stats.method_print')}</p>
      <p>{t('stats.limit.paper_weight')}</p>
      <h2>{t('stats.method_priority_title')}</h2>
      <p>{t('stats.method_priority')}</p>
      <h2>{t('stats.method_changes')}</h2>
      <Facts
        rows={DEFINITION_CHANGES.map(({ version, day }) => [`${version} – ${format.date(day)}`, t(`stats.change.${version}`)])}
      />
    </Page>
  );
}

/** The files of open data, each with what it holds. */
export function FilesPage({ frame }: { frame: Frame }) {
  const { t } = frame;
  const files = [
    ['indicateurs.csv', t('stats.file_csv')],
    ['indicateurs.json', t('stats.file_json')],
    ['definitions.csv', t('stats.file_definitions')],
    ['schema.json', 'Table Schema'],
    ['datapackage.json', 'Data Package'],
    ['exemple-valide.csv', t('stats.file_example')],
    ['README.md', t('stats.file_readme')],
    ['LICENSE', 'Licence Ouverte 2.0'],
    ['CHANGELOG.md', t('stats.method_changes')],
  ] as const;
  return (
    <Page frame={frame} title={t('stats.files_title')} back={{ href: '/stats', label: t('stats.title') }}>
      <h1>{t('stats.files_title')}</h1>
      <p class="fr-text--lead">{t('stats.files_text')}</p>
      <Facts
        rows={files.map(([name, what]) => [
          <a key={name} href={`/stats/data/${name}`}>
            <code>{name}</code>
          </a>,
          what,
        ])}
      />
    </Page>
  );
}
