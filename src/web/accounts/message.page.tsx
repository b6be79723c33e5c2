import type { Frame } from '#ui/frame.ts';
import { Button, ButtonLink } from '#ui/fields.tsx';
import { Form } from '#ui/form.tsx';
import { Page } from '#ui/layout.tsx';

/** Says what happened and gives one way on. */
export function MessagePage(props: {
  frame: Frame;
  title: string;
  paragraphs: readonly string[];
  next?: { readonly href: string; readonly label: string };
}) {
  return (
    <Page frame={props.frame} title={props.title} noindex>
      <h1>{props.title}</h1>
      {props.paragraphs.map((text, index) => (
        <p key={index}>{text}</p>
      ))}
      {props.next && <ButtonLink href={props.next.href}>{props.next.label}</ButtonLink>}
    </Page>
  );
}

/** Where a mailed link leads: opening it does nothing, pressing the button does. Mail scanners open pages, they press nothing. */
export function PressPage(props: { frame: Frame; title: string; text: string; label: string }) {
  return (
    <Page frame={props.frame} title={props.title} noindex>
      <h1>{props.title}</h1>
      <p>{props.text}</p>
      <Form frame={props.frame} action={props.frame.path}>
        <Button>{props.label}</Button>
      </Form>
    </Page>
  );
}

/** For links that were used, are too old or never were. */
export function DeadLinkPage(props: { frame: Frame; next: { readonly href: string; readonly label: string } }) {
  const { t } = props.frame;
  return (
    <MessagePage frame={props.frame} title={t('accounts.dead.title')} paragraphs={[t('accounts.dead.text')]} next={props.next} />
  );
}
