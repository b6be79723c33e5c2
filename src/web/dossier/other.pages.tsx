import { speaksForOthers } from '#domain/people/signing.ts';
import { onlyGuarantees } from '#features/dossiers/membership.ts';
import type { OwnDossier } from '#features/dossiers/read-dossier.ts';
import { signersOf } from '#features/dossiers/submit-dossier.ts';
import { isWordKey } from '#i18n/translate.ts';
import type { PieceRow } from '#features/dossiers/read-dossier.ts';
import { Alert, Details, EmptyState, StatusTag, Steps } from '#ui/blocks.tsx';
import { Button, ButtonLink, Buttons, Checkbox, TextArea } from '#ui/fields.tsx';
import { OPINIONS } from '#domain/stats/indicators.ts';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import { FeedbackLink } from '#ui/feedback-link.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';
import { address } from './address.ts';
import { hrefOf, nameOf, ownMissing, ownUnexplained, sayMissing, waitedFor, type StepView } from './dossier-view.ts';

interface PersonPageProps {
  readonly frame: Frame;
  readonly dossierId: string;
  readonly personId: string;
  readonly steps: readonly StepView[];
}

const backTo = (frame: Frame, dossierId: string) => ({
  href: address.dossier(dossierId),
  label: frame.t('dossier.back_to_dossier'),
});

/** Every income with its amount, and the total. */
export function IncomesPage(props: PersonPageProps & { incomes: readonly PieceRow[]; next: { href: string; label: string } }) {
  const { frame, dossierId, personId, incomes } = props;
  const { t } = frame;
  return (
    <Page frame={frame} title={t('category.income.title')} back={backTo(frame, dossierId)} noindex>
      <Steps frame={frame} steps={props.steps} />
      <h1>{t('category.income.title')}</h1>
      <Details summary={t('dossier.why')}>
        <p>{t('category.income.why')}</p>
        <p>{t('dossier.law_note')}</p>
      </Details>
      {incomes.length === 0 ? (
        <EmptyState title={t('dossier.income_none_yet')}>
          <p>{t('dossier.income_none_yet_help')}</p>
        </EmptyState>
      ) : (
        <>
          <ul class="df-piece-list">
            {incomes.map((income) => {
              const title = `situation.${income.situation}.title`;
              return (
                <li key={income.id}>
                  <div>
                    <a href={address.income(dossierId, personId, income.id)}>{isWordKey(title) ? t(title) : income.situation}</a>
                  </div>
                  <span class="df-number">{frame.format.euros(income.amount ?? 0)}</span>
                  <StatusTag frame={frame} status={income.status} />
                </li>
              );
            })}
          </ul>
          <p>
            <strong>
              {t('dossier.income_total', {
                total: frame.format.euros(incomes.reduce((sum, income) => sum + (income.amount ?? 0), 0)),
              })}
            </strong>
          </p>
        </>
      )}
      <Buttons>
        {incomes.length === 0 ? (
          <ButtonLink href={address.newIncome(dossierId, personId)}>{t('dossier.income_add')}</ButtonLink>
        ) : (
          <>
            <ButtonLink href={props.next.href}>{props.next.label}</ButtonLink>
            <ButtonLink look="secondary" href={address.newIncome(dossierId, personId)}>
              {t('dossier.income_add')}
            </ButtonLink>
          </>
        )}
      </Buttons>
    </Page>
  );
}

/** Asks before deleting a piece. */
export function DeletePiecePage({
  frame,
  dossierId,
  action,
  back,
}: {
  frame: Frame;
  dossierId: string;
  action: string;
  back: string;
}) {
  const { t } = frame;
  return (
    <Page frame={frame} title={t('dossier.piece_delete')} back={backTo(frame, dossierId)} noindex>
      <h1>{t('dossier.piece_delete')}</h1>
      <p>{t('dossier.piece_delete_sure')}</p>
      <Form frame={frame} action={action}>
        <Buttons>
          <Button look="danger">{t('common.delete')}</Button>
          <ButtonLink look="secondary" href={back}>
            {t('common.cancel')}
          </ButtonLink>
        </Buttons>
      </Form>
    </Page>
  );
}

/** Last look before sending: what is missing, the message, the sworn declaration. */
export function SendPage(props: {
  frame: Frame;
  own: OwnDossier;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  confirmed: boolean;
}) {
  const { frame, own, errors, typed } = props;
  const { t } = frame;
  const dossierId = own.rows.dossier.id;
  const missing = ownMissing(own);
  const unexplained = ownUnexplained(own);
  const signers = signersOf(own.membership, own.tenants, own.rows.persons);
  const fresh = signers.filter(({ person }) => !person.submitted);
  const waited = waitedFor(own);
  const tenant = !onlyGuarantees(own.membership);
  const inFlatshare =
    own.rows.dossier.kind === 'flatshare' && fresh.some(({ person, basis }) => person.role === 'T' && basis === 'self');
  return (
    <Page frame={frame} title={t('dossier.send_title')} back={backTo(frame, dossierId)} noindex>
      <h1>{t('dossier.send_title')}</h1>
      <ErrorSummary frame={frame} errors={errors} />
      {!props.confirmed && (
        <Alert kind="warning">
          <p>{t('dossier.email_unconfirmed')}</p>
        </Alert>
      )}
      {unexplained.length > 0 && (
        <Alert kind="warning" title={t('findings.before_sending')}>
          <ul>
            {unexplained.map((piece) => (
              <li key={piece.id}>
                <a href={`${hrefOf(dossierId, piece.personId, piece.category, piece.id)}#verifications`}>
                  {t(`category.${piece.category}.title`)}
                </a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {missing.length > 0 ? (
        <Alert kind="warning" title={t('dossier.send_missing_title')}>
          <ul>
            {missing.map((one, index) => {
              const { text, href } = sayMissing(own, one, t);
              return (
                <li key={index}>
                  <a href={href}>{text}</a>
                </li>
              );
            })}
          </ul>
        </Alert>
      ) : (
        props.confirmed &&
        unexplained.length === 0 && (
          <Form frame={frame} action={address.send(dossierId)}>
            {waited.length > 0 && (
              <Alert kind="info">
                <p>{t('people.together', { names: frame.format.list(waited.map((person) => nameOf(person, t))) })}</p>
              </Alert>
            )}
            {tenant && (
              <TextArea
                name="message"
                label={t('dossier.message_label')}
                hint={t('dossier.message_hint')}
                value={typed['message'] ?? own.rows.dossier.message ?? ''}
                errors={errors}
                maxlength={2000}
              />
            )}
            {speaksForOthers(fresh) && (
              <Checkbox
                name="others"
                label={t('consent.others_informed.2026-11')}
                checked={typed['others'] === 'on'}
                errors={errors}
              />
            )}
            {inFlatshare && (
              <Checkbox
                name="sending"
                label={t('consent.flatmate_sending.2026-11')}
                hint={t('people.optional')}
                checked={typed['sending'] === 'on'}
                errors={errors}
              />
            )}
            <Checkbox name="sworn" label={t('dossier.honour')} hint={t('dossier.honour_hint')} errors={errors} />
            <Buttons>
              <Button>{t('dossier.send')}</Button>
              <ButtonLink look="tertiary" href={address.dossier(dossierId)}>
                {t('common.finish_later')}
              </ButtonLink>
            </Buttons>
          </Form>
        )
      )}
    </Page>
  );
}

/** What comes next, once sent. */
export function SentPage({ frame, own, email }: { frame: Frame; own: OwnDossier; email: string }) {
  const { t } = frame;
  const dossierId = own.rows.dossier.id;
  const waited = waitedFor(own);
  if (waited.length > 0 || onlyGuarantees(own.membership))
    return (
      <Page frame={frame} title={t('people.signed_title')} back={backTo(frame, dossierId)} noindex>
        <h1>{t('people.signed_title')}</h1>
        <Alert kind="success">
          <p>
            {waited.length > 0
              ? t('people.signed_waiting', { names: frame.format.list(waited.map((person) => nameOf(person, t))) })
              : t('people.signed_all')}
          </p>
        </Alert>
        <Buttons>
          <ButtonLink href={address.dossier(dossierId)}>{t('dossier.back_to_dossier')}</ButtonLink>
        </Buttons>
      </Page>
    );
  return (
    <Page frame={frame} title={t('dossier.sent_title')} back={backTo(frame, dossierId)} noindex>
      <h1>{t('dossier.sent_title')}</h1>
      <Alert kind="success">
        <p>{t('dossier.sent_what_next', { email })}</p>
        <p>{t('dossier.sent_delay')}</p>
      </Alert>
      <p>{t('dossier.sent_meanwhile')}</p>
      <Buttons>
        <ButtonLink href={address.newLink(dossierId)}>{t('dossier.make_link')}</ButtonLink>
        <ButtonLink look="secondary" href={address.dossier(dossierId)}>
          {t('dossier.back_to_dossier')}
        </ButtonLink>
      </Buttons>
      <Form frame={frame} action={address.sent(dossierId)}>
        <fieldset class="fr-fieldset">
          <legend class="fr-fieldset__legend">{t('stats.ask')}</legend>
          <p class="fr-hint-text">{t('stats.ask_hint')}</p>
          <Buttons>
            {OPINIONS.map((opinion) => (
              <Button key={opinion} look="secondary" name="opinion" value={opinion}>
                {t(`stats.answer_${opinion}`)}
              </Button>
            ))}
          </Buttons>
        </fieldset>
      </Form>
      <FeedbackLink frame={frame} procedure="tenant" />
    </Page>
  );
}
