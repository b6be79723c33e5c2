import { OPTIONAL_MAILS, SERVICE_MAILS } from '#domain/accounts/mail-kinds.ts';
import type { MailChoices } from '#features/accounts/mail-choices.ts';
import { Facts } from '#ui/blocks.tsx';
import type { Frame } from '#ui/frame.ts';
import { Button, Checkbox, ChoiceGroup } from '#ui/fields.tsx';
import { Form } from '#ui/form.tsx';
import { AccountPage } from './account-menu.tsx';

/** `/compte/notifications`: mails to choose first, then those of the service with why they always come. */
export function MailChoicesPage({ frame, choices, email }: { frame: Frame; choices: MailChoices; email: string }) {
  const { t } = frame;
  return (
    <AccountPage frame={frame} title={t('mail_choices.title')}>
      <p>
        {t('mail_choices.to')} <bdi dir="ltr">{email}</bdi>
      </p>
      <Form frame={frame} action="/compte/notifications">
        <ChoiceGroup name="mails" label={t('mail_choices.optional')}>
          {OPTIONAL_MAILS.map((topic) => (
            <Checkbox
              key={topic}
              name={topic}
              label={t(`mail_choices.${topic}`)}
              hint={t(`mail_choices.${topic}.hint`)}
              checked={choices[topic]}
            />
          ))}
        </ChoiceGroup>
        <Button>{t('common.save')}</Button>
      </Form>
      <h2>{t('mail_choices.service')}</h2>
      <p>{t('mail_choices.service_lead')}</p>
      <Facts rows={SERVICE_MAILS.map((kind) => [t(`mail_choices.${kind}`), t(`mail_choices.${kind}.why`)] as const)} />
      <h2>{t('accounts.account.language')}</h2>
      <p>
        {t('mail_choices.language')}{' '}
        <a class="fr-link" href="/compte">
          {t('accounts.account.title')}
        </a>
      </p>
    </AccountPage>
  );
}
