import type { ComponentChildren } from 'preact';
import type { NamesToConfirm } from '#features/france-connect/carry-names.ts';
import type { LinkEvent } from '#features/france-connect/events.ts';
import type { OwnLink } from '#features/france-connect/read-link.ts';
import type { Frame } from '#ui/frame.ts';
import { Alert, EmptyState, Facts, Table } from '#ui/blocks.tsx';
import { Button, ButtonLink, Buttons, PasswordField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import { Page } from '#ui/layout.tsx';
import { AccountPage } from '../accounts/account-menu.tsx';

const EVENT_WORDS = {
  'france_connect.linked': 'france_connect.event_linked',
  'france_connect.refused': 'france_connect.event_refused',
  'france_connect.unlinked': 'france_connect.event_unlinked',
  'france_connect.renamed': 'france_connect.event_renamed',
} as const satisfies Record<LinkEvent, string>;

function Password({ frame, errors }: { frame: Frame; errors: FieldErrors }) {
  return (
    <PasswordField
      frame={frame}
      name="password"
      label={frame.t('accounts.present_password')}
      autocomplete="current-password"
      errors={errors}
      required
    />
  );
}

function Offer(props: { frame: Frame; view: OwnLink; errors: FieldErrors }): ComponentChildren {
  const { frame, view, errors } = props;
  const { t } = frame;
  if (!view.fresh && !view.hasPassword)
    return (
      <>
        <p>{t('france_connect.account_prove_first')}</p>
        <ButtonLink look="secondary" href="/connexion/lien">
          {t('accounts.link.submit')}
        </ButtonLink>
      </>
    );
  return (
    <Form frame={frame} action="/compte/franceconnect/lier">
      <p>{t('france_connect.account_link_text')}</p>
      {!view.fresh && <Password frame={frame} errors={errors} />}
      <Button look="secondary">{t('france_connect.account_link')}</Button>
    </Form>
  );
}

/** `/compte/franceconnect`: the link of the account, and what happened to it. */
export function LinkPage(props: { frame: Frame; view: OwnLink; errors: FieldErrors }) {
  const { frame, view, errors } = props;
  const { t, format } = frame;
  const name = view.identity && `${view.identity.firstNames} ${view.identity.birthName}`;
  return (
    <AccountPage frame={frame} title={t('france_connect.account_title')} island="password">
      <ErrorSummary frame={frame} errors={errors} />
      <p>{t(view.linked ? 'france_connect.account_on' : 'france_connect.account_off')}</p>
      {name && <Facts rows={[[t('france_connect.account_names'), <bdi>{name}</bdi>]]} />}
      {!view.linked && <Offer frame={frame} view={view} errors={errors} />}
      {view.linked && (
        <Form frame={frame} action="/compte/franceconnect/delier">
          <p>{t('france_connect.account_unlink_text')}</p>
          {view.hasPassword && <Password frame={frame} errors={errors} />}
          <Button look="secondary">{t('france_connect.account_unlink')}</Button>
        </Form>
      )}
      {view.events.length === 0 ? (
        <>
          <h2>{t('france_connect.events')}</h2>
          <EmptyState title={t('france_connect.events_none')} />
        </>
      ) : (
        <Table
          caption={t('france_connect.events')}
          head={[t('france_connect.events_what'), t('france_connect.events_when')]}
          rows={view.events.map(({ type, at }) => [t(EVENT_WORDS[type]), format.dateTime(at)])}
        />
      )}
    </AccountPage>
  );
}

/** `/compte/franceconnect/noms`: both names, and the person's word. @param back where to go on */
export function NamesToConfirmPage(props: { frame: Frame; names: NamesToConfirm; back: string }) {
  const { frame, names, back } = props;
  const { t } = frame;
  const whole = ({ firstNames, birthName }: { firstNames: string; birthName: string }) => (
    <bdi>{`${firstNames} ${birthName}`.trim()}</bdi>
  );
  return (
    <Page frame={frame} title={t('france_connect.names_title')} noindex>
      <h1>{t('france_connect.names_title')}</h1>
      <p>{t('france_connect.names_text')}</p>
      <Facts
        rows={[
          [t('france_connect.names_given'), whole(names.given)],
          ...names.before.map((name) => [t('france_connect.names_before'), whole(name)] as const),
        ]}
      />
      <Alert kind="info">
        <p>{t('france_connect.names_effect')}</p>
        <p>{t('france_connect.names_wrong')}</p>
      </Alert>
      <Form frame={frame} action="/compte/franceconnect/noms">
        <input type="hidden" name="retour" value={back} />
        <Buttons>
          <Button>{t('france_connect.names_confirm')}</Button>
          <ButtonLink look="tertiary" href={back}>
            {t('france_connect.names_later')}
          </ButtonLink>
        </Buttons>
      </Form>
    </Page>
  );
}
