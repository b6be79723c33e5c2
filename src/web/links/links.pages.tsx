import { VALIDITIES, DOORS } from '#domain/links/rules.ts';
import type { LookDay } from '#features/audit/api.ts';
import type { OwnLink, OwnVisit } from '#features/links/read-links.ts';
import { isWordKey } from '#i18n/translate.ts';
import { Alert, CopyField, EmptyState, Table } from '#ui/blocks.tsx';
import { Button, ButtonLink, Buttons, Checkbox, Radios, Select, TextArea, TextField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';
import { address } from '../dossier/address.ts';

const backTo = (frame: Frame, dossierId: string) => ({
  href: address.dossier(dossierId),
  label: frame.t('dossier.back_to_dossier'),
});

const TONE = { active: 'success', paused: 'warning', expired: 'new', revoked: 'new' } as const;

/** Links of a dossier: the living first, each with its address to copy. */
export function LinksPage({ frame, dossierId, links }: { frame: Frame; dossierId: string; links: readonly OwnLink[] }) {
  const { t, format } = frame;
  return (
    <Page frame={frame} title={t('links.title')} back={backTo(frame, dossierId)} islands={['copy']} noindex>
      <h1>{t('links.title')}</h1>
      <p>{t('links.explain')}</p>
      <Buttons>
        <ButtonLink href={address.newLink(dossierId)}>{t('links.new')}</ButtonLink>
      </Buttons>
      {links.length === 0 && (
        <EmptyState title={t('links.none')}>
          <p>{t('links.none_help')}</p>
        </EmptyState>
      )}
      {links.map((link) => (
        <section class="fr-card" key={link.id}>
          <h2>
            <bdi>{link.title}</bdi> <span class={`fr-badge fr-badge--${TONE[link.state]}`}>{t(`links.state_${link.state}`)}</span>
          </h2>
          <p>
            {t(`links.door_${link.door}`)}
            {link.addresses.length > 0 && <> : {format.list(link.addresses)}</>}
            <br />
            {t('links.until', { date: format.date(link.expiresAt) })} – {t('links.visits', { count: link.visits })}
            {link.lastVisit && <> ({format.dateTime(link.lastVisit)})</>}
          </p>
          {link.url && <CopyField frame={frame} id={`lien-${link.id}`} label={t('links.url')} value={link.url} />}
          {(link.state === 'active' || link.state === 'paused') && (
            <Buttons>
              <Form
                frame={frame}
                action={`/dossiers/${dossierId}/liens/${link.id}/${link.state === 'active' ? 'pause' : 'reprise'}`}
              >
                <Button look="secondary">{t(link.state === 'active' ? 'links.pause' : 'links.resume')}</Button>
              </Form>
              <ButtonLink look="danger" href={`/dossiers/${dossierId}/liens/${link.id}/couper`}>
                {t('links.revoke')}
              </ButtonLink>
            </Buttons>
          )}
        </section>
      ))}
    </Page>
  );
}

/** The form of a new link: for whom, how long, who may open. */
export function NewLinkPage(props: {
  frame: Frame;
  dossierId: string;
  status: string;
  /** Asks to say that one knows the dossier is not checked. */
  asks: boolean;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
}) {
  const { frame, dossierId, typed, errors } = props;
  const { t } = frame;
  const ready = props.status !== 'incomplete' && props.status !== 'archived';
  return (
    <Page frame={frame} title={t('links.new_title')} back={{ href: address.links(dossierId), label: t('links.title') }} noindex>
      <h1>{t('links.new_title')}</h1>
      <ErrorSummary frame={frame} errors={errors} />
      {!ready ? (
        <Alert kind="warning">
          <p>{t('links.not_ready')}</p>
        </Alert>
      ) : (
        <>
          {props.status !== 'verified' && (
            <Alert kind="info">
              <p>{t('links.unverified')}</p>
            </Alert>
          )}
          <Form frame={frame} action={address.newLink(dossierId)}>
            <TextField
              name="title"
              label={t('links.name')}
              hint={t('links.name_hint')}
              value={typed['title']}
              errors={errors}
              maxlength={100}
            />
            <Select
              name="days"
              label={t('links.days')}
              value={typed['days'] ?? '30'}
              errors={errors}
              options={VALIDITIES.map((n) => ({ value: String(n), label: t('links.days_n', { n }) }))}
            />
            <Radios
              name="door"
              label={t('links.door')}
              value={typed['door']}
              errors={errors}
              choices={[DOORS[1], DOORS[0], DOORS[2]].map((door) => ({
                value: door,
                label: t(`links.door_${door}`),
                hint: t(`links.door_${door}_hint`),
              }))}
            />
            <TextArea
              name="addresses"
              label={t('links.addresses')}
              hint={t('links.door_listed_address_hint')}
              value={typed['addresses']}
              errors={errors}
              rows={3}
            />
            <Checkbox name="send" label={t('links.send')} checked={typed['send'] === 'on'} />
            <TextArea
              name="message"
              label={t('links.message')}
              value={typed['message']}
              errors={errors}
              rows={4}
              maxlength={2000}
            />
            <Checkbox name="copies" label={t('links.copies')} checked={typed['copies'] === 'on'} />
            {props.asks && (
              <Checkbox
                name="acknowledged"
                label={t('consent.unverified_sending.2026-11')}
                checked={typed['acknowledged'] === 'on'}
                errors={errors}
              />
            )}
            <Buttons>
              <Button>{t('links.new')}</Button>
            </Buttons>
          </Form>
        </>
      )}
    </Page>
  );
}

/** Asks before a link is cut for good. */
export function RevokePage({ frame, dossierId, linkId }: { frame: Frame; dossierId: string; linkId: string }) {
  const { t } = frame;
  return (
    <Page frame={frame} title={t('links.revoke')} back={{ href: address.links(dossierId), label: t('links.title') }} noindex>
      <h1>{t('links.revoke')}</h1>
      <p>{t('links.revoke_sure')}</p>
      <Form frame={frame} action={`/dossiers/${dossierId}/liens/${linkId}/couper`}>
        <Buttons>
          <Button look="danger">{t('links.revoke')}</Button>
          <ButtonLink look="secondary" href={address.links(dossierId)}>
            {t('common.cancel')}
          </ButtonLink>
        </Buttons>
      </Form>
    </Page>
  );
}

const ACT_WORDS: Readonly<Record<string, 'named' | 'piece' | 'file' | 'deleted' | 'submitted' | 'link' | 'people' | 'consent'>> =
  {
    'person.named': 'named',
    'piece.added': 'piece',
    'piece.changed': 'piece',
    'piece.deleted': 'deleted',
    'file.added': 'file',
    'person.submitted': 'submitted',
    'link.created': 'link',
    'link.paused': 'link',
    'link.resumed': 'link',
    'link.revoked': 'link',
    'person.added': 'people',
    'person.deleted': 'people',
    'person.taken_back': 'people',
    'guarantor.added': 'people',
    'helper.invited': 'people',
    'helper.stopped': 'people',
    'consent.given': 'consent',
    'consent.withdrawn': 'consent',
  };

/** One act as it is told: by whom, and for whom where that is somebody else. */
interface ToldAct {
  readonly at: Date;
  readonly type: string;
  readonly by: string;
  readonly name: string | null;
}

/** Who saw what: landlords and agents; and what members and helpers did: "by X, for Y". */
export function VisitsPage({
  frame,
  dossierId,
  visits,
  looks,
  acts,
}: {
  frame: Frame;
  dossierId: string;
  visits: readonly OwnVisit[];
  looks: readonly LookDay[];
  acts: readonly ToldAct[];
}) {
  const { t, format } = frame;
  const what = (visit: OwnVisit) => {
    const category = `category.${visit.category}.title`;
    if (visit.kind === 'piece') return t('links.visit_piece', { category: isWordKey(category) ? t(category) : '' });
    return visit.kind === 'page' ? t('links.visit_page') : visit.kind === 'pdf' ? t('links.visit_pdf') : t('links.visit_other');
  };
  return (
    <Page frame={frame} title={t('links.visits_title')} back={backTo(frame, dossierId)} noindex>
      <h1>{t('links.visits_title')}</h1>
      <p>{t('links.visits_explain')}</p>
      {visits.length === 0 ? (
        <EmptyState title={t('links.visits_none')}>
          <p>{t('links.visits_none_help')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('links.visits_title')}
          head={[t('links.when'), t('links.what'), t('links.who'), t('links.network'), t('links.trace')]}
          rows={visits.map((visit) => [
            format.dateTime(visit.at),
            what(visit),
            <bdi>{visit.recipient ?? visit.title}</bdi>,
            <bdi>{visit.network}</bdi>,
            <bdi>{visit.traceCode ?? '–'}</bdi>,
          ])}
        />
      )}
      {looks.length > 0 && (
        <Table
          caption={t('people.looks_title')}
          head={[t('links.when'), t('links.what'), t('links.who')]}
          rows={looks.map(({ day, documents }) => [
            format.date(day),
            t('people.look_documents', { count: documents }),
            t('people.look_agent'),
          ])}
        />
      )}
      {acts.length > 0 && (
        <Table
          caption={t('people.acts_title')}
          head={[t('links.when'), t('links.what'), t('links.who')]}
          rows={acts.map((act) => [
            format.dateTime(act.at),
            t(`people.act_${ACT_WORDS[act.type] ?? 'other'}`),
            <bdi>{act.name === null ? act.by : t('people.act_by_for', { by: act.by, name: act.name })}</bdi>,
          ])}
        />
      )}
    </Page>
  );
}
