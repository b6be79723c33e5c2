import type { ComponentChildren } from 'preact';
import type { Level, PersonStatus, PieceStatus } from '#domain/pieces/states.ts';
import type { Frame } from './frame.ts';

/** Something to know, with a sign and a word, never by colour alone. */
export function Alert(props: { kind: 'info' | 'success' | 'warning' | 'error'; title?: string; children?: ComponentChildren }) {
  return (
    <div class={`fr-alert fr-alert--${props.kind}`}>
      {props.title && <h2 class="fr-alert__title">{props.title}</h2>}
      {props.children}
    </div>
  );
}

const TONE: Readonly<Record<PieceStatus | PersonStatus | 'missing' | 'done', 'new' | 'info' | 'success' | 'warning' | 'error'>> =
  {
    missing: 'new',
    done: 'success',
    started: 'new',
    to_review: 'info',
    to_correct: 'warning',
    accepted: 'success',
    incomplete: 'new',
    complete: 'info',
    in_review: 'info',
    verified: 'success',
    archived: 'new',
  };

/** Status of a piece, person or dossier in one word. */
export function StatusTag(props: { frame: Frame; status: PieceStatus | PersonStatus | 'missing' | 'done' }) {
  return <span class={`fr-badge fr-badge--${TONE[props.status]}`}>{props.frame.t(`ui.status_${props.status}`)}</span>;
}

const SIGN: Readonly<Record<Level, string>> = {
  declared: 'M6 12h12',
  consistent: 'M5 9h14M5 15h14',
  sealed: 'M12 3l7 3v6c0 4-3 7-7 9-4-2-7-5-7-9V6z',
  checked: 'M5 12.5l4.5 4.5L19 7',
};

/** Level of proof: one sign, one word; the sentence goes with it where there is room. */
export function LevelTag(props: { frame: Frame; level: Level; sentence?: boolean }) {
  const { t } = props.frame;
  return (
    <span class={`df-level df-level--${props.level}`}>
      <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
        <path d={SIGN[props.level]} />
      </svg>
      <strong>{t(`ui.level_${props.level}`)}</strong>
      {props.sentence && <span class="df-level__sentence"> {t(`ui.level_${props.level}_means`)}</span>}
    </span>
  );
}

/** The name of a person is the one that FranceConnect gave. */
export function CertifiedTag({ frame }: { frame: Frame }) {
  return <span class="fr-badge fr-badge--info">{frame.t('france_connect.badge')}</span>;
}

/** Names of steps with what is done; not percentages. */
export function Steps(props: {
  frame: Frame;
  steps: readonly { href: string; label: string; state: 'done' | 'current' | 'todo' | 'warning' }[];
}) {
  return (
    <nav class="df-steps" aria-label={props.frame.t('ui.steps')}>
      <ol>
        {props.steps.map((step) => (
          <li key={step.href} class={`df-step df-step--${step.state}`}>
            <a href={step.href} {...(step.state === 'current' ? { 'aria-current': 'step' as const } : {})}>
              {step.label}
              <span class="fr-sr-only"> – {props.frame.t(`ui.step_${step.state}`)}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** What will be here, and the first thing to do. */
export function EmptyState(props: { title: string; children?: ComponentChildren }) {
  return (
    <div class="df-empty">
      <p class="df-empty__title">{props.title}</p>
      {props.children}
    </div>
  );
}

/** Something under way: says what happens and how long. */
export function Waiting(props: { title: string; children?: ComponentChildren }) {
  return (
    <div class="df-waiting" role="status">
      <span class="df-waiting__sign" aria-hidden="true" />
      <div>
        <p class="df-waiting__title">{props.title}</p>
        {props.children}
      </div>
    </div>
  );
}

/** More to read for those who want it; open by default where `open`. */
export function Details(props: { summary: string; open?: boolean; children: ComponentChildren }) {
  return (
    <details class="fr-accordion" open={props.open ?? false}>
      <summary class="fr-accordion__btn">{props.summary}</summary>
      <div class="fr-collapse">{props.children}</div>
    </details>
  );
}

/** Facts as pairs. */
export function Facts(props: { rows: readonly (readonly [ComponentChildren, ComponentChildren])[] }) {
  return (
    <dl class="df-facts">
      {props.rows.map(([name, value], index) => (
        <div key={index}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A table on wide screens, a list under 640 px. Numbers are right-aligned. Where it is too wide for its place it scrolls there, by keyboard too. */
export function Table(props: {
  caption: string;
  head: readonly string[];
  numeric?: readonly number[];
  rows: readonly (readonly ComponentChildren[])[];
}) {
  const numeric = new Set(props.numeric ?? []);
  return (
    <div class="fr-table" role="group" aria-label={props.caption} tabindex={0}>
      <table>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            {props.head.map((label, index) => (
              <th key={index} scope="col" class={numeric.has(index) ? 'df-number' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} data-label={props.head[column]} class={numeric.has(column) ? 'df-number' : undefined}>
                  <div>{cell}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A value to copy; the button appears with script. */
export function CopyField(props: { frame: Frame; label: string; value: string; id: string }) {
  return (
    <div
      class="fr-input-group df-copy"
      data-island="copy"
      data-done={props.frame.t('ui.copied')}
      data-label={props.frame.t('ui.copy')}
    >
      <label class="fr-label" for={props.id}>
        {props.label}
      </label>
      <input class="fr-input" id={props.id} type="text" readonly dir="ltr" value={props.value} />
    </div>
  );
}
