import { CATEGORIES_OF_ROLE } from '#domain/catalogue/situations.ts';
import { isWordKey } from '#i18n/translate.ts';
import { roleOf } from '#features/statuses/api.ts';
import type { OwnDossier } from '#features/dossiers/read-dossier.ts';
import { Alert, LevelTag, StatusTag } from '#ui/blocks.tsx';
import { ButtonLink, Buttons } from '#ui/fields.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';
import { address } from './address.ts';
import { hrefOf, nameOf, nextStep, piecesIn } from './dossier-view.ts';

/** The dossier at a glance: one sentence, one thing to do, then everybody's documents. */
export function DashboardPage({ frame, own }: { frame: Frame; own: OwnDossier }) {
  const { t } = frame;
  const { dossier, persons } = own.rows;
  const tenant = persons.find((person) => person.role === 'tenant');
  const step = tenant ? nextStep(own, tenant, t, null) : null;
  const kind = dossier.status === 'verified' ? 'success' : dossier.status === 'to_correct' ? 'warning' : 'info';
  const shareable = dossier.status === 'complete' || dossier.status === 'in_review' || dossier.status === 'verified';
  return (
    <Page frame={frame} title={t('dossier.title')} noindex>
      <h1>{tenant?.birthName ? t('dossier.of', { name: nameOf(tenant, t) }) : t('dossier.title')}</h1>
      <Alert kind={kind}>
        <p>
          <StatusTag frame={frame} status={dossier.status} /> {t(`dossier.status_${dossier.status}`)}
        </p>
      </Alert>
      <Buttons>
        {step ? (
          <ButtonLink href={step.href}>
            {t(step.state === 'warning' ? 'dossier.fix' : 'dossier.next', { step: step.label })}
          </ButtonLink>
        ) : dossier.status === 'complete' || dossier.status === 'incomplete' ? (
          <ButtonLink href={address.send(dossier.id)}>{t('dossier.send')}</ButtonLink>
        ) : (
          <ButtonLink href={address.newLink(dossier.id)}>{t('dossier.make_link')}</ButtonLink>
        )}
        {shareable && (
          <ButtonLink look="secondary" href={address.links(dossier.id)}>
            {t('dossier.links')}
          </ButtonLink>
        )}
        <ButtonLink look="tertiary" href={address.visits(dossier.id)}>
          {t('dossier.visits')}
        </ButtonLink>
      </Buttons>
      {persons.map((person) => (
        <section key={person.id}>
          <h2>
            <bdi>{nameOf(person, t)}</bdi> {person.role === 'tenant' && <StatusTag frame={frame} status={person.status} />}
          </h2>
          <ul class="df-piece-list">
            <li>
              <div>
                <a href={address.names(dossier.id, person.id)}>{t('dossier.names')}</a>
              </div>
              <StatusTag
                frame={frame}
                status={own.missing.some((one) => one.personId === person.id && one.what === 'names') ? 'missing' : 'done'}
              />
            </li>
            {CATEGORIES_OF_ROLE[roleOf(person)].map((category) => {
              const pieces = piecesIn(own, person.id, category);
              return (
                <>
                  {pieces.length === 0 && (
                    <li key={category}>
                      <div>
                        <a href={address.category(dossier.id, person.id, category)}>{t(`category.${category}.title`)}</a>
                      </div>
                      {category === 'tax' && person.taxSkipped ? (
                        <span class="df-muted">{t('dossier.not_now')}</span>
                      ) : (
                        <StatusTag frame={frame} status="missing" />
                      )}
                    </li>
                  )}
                  {pieces.map((piece) => {
                    const title = `situation.${piece.situation}.title`;
                    return (
                      <li key={piece.id}>
                        <div>
                          <a href={hrefOf(dossier.id, person.id, category, piece.id)}>{t(`category.${category}.title`)}</a>
                          <br />
                          <span class="df-muted">
                            {isWordKey(title) ? t(title) : piece.situation}
                            {piece.amount !== null && piece.amount > 0 ? ` – ${frame.format.euros(piece.amount)}` : ''}
                          </span>
                        </div>
                        {piece.level && piece.level !== 'declared' && <LevelTag frame={frame} level={piece.level} />}
                        <StatusTag frame={frame} status={piece.status} />
                      </li>
                    );
                  })}
                </>
              );
            })}
            {person.role === 'tenant' && (
              <li>
                <div>
                  <a href={address.guarantors(dossier.id, person.id)}>{t('dossier.guarantors')}</a>
                  {person.noGuarantor && (
                    <>
                      <br />
                      <span class="df-muted">{t('dossier.no_guarantor')}</span>
                    </>
                  )}
                </div>
                <StatusTag
                  frame={frame}
                  status={own.missing.some((one) => one.personId === person.id && one.what === 'guarantors') ? 'missing' : 'done'}
                />
              </li>
            )}
          </ul>
        </section>
      ))}
    </Page>
  );
}
