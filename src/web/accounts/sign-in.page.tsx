import type { Frame } from '#ui/frame.ts';
import { Button, Checkbox, EmailField, PasswordField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import { Page } from '#ui/layout.tsx';
import { FranceConnectButton, OrElse } from './france-connect-button.tsx';

/** `/connexion`. @param back path of this site to go to afterwards */
export function SignInPage(props: { frame: Frame; back: string; typed: Readonly<Record<string, string>>; errors: FieldErrors }) {
  const { frame, typed, errors } = props;
  const { t } = frame;
  return (
    <Page frame={frame} title={t('accounts.sign_in.title')} islands={['password']}>
      <h1>{t('accounts.sign_in.title')}</h1>
      <ErrorSummary frame={frame} errors={errors} />
      <FranceConnectButton frame={frame} back={props.back} />
      <OrElse frame={frame} />
      <SignInForm frame={frame} back={props.back} typed={typed} errors={errors} />
    </Page>
  );
}

/** Address and password, and the other ways below. @param props.back path of this site to go to afterwards */
export function SignInForm(props: { frame: Frame; back: string; typed: Readonly<Record<string, string>>; errors: FieldErrors }) {
  const { frame, typed, errors } = props;
  const { t } = frame;
  return (
    <>
      <Form frame={frame} action="/connexion">
        <input type="hidden" name="retour" value={props.back} />
        <EmailField label={t('accounts.email')} value={typed['email']} errors={errors} required own />
        <PasswordField
          frame={frame}
          name="password"
          label={t('accounts.password')}
          autocomplete="current-password"
          errors={errors}
          required
        />
        <Checkbox
          name="remember"
          label={t('accounts.sign_in.remember')}
          hint={t('accounts.sign_in.remember_hint')}
          checked={typed['remember'] === 'on'}
        />
        <Button>{t('accounts.sign_in.submit')}</Button>
      </Form>
      <ul class="df-ways">
        <li>
          <a class="fr-link" href="/mot-de-passe-oublie">
            {t('accounts.sign_in.forgotten')}
          </a>
        </li>
        <li>
          <a class="fr-link" href="/connexion/lien">
            {t('accounts.sign_in.by_link')}
          </a>
        </li>
        <li>
          <a class="fr-link" href="/inscription">
            {t('accounts.sign_in.none')}
          </a>
        </li>
      </ul>
    </>
  );
}
