import type { Id } from '#kernel/ids.ts';
import type { HouseholdKind } from '#domain/people/household.ts';
import { displayName } from '#domain/people/names.ts';
import type { OwnDossier } from '#features/dossiers/read-dossier.ts';
import type { InvitationLine } from '#features/household/read-invitation.ts';
import { StatusTag } from '#ui/blocks.tsx';
import { Button, ButtonLink, Buttons, EmailField, Radios, TextArea, TextField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';
import { address } from '../dossier/address.ts';
import { ContinueOrLater } from '../dossier/continue-or-later.tsx';
import { nameOf } from '../dossier/dossier-view.ts';
import { InvitationState } from './invitation-state.tsx';

const KINDS: readonly HouseholdKind[] = ['alone', 'couple', 'flatshare'];

const backToDossier = (frame: Frame, dossierId: string) => ({
  href: address.dossier(dossierId),
  label: frame.t('dossier.back_to_dossier'),
});

/** Who will live in the home? Nothing happens before "continue". */
export function KindPage(props: { frame: Frame; dossierId: string; kind: string; errors: FieldErrors }) {
  const { frame, dossierId, errors } = props;
  const { t } = frame;
  return (
    <Page frame={frame} title={t('people.kind_title')} back={backToDossier(frame, dossierId)} noindex>
      <ErrorSummary frame={frame} errors={errors} />
      <h1>{t('people.kind_title')}</h1>
      <Form frame={frame} action={`${address.composition(dossierId)}/type`}>
        <Radios
          name="kind"
          label={<span class="fr-sr-only">{t('people.kind_title')}</span>}
          value={props.kind}
          errors={errors}
          choices={KINDS.map((kind) => ({ value: kind, label: t(`people.kind_${kind}`), hint: t(`people.kind_${kind}_hint`) }))}
        />
        <ContinueOrLater frame={frame} dossierId={dossierId} />
      </Form>
    </Page>
  );
}

/** Everybody in the dossier, with what became of each invitation; the lead adds and removes, anyone may leave. */
export function PeoplePage(props: {
  frame: Frame;
  own: OwnDossier;
  lead: boolean;
  /** The tenant that the account is. */
  self: Id<'person'> | null;
  invitations: readonly InvitationLine[];
}) {
  const { frame, own, lead, self } = props;
  const { t } = frame;
  const { dossier } = own.rows;
  const base = address.composition(dossier.id);
  const tenants = own.rows.persons.filter((person) => person.role === 'tenant');
  return (
    <Page frame={frame} title={t('people.title')} back={backToDossier(frame, dossier.id)} noindex>
      <h1>{t('people.title')}</h1>
      <p>{t(`people.is_${dossier.kind}`)}</p>
      <ul class="df-piece-list">
        {tenants.map((person) => {
          const invitation = props.invitations.find((one) => one.personId === person.id && one.kind !== 'helper');
          return (
            <li key={person.id}>
              <div>
                <strong>
                  <bdi>{person.id === self && displayName(person) === '' ? t('people.you') : nameOf(person, t)}</bdi>
                </strong>
                {person.id === self && displayName(person) !== '' && <> – {t('people.it_is_you')}</>}
                {invitation && lead && (
                  <InvitationState frame={frame} invitation={invitation} action={`${base}/invitations/${invitation.id}`} />
                )}
              </div>
              <StatusTag frame={frame} status={person.status} />
              {lead && person.id !== dossier.leadPersonId && (
                <a href={`${base}/${person.id}/retirer`}>
                  {t('people.remove')}
                  <span class="fr-sr-only"> – {nameOf(person, t)}</span>
                </a>
              )}
            </li>
          );
        })}
      </ul>
      <Buttons>
        {lead && dossier.kind === 'couple' && tenants.length < 2 && (
          <ButtonLink href={`${base}/conjoint`}>{t('people.add_spouse')}</ButtonLink>
        )}
        {lead && dossier.kind === 'flatshare' && (
          <ButtonLink look={tenants.length > 1 ? 'secondary' : 'primary'} href={`${base}/colocataires`}>
            {t('people.add_flatmates')}
          </ButtonLink>
        )}
        {lead && (
          <ButtonLink look="tertiary" href={`${base}/type`}>
            {t('people.change_kind')}
          </ButtonLink>
        )}
        {self && tenants.length > 1 && (
          <ButtonLink look="tertiary" href={`${base}/quitter`}>
            {t('people.leave')}
          </ButtonLink>
        )}
      </Buttons>
    </Page>
  );
}

/** The other of the couple: names, and an address if they fill their own part. */
export function SpousePage(props: {
  frame: Frame;
  dossierId: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
}) {
  const { frame, dossierId, typed, errors } = props;
  const { t } = frame;
  const back = { href: address.composition(dossierId), label: t('people.title') };
  return (
    <Page frame={frame} title={t('people.spouse_title')} back={back} noindex>
      <ErrorSummary frame={frame} errors={errors} />
      <h1>{t('people.spouse_title')}</h1>
      <Form frame={frame} action={`${address.composition(dossierId)}/conjoint`}>
        <TextField
          name="firstNames"
          label={t('dossier.first_names')}
          value={typed['firstNames']}
          errors={errors}
          maxlength={100}
        />
        <TextField name="birthName" label={t('dossier.birth_name')} value={typed['birthName']} errors={errors} maxlength={100} />
        <EmailField
          label={t('people.spouse_email')}
          hint={t('people.spouse_email_hint')}
          value={typed['email']}
          errors={errors}
        />
        <Buttons>
          <Button>{t('common.continue')}</Button>
        </Buttons>
      </Form>
    </Page>
  );
}

/** Flatmates, by their addresses only. */
export function FlatmatesPage(props: {
  frame: Frame;
  dossierId: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
}) {
  const { frame, dossierId, typed, errors } = props;
  const { t } = frame;
  const back = { href: address.composition(dossierId), label: t('people.title') };
  return (
    <Page frame={frame} title={t('people.flatmates_title')} back={back} noindex>
      <ErrorSummary frame={frame} errors={errors} />
      <h1>{t('people.flatmates_title')}</h1>
      <p>{t('people.flatmates_text')}</p>
      <Form frame={frame} action={`${address.composition(dossierId)}/colocataires`}>
        <TextArea
          name="emails"
          label={t('people.flatmates_emails')}
          hint={t('people.flatmates_hint')}
          value={typed['emails']}
          errors={errors}
          rows={3}
        />
        <Buttons>
          <Button>{t('people.invite')}</Button>
        </Buttons>
      </Form>
    </Page>
  );
}
