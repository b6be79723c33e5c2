import type { AccountCard } from '#features/accounts/read-account.ts';
import { LOCALES, LOCALE_FACTS } from '#i18n/locales.ts';
import type { Frame } from '#ui/frame.ts';
import { Alert, Facts } from '#ui/blocks.tsx';
import { Button, Select } from '#ui/fields.tsx';
import { Form } from '#ui/form.tsx';
import { AccountPage } from './account-menu.tsx';

/** `/compte`. */
export function AccountSummaryPage({ frame, account }: { frame: Frame; account: AccountCard }) {
  const { t, format } = frame;
  const languages = LOCALES.map((locale) => ({ value: locale, label: LOCALE_FACTS[locale].name }));
  return (
    <AccountPage frame={frame} title={t('accounts.account.title')}>
      {!account.emailVerified && (
        <Alert kind="warning">
          <p>{t('accounts.confirm.needed')}</p>
          <Form frame={frame} action="/inscription/renvoyer">
            <Button look="secondary">{t('accounts.confirm.again')}</Button>
          </Form>
        </Alert>
      )}
      {account.deletionDueAt && (
        <Alert kind="warning">
          <p>{t('leaving.waiting', { date: format.date(account.deletionDueAt) })}</p>
          <p>
            <a class="fr-link" href="/compte/supprimer">
              {t('leaving.change_mind')}
            </a>
          </p>
        </Alert>
      )}
      <Facts
        rows={[
          [
            t('accounts.email'),
            <>
              <bdi dir="ltr">{account.email}</bdi> (
              {t(account.emailVerified ? 'accounts.account.confirmed' : 'accounts.account.not_confirmed')})
            </>,
          ],
          [t('accounts.account.since'), format.date(account.createdAt)],
        ]}
      />
      <Form frame={frame} action="/compte/langue">
        <Select name="locale" label={t('accounts.account.language')} value={frame.locale} options={languages} />
        <Button look="secondary">{t('common.save')}</Button>
      </Form>
    </AccountPage>
  );
}
