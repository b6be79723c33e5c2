import type { OpenSession } from '#features/accounts/sessions.ts';
import type { Id } from '#kernel/ids.ts';
import type { Frame } from '#ui/frame.ts';
import { Table } from '#ui/blocks.tsx';
import { Button } from '#ui/fields.tsx';
import { Form } from '#ui/form.tsx';
import { AccountPage } from './account-menu.tsx';

/** `/compte/sessions`. @param here the session that shows the page */
export function SessionsPage(props: { frame: Frame; sessions: readonly OpenSession[]; here: Id<'session'> }) {
  const { frame, sessions, here } = props;
  const { t, format } = frame;
  const head = ['device', 'network', 'since', 'seen', 'act'] as const;
  return (
    <AccountPage frame={frame} title={t('accounts.sessions.title')}>
      <p>{t('accounts.sessions.text')}</p>
      <Table
        caption={t('accounts.sessions.title')}
        head={head.map((column) => t(`accounts.sessions.${column}`))}
        rows={sessions.map(({ id, device, network, since, seenAt }) => [
          <bdi dir="ltr">{device}</bdi>,
          <bdi dir="ltr">{network}</bdi>,
          format.dateTime(since),
          format.dateTime(seenAt),
          id === here ? (
            <strong>{t('accounts.sessions.this_one')}</strong>
          ) : (
            <Form frame={frame} action="/compte/sessions/fermer">
              <input type="hidden" name="session" value={id} />
              <button class="fr-btn fr-btn--tertiary" type="submit" aria-label={t('accounts.sessions.end_named', { device })}>
                {t('accounts.sessions.end')}
              </button>
            </Form>
          ),
        ])}
      />
      {sessions.length > 1 && (
        <Form frame={frame} action="/compte/sessions/fermer">
          <Button>{t('accounts.sessions.end_others')}</Button>
        </Form>
      )}
    </AccountPage>
  );
}
