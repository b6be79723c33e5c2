import type { ComponentChildren } from 'preact';
import { Button, ButtonLink, Buttons } from '#ui/fields.tsx';
import { Form } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';

/** Asks before somebody's place changes: says what happens to the documents of each, then one button to do it and one to go back. */
export function SurePage(props: {
  frame: Frame;
  title: string;
  /** What happens, a line each. */
  lines: readonly string[];
  action: string;
  label: string;
  back: { readonly href: string; readonly label: string };
  children?: ComponentChildren;
}) {
  const { frame, title, lines, back } = props;
  return (
    <Page frame={frame} title={title} back={back} noindex>
      <h1>{title}</h1>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Form frame={frame} action={props.action}>
        {props.children}
        <Buttons>
          <Button look="danger">{props.label}</Button>
          <ButtonLink look="secondary" href={back.href}>
            {frame.t('common.cancel')}
          </ButtonLink>
        </Buttons>
      </Form>
    </Page>
  );
}
