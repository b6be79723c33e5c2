import type { GivenConsent } from '#features/accounts/read-consents.ts';
import { isWordKey } from '#i18n/translate.ts';
import type { Frame } from '#ui/frame.ts';
import { EmptyState, Table } from '#ui/blocks.tsx';
import { AccountPage } from './account-menu.tsx';

/** `/compte/consentements`. */
export function ConsentsPage({ frame, consents }: { frame: Frame; consents: readonly GivenConsent[] }) {
  const { t, format } = frame;
  const nameOf = (purpose: string) => {
    const key = `accounts.consent.${purpose}`;
    return t(isWordKey(key) ? key : 'accounts.consent.other');
  };
  const head = ['what', 'version', 'given', 'state'] as const;
  return (
    <AccountPage frame={frame} title={t('accounts.consents.title')}>
      {consents.length === 0 ? (
        <EmptyState title={t('accounts.consents.none')} />
      ) : (
        <Table
          caption={t('accounts.consents.text')}
          head={head.map((column) => t(`accounts.consents.${column}`))}
          rows={consents.map(({ purpose, textVersion, givenAt, withdrawnAt }) => [
            nameOf(purpose),
            <bdi dir="ltr">{textVersion}</bdi>,
            format.dateTime(givenAt),
            withdrawnAt ? t('accounts.consents.withdrawn', { at: format.dateTime(withdrawnAt) }) : t('accounts.consents.live'),
          ])}
        />
      )}
    </AccountPage>
  );
}
