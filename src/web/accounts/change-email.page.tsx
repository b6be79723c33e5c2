import type { AccountCard } from '#features/accounts/read-account.ts';
import type { Frame } from '#ui/frame.ts';
import { Button, EmailField, PasswordField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import { AccountPage } from './account-menu.tsx';
import { ProveAgain } from './prove-again.tsx';

/** `/compte/email`. */
export function ChangeEmailPage(props: {
  frame: Frame;
  account: AccountCard;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
}) {
  const { frame, account, errors } = props;
  const { t } = frame;
  return (
    <AccountPage frame={frame} title={t('accounts.change_email.title')} island="password">
      <ErrorSummary frame={frame} errors={errors} />
      <p>
        {t('accounts.email')} : <bdi dir="ltr">{account.email}</bdi>
      </p>
      <p>{t('accounts.change_email.text')}</p>
      {!account.hasPassword && account.franceConnect && <ProveAgain frame={frame} back="/compte/email" />}
      <Form frame={frame} action="/compte/email">
        <EmailField
          label={t('accounts.change_email.new')}
          hint={t('accounts.email_hint')}
          value={props.typed['email']}
          errors={errors}
          required
          own
        />
        {account.hasPassword && (
          <PasswordField
            frame={frame}
            name="password"
            label={t('accounts.present_password')}
            autocomplete="current-password"
            errors={errors}
            required
          />
        )}
        <Button>{t('accounts.change_email.submit')}</Button>
      </Form>
    </AccountPage>
  );
}
