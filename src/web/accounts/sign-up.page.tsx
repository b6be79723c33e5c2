import type { Frame } from '#ui/frame.ts';
import { Button, Checkbox, EmailField, PasswordField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import { Page } from '#ui/layout.tsx';
import { FranceConnectButton, OrElse } from './france-connect-button.tsx';

/** `/inscription`. @param typed what to show again; never the password */
export function SignUpPage(props: { frame: Frame; typed: Readonly<Record<string, string>>; errors: FieldErrors }) {
  const { frame, typed, errors } = props;
  const { t } = frame;
  return (
    <Page frame={frame} title={t('accounts.sign_up.title')} islands={['password']}>
      <h1>{t('accounts.sign_up.title')}</h1>
      <ErrorSummary frame={frame} errors={errors} />
      <p class="fr-text--lead">{t('accounts.sign_up.lead')}</p>
      <FranceConnectButton frame={frame} back="/dossier" />
      <OrElse frame={frame} />
      <Form frame={frame} action="/inscription">
        <EmailField
          label={t('accounts.email')}
          hint={t('accounts.email_hint')}
          value={typed['email']}
          errors={errors}
          required
          own
        />
        <PasswordField
          frame={frame}
          name="password"
          label={t('accounts.password')}
          hint={t('accounts.password_rules')}
          autocomplete="new-password"
          errors={errors}
          required
        />
        <Checkbox
          name="terms"
          label={t('accounts.sign_up.terms')}
          hint={t('accounts.sign_up.terms_hint')}
          checked={typed['terms'] === 'on'}
          errors={errors}
        />
        <Button>{t('accounts.sign_up.submit')}</Button>
      </Form>
      <p>
        <a class="fr-link" href="/connexion">
          {t('accounts.sign_up.have_one')}
        </a>
      </p>
      <p class="fr-hint-text">{t('accounts.sign_up.by_partner')}</p>
    </Page>
  );
}
