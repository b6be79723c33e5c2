import type { ComponentChildren } from 'preact';
import type { Frame } from './frame.ts';

export interface PasskeyPartProps {
  readonly frame: Frame;
  readonly mode: 'create' | 'get';
  /** Address that says what to sign. */
  readonly ask: string;
  /** Address that takes the answer. */
  readonly answer: string;
  /** Said when the key was not accepted. */
  readonly failed: string;
  readonly children: ComponentChildren;
}

/** A passkey's button; hidden until the script (`passkey`) finds that the browser knows passkeys. */
export function PasskeyButton(props: PasskeyPartProps) {
  return (
    <div
      class="df-passkey"
      hidden
      data-island="passkey"
      data-mode={props.mode}
      data-ask={props.ask}
      data-answer={props.answer}
      data-csrf={props.frame.csrf}
      data-failed={props.failed}
    >
      <button class="fr-btn fr-btn--secondary" type="button">
        {props.children}
      </button>
      <p role="status" />
    </div>
  );
}
