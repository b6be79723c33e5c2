/** One column of a chart: what it is of, how high, and whether it may still change or is kept secret. */
export interface Column {
  readonly label: string;
  /** `null` when there is nothing to show: secret, or no case. */
  readonly value: number | null;
  readonly state: 'final' | 'open' | 'secret';
}

const STEP = 10;
const WIDTH = 7;
const HEIGHT = 100;

/**
 * Columns over time, drawn by the server with attributes only; the first and last label and the greatest value stand around it as
 * text, so that they keep their size on a narrow screen. A column that may change is an outline, a secret one a dashed line: never
 * colour alone. It says what it is; the figures stand in the table beside it.
 */
export function ColumnChart(props: { title: string; columns: readonly Column[]; top: string; describedBy: string }) {
  const { columns } = props;
  const most = Math.max(...columns.map((column) => column.value ?? 0));
  const height = (value: number) => (most > 0 ? Math.max((value / most) * (HEIGHT - 2), value > 0 ? 1.5 : 0) : 0);
  return (
    <figure class="df-chart">
      <p class="df-chart__top" aria-hidden="true">
        {props.top}
      </p>
      <svg
        class="df-chart__columns"
        viewBox={`0 0 ${columns.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={props.title}
        aria-describedby={props.describedBy}
        focusable="false"
      >
        {columns.map((column, index) => {
          const x = index * STEP + (STEP - WIDTH) / 2;
          if (column.value === null)
            return column.state === 'secret' ? (
              <path key={index} class="df-chart__secret" d={`M${x} ${HEIGHT - 4}h${WIDTH}`} />
            ) : null;
          const tall = height(column.value);
          return (
            <rect
              key={index}
              class={column.state === 'open' ? 'df-chart__open' : 'df-chart__final'}
              x={x}
              y={HEIGHT - tall}
              width={WIDTH}
              height={tall}
            />
          );
        })}
        <path class="df-chart__ground" d={`M0 ${HEIGHT - 0.5}H${columns.length * STEP}`} />
      </svg>
      <p class="df-chart__ends" aria-hidden="true">
        <span>{columns[0]?.label}</span>
        {columns.length > 1 && <span>{columns.at(-1)?.label}</span>}
      </p>
    </figure>
  );
}

/** A bar beside a label and its value; the value stands in words, so the bar itself is silent. */
export function Bar(props: { part: number }) {
  return (
    <svg class="df-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="df-bar__room" x="0" y="0" width="100" height="8" />
      <rect class="df-bar__part" x="0" y="0" width={Math.round(Math.min(Math.max(props.part, 0), 1) * 1000) / 10} height="8" />
    </svg>
  );
}
