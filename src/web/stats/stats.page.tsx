import type { JSX } from 'preact';
import type { Dimension, Figure } from '#domain/stats/figure.ts';
import { indicators, SECTIONS, seriesKey, UNAVAILABLE, type Indicator, type Section } from '#domain/stats/indicators.ts';
import type { PublicFigures } from '#features/stats/read-figures.ts';
import { isWordKey } from '#i18n/translate.ts';
import { Alert, Details, EmptyState, Facts, Table } from '#ui/blocks.tsx';
import { Bar, ColumnChart } from '#ui/chart.tsx';
import { ButtonLink, Buttons } from '#ui/fields.tsx';
import type { Frame } from '#ui/frame.ts';
import { Kept } from '#ui/kept.tsx';
import { Page } from '#ui/layout.tsx';
import { breakdownsOf, groupsOf, seriesOf, type BreakdownView, type SeriesView } from './figure-view.ts';
import { sayModality, sayPeriod, sayValue } from './say-figure.ts';

/** Where the queries stand in the source. */
const QUERIES = 'src/store/indicators/facts.ts';

/** The public page of figures: five questions, what is known and what is not. @param props.body its parts, as `figureParts` are written */
export function StatsPage({ frame, body }: { frame: Frame; body: string }) {
  return (
    <Page frame={frame} title={frame.t('stats.title')}>
      <h1>{frame.t('stats.title')}</h1>
      <Kept html={body} />
    </Page>
  );
}

/** The parts of the page, in their order. They depend on the figures, the language and the service, never on who reads. */
export function figureParts(frame: Frame, shown: PublicFigures | null): readonly JSX.Element[] {
  const known = shown?.figures.some((figure) => figure.status !== 'non_disponible') ? shown : null;
  return [
    <Opening key="opening" frame={frame} shown={known} />,
    ...(known ? SECTIONS.map((section) => <FigureSection key={section} frame={frame} section={section} shown={known} />) : []),
    <Closing key="closing" frame={frame} />,
  ];
}

function Opening({ frame, shown }: { frame: Frame; shown: PublicFigures | null }) {
  const { t, format } = frame;
  return (
    <>
      <p class="fr-text--lead">{t('stats.lead')}</p>
      {frame.service.development && (
        <Alert kind="warning" title={t('stats.made_up')}>
          <p>{t('stats.made_up_text')}</p>
        </Alert>
      )}
      {shown ? (
        <>
          <p class="df-muted">{t('stats.updated', { at: format.dateTime(shown.builtAt), last: format.date(shown.last) })}</p>
          <nav class="df-no-print" aria-label={t('stats.sections')}>
            <ul class="fr-sidemenu__list">
              {SECTIONS.map((section) => (
                <li key={section} class="fr-sidemenu__item">
                  <a class="fr-sidemenu__link" href={`#${section}`}>
                    {t(`stats.section_${section}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </>
      ) : (
        <EmptyState title={t('stats.none')}>
          <p>{t('stats.none_text')}</p>
        </EmptyState>
      )}
    </>
  );
}

function FigureSection({ frame, section, shown }: { frame: Frame; section: Section; shown: PublicFigures }) {
  const { t } = frame;
  return (
    <section aria-labelledby={section}>
      <h2 id={section}>{t(`stats.section_${section}`)}</h2>
      <p>{t(`stats.section_${section}_ask`)}</p>
      <div class="df-figures">
        {indicators
          .filter((indicator) => indicator.section === section)
          .map((indicator) => (
            <FigureCard key={indicator.id} frame={frame} indicator={indicator} shown={shown} />
          ))}
      </div>
    </section>
  );
}

function Closing({ frame }: { frame: Frame }) {
  const { t } = frame;
  return (
    <>
      <section aria-labelledby="inconnu">
        <h2 id="inconnu">{t('stats.unknown_title')}</h2>
        <p>{t('stats.unknown_text')}</p>
        <ul>
          {UNAVAILABLE.map(({ id }) => (
            <li key={id}>
              {t(`stats.${id}.title`)} <span class="df-muted">({id})</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="donnees">
        <h2 id="donnees">{t('stats.files_title')}</h2>
        <p>{t('stats.files_text')}</p>
        <Buttons>
          <ButtonLink href="/stats/methode">{t('stats.method')}</ButtonLink>
          <ButtonLink look="secondary" href="/stats/data">
            {t('stats.file_all')}
          </ButtonLink>
        </Buttons>
      </section>
    </>
  );
}

function FigureCard({ frame, indicator, shown }: { frame: Frame; indicator: Indicator; shown: PublicFigures }) {
  const { t } = frame;
  const title = t(`stats.${indicator.id}.title`);
  const series = indicator.whole ? seriesOf(indicator, shown.figures) : [];
  const [one] = indicator.series;
  const apart = one.of !== undefined;
  const breakdowns = apart ? [] : breakdownsOf(indicator, one, shown.figures);
  const [first] = series;
  const several = series.length > 1;
  return (
    <article
      class={`df-figure${apart || breakdowns.length > 1 ? ' df-figure--broad' : ''}`}
      id={indicator.id}
      aria-labelledby={`${indicator.id}-titre`}
    >
      <h3 id={`${indicator.id}-titre`}>{title}</h3>
      <p>{t(`stats.${indicator.id}.definition`)}</p>
      {shown.held.has(indicator.id) && (
        <Alert kind="warning" title={t('stats.method_falls_title')}>
          <p>{t('stats.held')}</p>
        </Alert>
      )}
      {series.map((one) => (
        <div key={one.series.id}>
          {several && <h4>{t(seriesKey(one.series))}</h4>}
          <Numbers frame={frame} view={one} />
        </div>
      ))}
      {first && first.steps.filter((figure) => figure.value !== null).length > 1 && (
        <Chart frame={frame} title={title} view={first} id={indicator.id} />
      )}
      {breakdowns.length > 0 && (
        <div class="df-breakdowns">
          {breakdowns.map((breakdown) => (
            <Breakdown
              key={breakdown.dimension}
              frame={frame}
              title={title}
              name={nameOf(frame, breakdown.dimension)}
              breakdown={breakdown}
            />
          ))}
        </div>
      )}
      {apart && <Parts frame={frame} title={title} indicator={indicator} shown={shown} />}
      {first && first.steps.length + first.longer.length > 0 && (
        <Details summary={t('stats.table')}>
          <SeriesTable frame={frame} title={title} series={series} first={first} />
        </Details>
      )}
      <Details summary={t('stats.about')}>
        <About frame={frame} indicator={indicator} shown={shown} />
      </Details>
    </article>
  );
}

/** One row a period; one column a series, then what the first one needs: cases, interval, state. */
function SeriesTable(props: { frame: Frame; title: string; series: readonly SeriesView[]; first: SeriesView }) {
  const { frame, title, series, first } = props;
  const { t } = frame;
  const rows = [...first.steps, ...first.longer];
  const columns = columnsOf(frame, rows);
  const values = series.map((one) => new Map([...one.steps, ...one.longer].map((figure) => [periodKey(figure), figure])));
  return (
    <Table
      caption={title}
      head={[
        t('stats.period'),
        ...(series.length > 1 ? series.map((one) => t(seriesKey(one.series))) : [t('stats.value')]),
        ...columns.map((column) => column.head),
      ]}
      numeric={[...series.map((_, at) => at + 1), ...columns.flatMap((one, at) => (one.numeric ? [series.length + 1 + at] : []))]}
      rows={rows.map((figure) => [
        sayPeriod(frame, figure),
        ...values.map((of) => sayBare(frame, of.get(periodKey(figure)) ?? figure)),
        ...columns.map((column) => column.cell(figure)),
      ])}
    />
  );
}

const periodKey = (figure: Figure) => `${figure.granularity} ${figure.periodStart}`;

/** A value, or why there is none: a secret one says so, a dash stands where no case was. */
const sayBare = (frame: Frame, figure: Figure) =>
  figure.status === 'secret'
    ? frame.t('stats.secret')
    : figure.value === null
      ? '–'
      : sayValue(frame, figure.value, figure.unit, figure.indicator);

/** Columns that say something in at least one row. */
function columnsOf(frame: Frame, rows: readonly Figure[]) {
  const { t, format } = frame;
  const columns = [
    {
      head: t('stats.cases'),
      numeric: true,
      cell: (figure: Figure) => (figure.denominator === null ? '–' : format.number(figure.denominator)),
      needed: rows.some((figure) => figure.denominator !== null),
    },
    {
      head: t('stats.interval'),
      numeric: true,
      cell: (figure: Figure) => intervalOf(frame, figure) ?? '–',
      needed: rows.some((figure) => figure.low !== null),
    },
    {
      head: t('stats.state'),
      numeric: false,
      cell: (figure: Figure) => t(`stats.state_${figure.status}`),
      needed: true,
    },
  ];
  return columns.filter((column) => column.needed);
}

/** The newest month or week, the year, all time. */
function Numbers({ frame, view }: { frame: Frame; view: SeriesView }) {
  return (
    <dl class="df-numbers">
      {view.heads.map((figure) => (
        <div key={figure.granularity}>
          <dt>{sayPeriod(frame, figure)}</dt>
          <dd>
            <SaidFigure frame={frame} figure={figure} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function SaidFigure({ frame, figure }: { frame: Frame; figure: Figure }) {
  const { t, format } = frame;
  if (figure.status === 'secret') return <span class="fr-badge fr-badge--new">{t('stats.secret')}</span>;
  if (figure.value === null) return <span class="df-muted">{t('stats.no_case')}</span>;
  const interval = intervalOf(frame, figure);
  return (
    <>
      <span>{sayValue(frame, figure.value, figure.unit, figure.indicator)}</span>
      {interval && <small>{interval}</small>}
      {figure.denominator !== null && <small>{t('stats.on_cases', { count: format.number(figure.denominator) })}</small>}
      {figure.status === 'provisoire' && <span class="fr-badge fr-badge--info">{t('stats.provisional')}</span>}
    </>
  );
}

function intervalOf(frame: Frame, { low, high, unit, indicator }: Figure): string | null {
  if (low === null || high === null) return null;
  return frame.t('stats.between', { low: sayValue(frame, low, unit, indicator), high: sayValue(frame, high, unit, indicator) });
}

function Chart({ frame, title, view, id }: { frame: Frame; title: string; view: SeriesView; id: string }) {
  const { t } = frame;
  const columns = view.steps.map((figure) => ({
    label: sayPeriod(frame, figure),
    value: figure.status === 'secret' ? null : figure.value,
    state: figure.status === 'secret' ? 'secret' : figure.status === 'provisoire' ? 'open' : 'final',
  })) satisfies Parameters<typeof ColumnChart>[0]['columns'];
  const most = Math.max(...columns.map((column) => column.value ?? 0));
  return (
    <>
      <ColumnChart
        title={t('stats.chart', { title })}
        columns={columns}
        top={sayValue(frame, most, view.series.unit, view.series.id)}
        describedBy={`${id}-titre`}
      />
      {columns.some((column) => column.state !== 'final') && <p class="df-muted">{t('stats.legend')}</p>}
    </>
  );
}

const nameOf = (frame: Frame, dimension: Dimension): string => {
  const key = `stats.by_${dimension}`;
  return isWordKey(key) ? frame.t(key) : dimension;
};

/** Series of one definition, each with its breakdown: a list apiece, or one table a breakdown where there are several of those. */
function Parts(props: { frame: Frame; title: string; indicator: Indicator; shown: PublicFigures }) {
  const { frame, title, indicator, shown } = props;
  if (indicator.dimensions.length > 1)
    return (
      <>
        {indicator.dimensions.map((dimension) => (
          <Details key={dimension} summary={frame.t('stats.table_of', { title: nameOf(frame, dimension) })}>
            <GroupTable {...props} dimension={dimension} />
          </Details>
        ))}
      </>
    );
  return (
    <div class="df-breakdowns">
      {indicator.series.flatMap((series) =>
        breakdownsOf(indicator, series, shown.figures).map((breakdown) => (
          <Breakdown key={series.id} frame={frame} title={title} name={frame.t(seriesKey(series))} breakdown={breakdown} />
        )),
      )}
    </div>
  );
}

/** One row a group, one column a series, since the start. */
function GroupTable(props: { frame: Frame; title: string; indicator: Indicator; shown: PublicFigures; dimension: Dimension }) {
  const { frame, title, indicator, shown, dimension } = props;
  const { t } = frame;
  const { groups, columns } = groupsOf(indicator, dimension, shown.figures);
  return (
    <Table
      caption={`${title} – ${nameOf(frame, dimension)} – ${t('stats.since')}`}
      head={[t('stats.modality'), ...columns.map(({ series }) => t(seriesKey(series)))]}
      numeric={columns.map((_, at) => at + 1)}
      rows={groups.map((group) => [
        <bdi key="name">{sayModality(frame, dimension, group)}</bdi>,
        ...columns.map(({ of }) => {
          const figure = of.get(group);
          return figure ? sayBare(frame, figure) : '–';
        }),
      ])}
    />
  );
}

function Breakdown(props: { frame: Frame; title: string; name: string; breakdown: BreakdownView }) {
  const { frame, title, name, breakdown } = props;
  const { t } = frame;
  const { dimension, bars, all, greatest } = breakdown;
  const [one] = all;
  const columns = columnsOf(frame, all);
  const drawn = one?.unit === 'pourcent' || (one?.unit === 'nombre' && one.denominator === null);
  return (
    <div>
      <h4>
        {name} {one && <span class="df-muted">– {sayPeriod(frame, one)}</span>}
      </h4>
      {bars.length === 0 ? (
        <p>
          <span class="fr-badge fr-badge--new">{t('stats.secret')}</span>
        </p>
      ) : (
        <ul class="df-bars">
          {bars.map((figure) => (
            <li key={figure.modality}>
              <span>
                <bdi>{sayModality(frame, dimension, figure.modality)}</bdi>
              </span>
              <span>{sayValue(frame, figure.value ?? 0, figure.unit, figure.indicator)}</span>
              {drawn && <Bar part={greatest > 0 ? (figure.value ?? 0) / greatest : 0} />}
            </li>
          ))}
        </ul>
      )}
      <Details summary={t('stats.table_of', { title: name })}>
        <Table
          caption={`${title} – ${name}`}
          head={[t('stats.modality'), t('stats.value'), ...columns.map((column) => column.head)]}
          numeric={[1, ...columns.flatMap((column, at) => (column.numeric ? [2 + at] : []))]}
          rows={all.map((figure) => [
            <bdi key="name">{sayModality(frame, dimension, figure.modality)}</bdi>,
            sayBare(frame, figure),
            ...columns.map((column) => column.cell(figure)),
          ])}
        />
      </Details>
    </div>
  );
}

function About({ frame, indicator, shown }: { frame: Frame; indicator: Indicator; shown: PublicFigures }) {
  const { t, format, service } = frame;
  const [{ measure }] = indicator.series;
  const query = `${QUERIES} (${indicator.id})`;
  return (
    <Facts
      rows={[
        [t('stats.definition'), t(`stats.${indicator.id}.definition`)],
        [t('stats.formula'), t(`stats.formula_${measure.is}`)],
        [t('stats.numerator'), t(`stats.${indicator.id}.numerator`)],
        [t('stats.denominator'), t(`stats.${indicator.id}.denominator`)],
        ...(indicator.windowDays > 0
          ? [[t('stats.window'), t('stats.window_days', { days: indicator.windowDays })] as const]
          : []),
        [t('stats.source'), t('stats.source_text')],
        [t('stats.last_update'), format.dateTime(shown.builtAt)],
        [t('stats.version'), `${indicator.id}, ${indicator.version}`],
        [
          t('stats.query'),
          service.sourceUrl ? (
            <a href={`${service.sourceUrl.replace(/\/+$/, '')}/blob/main/${QUERIES}`}>
              <code>{query}</code>
            </a>
          ) : (
            <code>{query}</code>
          ),
        ],
        [
          t('stats.limits'),
          indicator.limits.length === 0
            ? t('stats.no_limit')
            : indicator.limits.map((limit) => t(`stats.limit.${limit}`)).join(' '),
        ],
      ]}
    />
  );
}
