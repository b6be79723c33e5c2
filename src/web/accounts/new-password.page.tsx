import type { Frame } from '#ui/frame.ts';
import { Button, PasswordField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import { Page } from '#ui/layout.tsx';

/** Chooses a password, from a mailed link. Posts to its own address. */
export function NewPasswordPage({ frame, errors }: { frame: Frame; errors: FieldErrors }) {
  const { t } = frame;
  return (
    <Page frame={frame} title={t('accounts.reset.title')} islands={['password']} noindex>
      <h1>{t('accounts.reset.title')}</h1>
      <ErrorSummary frame={frame} errors={errors} />
      <p>{t('accounts.reset.text')}</p>
      <Form frame={frame} action={frame.path}>
        <PasswordField
          frame={frame}
          name="password"
          label={t('accounts.new_password')}
          hint={t('accounts.password_rules')}
          autocomplete="new-password"
          errors={errors}
          required
        />
        <Button>{t('accounts.reset.submit')}</Button>
      </Form>
    </Page>
  );
}
