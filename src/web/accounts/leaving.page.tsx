import type { AccountCard } from '#features/accounts/read-account.ts';
import type { Frame } from '#ui/frame.ts';
import { Alert } from '#ui/blocks.tsx';
import { Button, Checkbox, EmailField, PasswordField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import { AccountPage } from './account-menu.tsx';

/** `/compte/supprimer`: what happens to whom, then the proof; or the way back while the seven days last. */
export function DeleteAccountPage(props: {
  frame: Frame;
  account: AccountCard;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
}) {
  const { frame, account, errors } = props;
  const { t, format } = frame;
  if (account.deletionDueAt)
    return (
      <AccountPage frame={frame} title={t('leaving.title')}>
        <Alert kind="warning">
          <p>{t('leaving.waiting', { date: format.date(account.deletionDueAt) })}</p>
          <p>{t('leaving.change_mind')}</p>
        </Alert>
        <Form frame={frame} action="/compte/supprimer/annuler">
          <Button>{t('leaving.cancel')}</Button>
        </Form>
      </AccountPage>
    );
  const facts = ['links_stop', 'data_go', 'others_keep', 'lead_passes', 'filled_wait', 'proof_kept'] as const;
  return (
    <AccountPage frame={frame} title={t('leaving.title')} island="password">
      <ErrorSummary frame={frame} errors={errors} />
      <p class="fr-text--lead">{t('leaving.lead')}</p>
      <ul>
        {facts.map((fact) => (
          <li key={fact}>{t(`leaving.${fact}`)}</li>
        ))}
      </ul>
      <p>
        <a class="fr-link" href="/compte/donnees">
          {t('leaving.copy_first')}
        </a>
      </p>
      <Form frame={frame} action="/compte/supprimer">
        {account.hasPassword ? (
          <PasswordField
            frame={frame}
            name="password"
            label={t('accounts.present_password')}
            autocomplete="current-password"
            errors={errors}
            required
          />
        ) : (
          <EmailField
            label={t('leaving.email')}
            hint={t('accounts.email_hint')}
            value={props.typed['email']}
            errors={errors}
            required
            own
          />
        )}
        <Checkbox
          name="at_once"
          label={t('leaving.at_once')}
          hint={t('leaving.at_once_hint')}
          checked={props.typed['at_once'] === 'on'}
        />
        <Button look="danger">{t('leaving.submit')}</Button>
      </Form>
    </AccountPage>
  );
}
