import { withdrawable } from '#domain/people/consents.ts';
import type { GivenConsent } from '#features/accounts/read-consents.ts';
import type { WithdrawableConsent } from '#features/household/withdraw-consent.ts';
import { isWordKey } from '#i18n/translate.ts';
import type { Frame } from '#ui/frame.ts';
import { EmptyState, Table } from '#ui/blocks.tsx';
import { Button, ButtonLink, Buttons } from '#ui/fields.tsx';
import { Form } from '#ui/form.tsx';
import { AccountPage } from './account-menu.tsx';

/** Where the consents of an account are, and where one is taken back. */
export const consentsAddress = '/compte/consentements';
const withdrawal = (consentId: string) => `${consentsAddress}/${consentId}/retirer`;

const nameOf = ({ t }: Frame, purpose: string) => {
  const key = `accounts.consent.${purpose}`;
  return t(isWordKey(key) ? key : 'accounts.consent.other');
};

/** `/compte/consentements`. */
export function ConsentsPage({ frame, consents }: { frame: Frame; consents: readonly GivenConsent[] }) {
  const { t, format } = frame;
  const head = ['what', 'version', 'given', 'state'] as const;
  const state = (consent: GivenConsent) => {
    if (consent.withdrawnAt) return t('accounts.consents.withdrawn', { at: format.dateTime(consent.withdrawnAt) });
    if (!withdrawable(consent)) return t('accounts.consents.live');
    return (
      <>
        {t('accounts.consents.live')}{' '}
        <a class="fr-link" href={withdrawal(consent.id)}>
          {t('accounts.withdraw.link', { what: nameOf(frame, consent.purpose) })}
        </a>
      </>
    );
  };
  return (
    <AccountPage frame={frame} title={t('accounts.consents.title')}>
      {consents.length === 0 ? (
        <EmptyState title={t('accounts.consents.none')} />
      ) : (
        <Table
          caption={t('accounts.consents.text')}
          head={head.map((column) => t(`accounts.consents.${column}`))}
          rows={consents.map((consent) => [
            nameOf(frame, consent.purpose),
            <bdi dir="ltr">{consent.textVersion}</bdi>,
            format.dateTime(consent.givenAt),
            state(consent),
          ])}
        />
      )}
    </AccountPage>
  );
}

/** Asks before a consent is taken back: what was agreed to, and what stops. */
export function WithdrawPage({ frame, consentId, consent }: { frame: Frame; consentId: string; consent: WithdrawableConsent }) {
  const { t } = frame;
  const text = `consent.${consent.textVersion}`;
  return (
    <AccountPage frame={frame} title={t('accounts.withdraw.title')}>
      <h2>{nameOf(frame, consent.purpose)}</h2>
      {isWordKey(text) && (
        <blockquote>
          <p>{t(text)}</p>
        </blockquote>
      )}
      <p>{t(`accounts.withdraw.${consent.purpose}`)}</p>
      <p>{t('accounts.withdraw.now')}</p>
      <Form frame={frame} action={withdrawal(consentId)}>
        <Buttons>
          <Button look="danger">{t('people.consent_withdraw')}</Button>
          <ButtonLink look="secondary" href={consentsAddress}>
            {t('common.cancel')}
          </ButtonLink>
        </Buttons>
      </Form>
    </AccountPage>
  );
}
