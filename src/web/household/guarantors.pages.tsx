import { GUARANTOR_KINDS, kindsToAdd, type GuarantorKind } from '#domain/people/guarantor-mix.ts';
import type { PersonRow } from '#features/dossiers/read-dossier.ts';
import type { InvitationLine } from '#features/household/read-invitation.ts';
import { Details, StatusTag, Steps } from '#ui/blocks.tsx';
import { Button, ButtonLink, Buttons, Checkbox, EmailField, Radios } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';
import { address } from '../dossier/address.ts';
import { ContinueOrLater } from '../dossier/continue-or-later.tsx';
import { nameOf, type StepView } from '../dossier/dossier-view.ts';
import { InvitationState } from './invitation-state.tsx';

interface GuarantorsProps {
  readonly frame: Frame;
  readonly dossierId: string;
  readonly personId: string;
  readonly steps: readonly StepView[];
}

const back = (frame: Frame, dossierId: string) => ({
  href: address.dossier(dossierId),
  label: frame.t('dossier.back_to_dossier'),
});

/** Does somebody guarantee, and who: a person, a company, an organism, nobody. */
export function GuarantorKindPage(props: GuarantorsProps & { value: string; errors: FieldErrors }) {
  const { frame, dossierId, personId } = props;
  const { t } = frame;
  const choices = [...GUARANTOR_KINDS.filter((kind) => kind !== 'company'), 'company' as const, 'none' as const];
  return (
    <Page frame={frame} title={t('dossier.guarantors')} back={back(frame, dossierId)} noindex>
      <Steps frame={frame} steps={props.steps} />
      <ErrorSummary frame={frame} errors={props.errors} />
      <h1>{t('dossier.guarantors_ask')}</h1>
      <p>{t('dossier.guarantors_explain')}</p>
      <Details summary={t('people.visale_title')}>
        <p>{t('people.visale_text')}</p>
      </Details>
      <Form frame={frame} action={address.guarantors(dossierId, personId)}>
        <Radios
          name="answer"
          label={<span class="fr-sr-only">{t('dossier.guarantors_ask')}</span>}
          value={props.value}
          errors={props.errors}
          choices={choices.map((kind) => ({
            value: kind,
            label: t(`people.guarantor_${kind}`),
            hint: t(`people.guarantor_${kind}_hint`),
          }))}
        />
        <ContinueOrLater frame={frame} dossierId={dossierId} />
      </Form>
    </Page>
  );
}

/** Those who guarantee, with what became of each invitation. */
export function GuarantorsPage(
  props: GuarantorsProps & {
    guarantors: readonly PersonRow[];
    invitations: readonly InvitationLine[];
    /** Address of a guarantor's first screen when the account fills for them; `null` otherwise. */
    hrefOf: (guarantor: PersonRow) => string | null;
    next: { readonly href: string; readonly label: string };
  },
) {
  const { frame, dossierId, personId, guarantors } = props;
  const { t } = frame;
  const base = address.guarantors(dossierId, personId);
  const more = kindsToAdd(guarantors.flatMap((one) => one.guarantorKind ?? [])).includes('natural');
  return (
    <Page frame={frame} title={t('dossier.guarantors')} back={back(frame, dossierId)} noindex>
      <Steps frame={frame} steps={props.steps} />
      <h1>{t('dossier.guarantors')}</h1>
      <ul class="df-piece-list">
        {guarantors.map((guarantor) => {
          const href = props.hrefOf(guarantor);
          const invitation = props.invitations.find((one) => one.personId === guarantor.id);
          return (
            <li key={guarantor.id}>
              <div>
                {href ? <a href={href}>{nameOf(guarantor, t)}</a> : <bdi>{nameOf(guarantor, t)}</bdi>}
                <br />
                <span class="df-muted">{t(href ? 'people.guarantor_you_fill' : 'people.guarantor_fills')}</span>
                {invitation && !href && (
                  <InvitationState frame={frame} invitation={invitation} action={`${base}/invitations/${invitation.id}`} />
                )}
              </div>
              <StatusTag frame={frame} status={guarantor.status} />
              <a href={`${base}/${guarantor.id}/retirer`}>
                {t('people.remove')}
                <span class="fr-sr-only"> – {nameOf(guarantor, t)}</span>
              </a>
            </li>
          );
        })}
      </ul>
      <Buttons>
        <ButtonLink href={props.next.href}>{props.next.label}</ButtonLink>
        {more && (
          <ButtonLink look="secondary" href={`${base}/personne`}>
            {t('people.guarantor_second')}
          </ButtonLink>
        )}
        <ButtonLink look="tertiary" href={`${base}?changer=1`}>
          {t('people.guarantor_change')}
        </ButtonLink>
      </Buttons>
    </Page>
  );
}

/** A person who guarantees: invited to fill their own part, or filled here with their agreement. */
export function GuarantorPersonPage(
  props: GuarantorsProps & { typed: Readonly<Record<string, string>>; errors: FieldErrors; replaces: boolean },
) {
  const { frame, dossierId, personId, typed, errors } = props;
  const { t } = frame;
  const list = address.guarantors(dossierId, personId);
  return (
    <Page frame={frame} title={t('people.guarantor_person_title')} back={{ href: list, label: t('dossier.guarantors') }} noindex>
      <Steps frame={frame} steps={props.steps} />
      <ErrorSummary frame={frame} errors={errors} />
      <h1>{t('people.guarantor_person_title')}</h1>
      <Form frame={frame} action={`${list}/personne`}>
        {props.replaces && <input type="hidden" name="replace" value="on" />}
        <Radios
          name="who"
          label={<span class="fr-sr-only">{t('people.guarantor_person_title')}</span>}
          value={typed['who']}
          errors={errors}
          choices={[
            {
              value: 'invite',
              label: t('people.guarantor_invite'),
              hint: t('people.guarantor_invite_hint'),
              reveal: <EmailField label={t('people.guarantor_email')} value={typed['email']} errors={errors} />,
            },
            {
              value: 'fill',
              label: t('people.guarantor_fill'),
              hint: t('people.guarantor_fill_hint'),
              reveal: (
                <Checkbox
                  name="informed"
                  label={t('consent.guarantor_informed.2026-11')}
                  checked={typed['informed'] === 'on'}
                  errors={errors}
                />
              ),
            },
          ]}
        />
        <Buttons>
          <Button>{t('common.continue')}</Button>
        </Buttons>
      </Form>
    </Page>
  );
}

/** What becomes of those who guarantee now, when others take their place. */
export function departureLines(
  frame: Frame,
  guarantors: readonly { readonly person: PersonRow; readonly ownAccount: boolean }[],
): readonly string[] {
  const { t } = frame;
  return guarantors.map(({ person, ownAccount }) =>
    t(ownAccount ? 'people.guarantor_leaves_with_account' : 'people.guarantor_leaves_erased', { name: nameOf(person, t) }),
  );
}

/** Kinds that an answer may name. */
export const isGuarantorKind = (text: string): text is GuarantorKind => GUARANTOR_KINDS.some((kind) => kind === text);
