import { CONSENT_TEXTS } from '#domain/people/consents.ts';
import { HELPER_DAYS, HELPER_RIGHTS } from '#domain/people/rights.ts';
import type { OwnDossierLine } from '#features/household/own-dossiers.ts';
import type { Helper } from '#features/household/helpers.ts';
import type { OwnConsentPurpose } from '#features/household/own-consents.ts';
import type { InvitationLine } from '#features/household/read-invitation.ts';
import { isWordKey } from '#i18n/translate.ts';
import { EmptyState, StatusTag } from '#ui/blocks.tsx';
import { Button, ButtonLink, Buttons, Checkbox, EmailField, Radios, TextField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';
import { address } from '../dossier/address.ts';
import { InvitationState } from './invitation-state.tsx';

const backTo = (frame: Frame, dossierId: string) => ({
  href: address.dossier(dossierId),
  label: frame.t('dossier.back_to_dossier'),
});

/** For oneself or for somebody else: names, who they are, an address or none, the mandate. */
export function ForWhomPage(props: {
  frame: Frame;
  action: string;
  back: { readonly href: string; readonly label: string };
  /** A new dossier is for somebody else, without choice. */
  onlyOther: boolean;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
}) {
  const { frame, typed, errors } = props;
  const { t } = frame;
  const title = t(props.onlyOther ? 'people.for_other_title' : 'people.for_whom_title');
  const other = (
    <>
      <TextField
        name="firstNames"
        label={t('people.their_first_names')}
        value={typed['firstNames']}
        errors={errors}
        maxlength={100}
      />
      <TextField
        name="birthName"
        label={t('people.their_birth_name')}
        value={typed['birthName']}
        errors={errors}
        maxlength={100}
      />
      <TextField
        name="relation"
        label={t('people.relation')}
        hint={t('people.relation_hint')}
        value={typed['relation']}
        errors={errors}
        maxlength={100}
      />
      <EmailField label={t('people.their_email')} hint={t('people.their_email_hint')} value={typed['email']} errors={errors} />
      <Checkbox name="noEmail" label={t('people.contact_none')} checked={typed['noEmail'] === 'on'} errors={errors} />
      <Checkbox
        name="mandate"
        label={t('consent.third_party_mandate.2026-11')}
        checked={typed['mandate'] === 'on'}
        errors={errors}
      />
    </>
  );
  return (
    <Page frame={frame} title={title} back={props.back} noindex>
      <ErrorSummary frame={frame} errors={errors} />
      <h1>{title}</h1>
      <Form frame={frame} action={props.action}>
        {props.onlyOther ? (
          <>
            <input type="hidden" name="who" value="other" />
            {other}
          </>
        ) : (
          <Radios
            name="who"
            label={<span class="fr-sr-only">{title}</span>}
            value={typed['who']}
            errors={errors}
            choices={[
              { value: 'self', label: t('people.for_self') },
              { value: 'other', label: t('people.for_other'), hint: t('people.for_other_hint'), reveal: other },
            ]}
          />
        )}
        <Buttons>
          <Button>{t('common.continue')}</Button>
        </Buttons>
      </Form>
    </Page>
  );
}

/** What the person agreed to in this dossier: each apart, given and taken back at any time. */
export function DossierConsentsPage(props: {
  frame: Frame;
  dossierId: string;
  consents: readonly { readonly purpose: OwnConsentPurpose; readonly given: boolean }[];
}) {
  const { frame, dossierId, consents } = props;
  const { t } = frame;
  return (
    <Page frame={frame} title={t('people.consents_title')} back={backTo(frame, dossierId)} noindex>
      <h1>{t('people.consents_title')}</h1>
      {consents.length === 0 ? (
        <EmptyState title={t('people.consents_none')} />
      ) : (
        consents.map(({ purpose, given }) => {
          const text = `consent.${CONSENT_TEXTS[purpose]}`;
          return (
            <section class="fr-card" key={purpose}>
              <p>{isWordKey(text) ? t(text) : purpose}</p>
              <p>
                <strong>{t(given ? 'people.consent_given' : 'people.consent_not_given')}</strong>
              </p>
              <Form frame={frame} action={`${address.consents(dossierId)}/${given ? 'retirer' : 'donner'}`}>
                <input type="hidden" name="purpose" value={purpose} />
                <Buttons>
                  <Button look="secondary">{t(given ? 'people.consent_withdraw' : 'people.consent_give')}</Button>
                </Buttons>
              </Form>
            </section>
          );
        })
      )}
    </Page>
  );
}

/** Who helps, until when and with what; and the form to ask somebody. */
export function HelpersPage(props: {
  frame: Frame;
  dossierId: string;
  helpers: readonly Helper[];
  invitations: readonly InvitationLine[];
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
}) {
  const { frame, dossierId, helpers, typed, errors } = props;
  const { t, format } = frame;
  const base = address.helpers(dossierId);
  const open = props.invitations.filter((one) => one.state !== 'accepted');
  return (
    <Page frame={frame} title={t('people.helpers_title')} back={backTo(frame, dossierId)} noindex>
      <ErrorSummary frame={frame} errors={errors} />
      <h1>{t('people.helpers_title')}</h1>
      <p>{t('people.helpers_text')}</p>
      {helpers.length + open.length > 0 && (
        <ul class="df-piece-list">
          {helpers.map((helper) => (
            <li key={helper.accountId}>
              <div>
                <bdi>{helper.email}</bdi>
                <br />
                <span class="df-muted">
                  {format.list([t('people.right_fill'), ...helper.rights.map((right) => t(`people.right_${right}`))])}
                  {helper.until && <> – {t('people.until', { date: format.date(helper.until) })}</>}
                </span>
              </div>
              <Form frame={frame} action={`${base}/${helper.accountId}/arreter`}>
                <Button look="secondary">{t('people.helper_stop')}</Button>
              </Form>
            </li>
          ))}
          {open.map((invitation) => (
            <li key={invitation.id}>
              <div>
                <InvitationState frame={frame} invitation={invitation} action={`${base}/invitations/${invitation.id}`} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <h2>{t('people.helper_new')}</h2>
      <Form frame={frame} action={base}>
        <EmailField label={t('people.helper_email')} value={typed['email']} errors={errors} />
        <fieldset class="fr-fieldset">
          <legend class="fr-fieldset__legend">
            {t('people.helper_rights')}
            <span class="fr-hint-text">{t('people.helper_rights_hint')}</span>
          </legend>
          {HELPER_RIGHTS.map((right) => (
            <Checkbox key={right} name={right} label={t(`people.right_${right}`)} checked={typed[right] === 'on'} />
          ))}
        </fieldset>
        <Radios
          name="days"
          label={t('people.helper_days')}
          value={typed['days'] ?? '90'}
          errors={errors}
          choices={HELPER_DAYS.map((days) => ({ value: String(days), label: t('people.mandate_days', { days }) }))}
        />
        <Checkbox name="agreed" label={t('consent.helper_mandate.2026-11')} checked={typed['agreed'] === 'on'} errors={errors} />
        <Buttons>
          <Button>{t('people.invite')}</Button>
        </Buttons>
      </Form>
    </Page>
  );
}

/** Dossiers that the account has to do with, each with whose it is and on what ground. */
export function DossiersPage({ frame, dossiers }: { frame: Frame; dossiers: readonly OwnDossierLine[] }) {
  const { t, format } = frame;
  return (
    <Page frame={frame} title={t('people.dossiers_title')} noindex>
      <h1>{t('people.dossiers_title')}</h1>
      {dossiers.length === 0 ? (
        <EmptyState title={t('people.dossiers_none')} />
      ) : (
        <ul class="df-piece-list">
          {dossiers.map((dossier) => (
            <li key={dossier.id}>
              <div>
                <a href={address.dossier(dossier.id)}>
                  {dossier.name ? t('dossier.of', { name: dossier.name }) : t('dossier.title')}
                </a>
                <br />
                <span class="df-muted">
                  {t(`people.ground_${dossier.ground}`)}
                  {dossier.until && <> – {t('people.until', { date: format.date(dossier.until) })}</>}
                </span>
              </div>
              <StatusTag frame={frame} status={dossier.status} />
            </li>
          ))}
        </ul>
      )}
      <Buttons>
        {!dossiers.some((dossier) => dossier.ground === 'self') && (
          <Form frame={frame} action="/dossiers">
            <Button>{t('people.start_own')}</Button>
          </Form>
        )}
        <ButtonLink look="secondary" href="/dossiers/nouveau">
          {t('people.start_other')}
        </ButtonLink>
      </Buttons>
    </Page>
  );
}
