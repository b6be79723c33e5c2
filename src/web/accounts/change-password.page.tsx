import type { AccountCard } from '#features/accounts/read-account.ts';
import type { Frame } from '#ui/frame.ts';
import { Button, ButtonLink, PasswordField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import { AccountPage } from './account-menu.tsx';

/** `/compte/mot-de-passe`. */
export function ChangePasswordPage(props: { frame: Frame; account: AccountCard; errors: FieldErrors }) {
  const { frame, errors } = props;
  const { t } = frame;
  return (
    <AccountPage frame={frame} title={t('accounts.change_password.title')} island="password">
      <ErrorSummary frame={frame} errors={errors} />
      {props.account.hasPassword ? (
        <Form frame={frame} action="/compte/mot-de-passe">
          <PasswordField
            frame={frame}
            name="password"
            label={t('accounts.present_password')}
            autocomplete="current-password"
            errors={errors}
            required
          />
          <PasswordField
            frame={frame}
            name="new_password"
            label={t('accounts.new_password')}
            hint={t('accounts.password_rules')}
            autocomplete="new-password"
            errors={errors}
            required
          />
          <Button>{t('accounts.reset.submit')}</Button>
        </Form>
      ) : (
        <>
          <p>{t('accounts.change_password.none')}</p>
          <ButtonLink href="/mot-de-passe-oublie">{t('accounts.forgotten.submit')}</ButtonLink>
        </>
      )}
    </AccountPage>
  );
}
