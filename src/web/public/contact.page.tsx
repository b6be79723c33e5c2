import type { Frame } from '#ui/frame.ts';
import { Button, EmailField, Select, TextArea, TextField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import { Page } from '#ui/layout.tsx';

/** `/contact`. The field that nobody sees is filled by programs only. */
export function ContactPage(props: {
  frame: Frame;
  open: boolean;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
}) {
  const { frame, typed, errors } = props;
  const { t } = frame;
  const profiles = (['tenant', 'landlord', 'other'] as const).map((value) => ({ value, label: t(`contact.${value}`) }));
  return (
    <Page frame={frame} title={t('legal.contact_title')}>
      <h1>{t('legal.contact_title')}</h1>
      <ErrorSummary frame={frame} errors={errors} />
      {!props.open ? (
        <p>{t('contact.none')}</p>
      ) : (
        <>
          <p>{t('contact.lead')}</p>
          <Form frame={frame} action="/contact">
            <TextField name="first_name" label={t('contact.first_name')} autocomplete="given-name" value={typed['first_name']} />
            <TextField name="last_name" label={t('contact.last_name')} autocomplete="family-name" value={typed['last_name']} />
            <EmailField
              label={t('accounts.email')}
              hint={t('accounts.email_hint')}
              value={typed['email']}
              errors={errors}
              required
              own
            />
            <Select name="profile" label={t('contact.profile')} value={typed['profile'] ?? 'tenant'} options={profiles} />
            <TextField name="subject" label={t('contact.subject')} value={typed['subject']} errors={errors} required />
            <TextArea
              name="message"
              label={t('contact.message')}
              hint={t('contact.message_hint')}
              value={typed['message']}
              maxlength={5000}
              errors={errors}
              required
            />
            <div hidden>
              <TextField name="website" label={t('contact.leave_empty')} autocomplete="off" />
            </div>
            <Button>{t('contact.submit')}</Button>
          </Form>
        </>
      )}
    </Page>
  );
}
