import type { AccountCard } from '#features/accounts/read-account.ts';
import type { OwnExport } from '#features/exports/read-exports.ts';
import { Alert, Waiting } from '#ui/blocks.tsx';
import { Button, ButtonLink, PasswordField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';
import { AccountPage } from './account-menu.tsx';

/** `/compte/donnees`: the copy of one's data, as it is now, and the way to ask for one. */
export function ExportPage(props: { frame: Frame; account: AccountCard; copy: OwnExport | null; errors: FieldErrors }) {
  const { frame, account, copy, errors } = props;
  const { t, format } = frame;
  return (
    <AccountPage frame={frame} title={t('data.title')} island="password">
      <ErrorSummary frame={frame} errors={errors} />
      <p class="fr-text--lead">{t('data.lead')}</p>
      <p>{t('data.what')}</p>
      <p>{t('data.others')}</p>
      {copy?.state === 'waiting' && <Waiting title={t('data.waiting')} />}
      {copy?.state === 'failed' && (
        <Alert kind="error">
          <p>{t('data.failed')}</p>
        </Alert>
      )}
      {copy?.state === 'ready' && copy.expiresAt && (
        <Alert kind="success">
          <p>{t('data.ready', { date: format.date(copy.expiresAt) })}</p>
          <ButtonLink href="/compte/donnees/copie.zip" download>
            {t('data.download', { size: format.bytes(copy.size ?? 0) })}
          </ButtonLink>
        </Alert>
      )}
      {copy?.state !== 'waiting' && (
        <Form frame={frame} action="/compte/donnees">
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
          <Button>{t('data.submit')}</Button>
        </Form>
      )}
    </AccountPage>
  );
}
