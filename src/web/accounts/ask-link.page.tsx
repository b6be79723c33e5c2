import type { Frame } from '#ui/frame.ts';
import { Button, EmailField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import { Page } from '#ui/layout.tsx';

/** Asks for an address, to send a link to it. Posts to its own address. */
export function AskLinkPage(props: {
  frame: Frame;
  title: string;
  text: string;
  label: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
}) {
  const { frame, errors } = props;
  const { t } = frame;
  const back = { href: '/connexion', label: t('accounts.sign_in.title') };
  return (
    <Page frame={frame} title={props.title} back={back}>
      <h1>{props.title}</h1>
      <ErrorSummary frame={frame} errors={errors} />
      <p>{props.text}</p>
      <Form frame={frame} action={frame.path}>
        <EmailField
          label={t('accounts.email')}
          hint={t('accounts.email_hint')}
          value={props.typed['email']}
          errors={errors}
          required
          own
        />
        <Button>{props.label}</Button>
      </Form>
    </Page>
  );
}
