import { CATEGORIES_OF_ROLE } from '#domain/catalogue/situations.ts';
import { displayName } from '#domain/people/names.ts';
import { onlyGuarantees } from '#features/dossiers/membership.ts';
import { may } from '#features/dossiers/api.ts';
import type { OwnDossier, PersonRow } from '#features/dossiers/read-dossier.ts';
import type { SetAside } from '#features/household/set-aside.ts';
import { Alert, CertifiedTag, StatusTag } from '#ui/blocks.tsx';
import { Button, ButtonLink, Buttons } from '#ui/fields.tsx';
import { Form } from '#ui/form.tsx';
import { FeedbackLink } from '#ui/feedback-link.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';
import { roleOf } from '#features/statuses/api.ts';
import { address } from './address.ts';
import { nameOf, nextOfAll, ownMissing, unsignedOf, waitedFor } from './dossier-view.ts';
import { GlimpsedPieces, NamesLine, OwnPieces } from './dashboard-parts.tsx';
import { isSelf, mayCompose } from './own-request.ts';

/** The dossier at a glance: one sentence, one thing to do, then everybody's documents as far as one may see them. */
export function DashboardPage({ frame, own, setAside }: { frame: Frame; own: OwnDossier; setAside: readonly SetAside[] }) {
  const { t, format } = frame;
  const { dossier, persons } = own.rows;
  const guarantor = onlyGuarantees(own.membership);
  const mine = persons.find((person) => own.membership.persons.has(person.id) && (guarantor || person.role === 'tenant'));
  const shown = guarantor ? (mine?.status ?? dossier.status) : dossier.status;
  const tenant = persons.find((person) => person.role === 'tenant');
  const kind = shown === 'verified' ? 'success' : shown === 'to_correct' ? 'warning' : 'info';
  const title = guarantor
    ? t('people.you_guarantee', { name: tenant ? nameOf(tenant, t) : '' })
    : mine?.birthName
      ? t('dossier.of', { name: nameOf(mine, t) })
      : t('dossier.title');
  const waited = waitedFor(own);
  return (
    <Page frame={frame} title={title} noindex>
      <h1>{title}</h1>
      <Alert kind={kind}>
        <p>
          <StatusTag frame={frame} status={shown} />{' '}
          {waited.length > 0 && ownMissing(own).length === 0 && unsignedOf(own).length === 0
            ? t('people.waiting_for', { names: format.list(waited.map((person) => nameOf(person, t))) })
            : t(guarantor ? `people.guarantor_status_${shown}` : `dossier.status_${shown}`)}
        </p>
      </Alert>
      <MainActs frame={frame} own={own} guarantor={guarantor} />
      {setAside.map((one) => (
        <Alert kind="info" key={one.personId}>
          <p>{t('people.aside', { name: one.name, date: format.date(one.until) })}</p>
          <Form frame={frame} action={`${address.composition(dossier.id)}/${one.personId}/reprendre`}>
            <Buttons>
              <Button look="secondary">{t('people.undo')}</Button>
            </Buttons>
          </Form>
        </Alert>
      ))}
      {persons
        .filter((person) => !guarantor || own.membership.persons.has(person.id))
        .map((person) => (
          <PersonSection key={person.id} frame={frame} own={own} person={person} />
        ))}
      <DossierLinks frame={frame} own={own} guarantor={guarantor} />
      {dossier.status === 'verified' && <FeedbackLink frame={frame} procedure="tenant" />}
    </Page>
  );
}

/** The one thing to do now, and the links of who may hand the dossier out. */
function MainActs({ frame, own, guarantor }: { frame: Frame; own: OwnDossier; guarantor: boolean }) {
  const { t } = frame;
  const { dossier } = own.rows;
  const next = nextOfAll(own, t);
  const links = [...own.membership.persons.values()].some(({ role, rights }) => role === 'tenant' && rights.has('links'));
  const ready = dossier.status === 'complete' || dossier.status === 'in_review' || dossier.status === 'verified';
  return (
    <Buttons>
      {next ? (
        <ButtonLink href={next.step.href}>
          {t(next.step.state === 'warning' ? 'dossier.fix' : 'dossier.next', { step: next.step.label })}
          {next.person.role === 'guarantor' && !guarantor && (
            <>
              {' – '}
              <bdi>{nameOf(next.person, t)}</bdi>
            </>
          )}
        </ButtonLink>
      ) : unsignedOf(own).length > 0 ? (
        <ButtonLink href={address.send(dossier.id)}>{t(guarantor ? 'people.sign' : 'dossier.send')}</ButtonLink>
      ) : links && ready ? (
        <ButtonLink href={address.newLink(dossier.id)}>{t('dossier.make_link')}</ButtonLink>
      ) : null}
      {links && ready && (
        <ButtonLink look="secondary" href={address.links(dossier.id)}>
          {t('dossier.links')}
        </ButtonLink>
      )}
      <ButtonLink look="tertiary" href={address.list(dossier.id)}>
        {t('list.get')}
      </ButtonLink>
      {links && (
        <ButtonLink look="tertiary" href={address.preview(dossier.id)}>
          {t('people.preview_title')}
        </ButtonLink>
      )}
      {!guarantor && (
        <ButtonLink look="tertiary" href={address.visits(dossier.id)}>
          {t('dossier.visits')}
        </ButtonLink>
      )}
    </Buttons>
  );
}

/** One person: everything to those who fill, answers to those who may see, levels to the others. */
function PersonSection({ frame, own, person }: { frame: Frame; own: OwnDossier; person: PersonRow }) {
  const { t } = frame;
  const fills = may(own.membership, person.id, 'fill');
  const sees = may(own.membership, person.id, 'see');
  const supported = own.rows.persons.find((one) => one.id === person.supportsPersonId);
  const unnamedSelf = isSelf(own, person) && displayName(person) === '';
  const lacks = (what: string) => own.missing.some((one) => one.personId === person.id && one.what === what);
  return (
    <section>
      <h2>
        <bdi>{unnamedSelf ? t('people.you') : nameOf(person, t)}</bdi>{' '}
        {person.role === 'tenant' && <StatusTag frame={frame} status={person.status} />}{' '}
        {own.certified.get(person.id)?.shown && <CertifiedTag frame={frame} />}
      </h2>
      {supported && <p class="df-muted">{t('people.guarantor_of', { name: nameOf(supported, t) })}</p>}
      {sees ? (
        <ul class="df-piece-list">
          {roleOf(person) !== 'O' && <NamesLine frame={frame} own={own} person={person} fills={fills} missing={lacks('names')} />}
          {CATEGORIES_OF_ROLE[roleOf(person)].map((category) => (
            <OwnPieces key={category} frame={frame} own={own} person={person} category={category} fills={fills} />
          ))}
          {person.role === 'tenant' && fills && (
            <li>
              <div>
                <a href={address.guarantors(own.rows.dossier.id, person.id)}>{t('dossier.guarantors')}</a>
                {person.noGuarantor && (
                  <>
                    <br />
                    <span class="df-muted">{t('dossier.no_guarantor')}</span>
                  </>
                )}
              </div>
              <StatusTag frame={frame} status={lacks('guarantors') ? 'missing' : 'done'} />
            </li>
          )}
        </ul>
      ) : (
        <GlimpsedPieces frame={frame} own={own} person={person} />
      )}
    </section>
  );
}

/** Ways to what concerns the whole dossier: who is in it, for whom, who helps, what was agreed. */
function DossierLinks({ frame, own, guarantor }: { frame: Frame; own: OwnDossier; guarantor: boolean }) {
  const { t } = frame;
  const { dossier } = own.rows;
  const held = [...own.membership.persons];
  const member = held.some(([, one]) => one.role === 'tenant' && (one.basis === 'self' || one.basis === 'declarant'));
  const self = held.find(([, one]) => one.basis === 'self');
  const links: readonly (readonly [string, string])[] = [
    ...(mayCompose(own) ? [[address.forWhom(dossier.id), t('people.for_whom_title')] as const] : []),
    ...(member ? [[address.composition(dossier.id), t('people.title')] as const] : []),
    ...(member ? [[address.helpers(dossier.id), t('people.helpers_title')] as const] : []),
    ...(self && (dossier.kind !== 'alone' || guarantor)
      ? [[address.consents(dossier.id), t('people.consents_title')] as const]
      : []),
    ...(guarantor && self ? [[address.withdraw(dossier.id, self[0]), t('people.withdraw')] as const] : []),
  ];
  if (links.length === 0) return null;
  return (
    <section>
      <h2>{t('people.about_dossier')}</h2>
      {!guarantor && <p>{t(`people.is_${dossier.kind}`)}</p>}
      <ul class="df-piece-list">
        {links.map(([href, label]) => (
          <li key={href}>
            <div>
              <a href={href}>{label}</a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
