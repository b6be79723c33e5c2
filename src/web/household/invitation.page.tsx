import type { ConsentPurpose } from '#domain/people/consents.ts';
import { CONSENT_TEXTS } from '#domain/people/consents.ts';
import type { InvitationPage as Invitation } from '#features/household/read-invitation.ts';
import { CONSENTS_OF_INVITATION } from '#features/household/answer-invitation.ts';
import { isWordKey } from '#i18n/translate.ts';
import { Alert, Details } from '#ui/blocks.tsx';
import { Button, Buttons, Checkbox, Radios } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';

interface InvitationProps {
  readonly frame: Frame;
  readonly invitation: Invitation;
  /** Address of the page, to which its acts are added. */
  readonly base: string;
  /** The account that reads holds a part elsewhere, which it may bring. */
  readonly mayBring: boolean;
  readonly confirmed: boolean;
  readonly errors: FieldErrors;
}

/** Who asks, what saying yes gives, and that saying no is possible. The same page whether the address has an account or not. */
export function InvitationPage(props: InvitationProps) {
  const { frame, invitation, base } = props;
  const { t } = frame;
  const name = invitation.inviter || t('household.somebody');
  const key = wordsOf(invitation);
  const title = t(`people.invitation_${key}_title`, { name });
  return (
    <Page frame={frame} title={title} noindex>
      <ErrorSummary frame={frame} errors={props.errors} />
      <h1>{title}</h1>
      <p class="fr-text--lead">{t(`people.invitation_${key}_gives`, { name })}</p>
      {invitation.kind === 'guarantor' && (
        <Details summary={t('people.guarantee_means_title')}>
          <p>{t('people.guarantee_means')}</p>
        </Details>
      )}
      {invitation.kind === 'helper' && <Mandate frame={frame} invitation={invitation} />}
      {invitation.agreed && (
        <Alert kind="success">
          <p>{t('people.you_agreed')}</p>
        </Alert>
      )}
      {frame.signedIn ? <Answer {...props} /> : <SignInFirst frame={frame} base={base} taking={invitation.filled} />}
      {invitation.kind === 'beneficiary' && !invitation.agreed && (
        <Form frame={frame} action={`${base}/accord`}>
          <Buttons>
            <Button look="secondary">{t('people.agree')}</Button>
          </Buttons>
        </Form>
      )}
      <Form frame={frame} action={`${base}/refuser`}>
        <Buttons>
          <Button look="tertiary">{t(objects(invitation) ? 'people.object' : 'people.decline')}</Button>
        </Buttons>
      </Form>
      <p class="df-muted">{t(objects(invitation) ? `people.object_${invitation.kind}` : 'people.decline_means')}</p>
    </Page>
  );
}

type WordsKey = 'spouse' | 'flatmate' | 'guarantor' | 'named_guarantor' | 'helper' | 'beneficiary';

const wordsOf = (invitation: Invitation): WordsKey =>
  invitation.kind === 'guarantor' && invitation.filled ? 'named_guarantor' : invitation.kind;

/** Saying no to what somebody fills in one's name is more than declining. */
const objects = (invitation: Invitation): invitation is Invitation & { kind: 'guarantor' | 'beneficiary' } =>
  invitation.filled && (invitation.kind === 'guarantor' || invitation.kind === 'beneficiary');

function Mandate({ frame, invitation }: { frame: Frame; invitation: Invitation }) {
  const { t } = frame;
  return (
    <ul>
      {invitation.rights
        .filter((right) => right !== 'see')
        .map((right) => (
          <li key={right}>{t(`people.right_${right}`)}</li>
        ))}
      {invitation.days !== null && <li>{t('people.mandate_days', { days: invitation.days })}</li>}
    </ul>
  );
}

function SignInFirst({ frame, base, taking }: { frame: Frame; base: string; taking: boolean }) {
  const { t } = frame;
  return (
    <>
      <p>{t(taking ? 'people.to_take_over' : 'people.to_accept')}</p>
      <Form frame={frame} action={`${base}/ouvrir`}>
        <Buttons>
          <Button name="vers" value="inscription">
            {t('people.create_account')}
          </Button>
          <Button look="secondary" name="vers" value="connexion">
            {t('people.have_account')}
          </Button>
        </Buttons>
      </Form>
    </>
  );
}

function Answer({ frame, invitation, base, mayBring, confirmed, errors }: InvitationProps) {
  const { t } = frame;
  if (!confirmed)
    return (
      <Alert kind="warning">
        <p>{t('dossier.email_unconfirmed')}</p>
      </Alert>
    );
  const consents: readonly ConsentPurpose[] = CONSENTS_OF_INVITATION[invitation.kind];
  return (
    <Form frame={frame} action={`${base}/accepter`}>
      {mayBring && (invitation.kind === 'spouse' || invitation.kind === 'flatmate') && (
        <Radios
          name="bring"
          label={t('people.bring_title')}
          value="yes"
          errors={errors}
          choices={[
            { value: 'yes', label: t('people.bring_yes'), hint: t('people.bring_yes_hint') },
            { value: 'no', label: t('people.bring_no'), hint: t('people.bring_no_hint') },
          ]}
        />
      )}
      {consents.map((purpose) => {
        const text = `consent.${CONSENT_TEXTS[purpose]}`;
        return <Checkbox key={purpose} name={purpose} label={isWordKey(text) ? t(text) : purpose} hint={t('people.optional')} />;
      })}
      <Buttons>
        <Button>{t(invitation.filled ? 'people.take_over' : 'people.accept')}</Button>
      </Buttons>
    </Form>
  );
}

/** An invitation that works no more, whatever the cause; or one that was just answered. */
export function InvitationEndPage({ frame, end }: { frame: Frame; end: 'dead' | 'declined' | 'agreed' }) {
  const { t } = frame;
  return (
    <Page frame={frame} title={t(`people.invitation_${end}_title`)} noindex>
      <h1>{t(`people.invitation_${end}_title`)}</h1>
      <p class="fr-text--lead">{t(`people.invitation_${end}_text`)}</p>
    </Page>
  );
}
