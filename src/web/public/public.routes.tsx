import { isAgent } from '#domain/accounts/roles.ts';
import type { House } from '#features/house.ts';
import { readVerifiedCount } from '#features/stats/read-figures.ts';
import type { App } from '#http/app.ts';
import { sendPage } from '#http/pages.ts';
import { ButtonLink, Buttons } from '#ui/fields.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';
import { RightsPage } from './rights.page.tsx';

/** What the service is, in one screen: one sentence, one button, three steps. */
function HomePage({ frame, verified }: { frame: Frame; verified: number | null }) {
  const { t } = frame;
  const agent = isAgent(frame.signedIn?.roles ?? []);
  return (
    <Page frame={frame} title={t('home.home_title')}>
      <div class="df-hero">
        <h1>{t('home.home_title')}</h1>
        <p class="fr-text--lead">{t('home.home_lead')}</p>
        <Buttons>
          {agent ? (
            <ButtonLink href="/console">{t('ui.console')}</ButtonLink>
          ) : (
            <ButtonLink href={frame.signedIn ? '/dossier' : '/inscription'}>
              {frame.signedIn ? t('ui.my_dossier') : t('home.home_start')}
            </ButtonLink>
          )}
          {!frame.signedIn && (
            <ButtonLink look="secondary" href="/connexion">
              {t('home.home_sign_in')}
            </ButtonLink>
          )}
        </Buttons>
      </div>
      {verified !== null && (
        <p class="df-counter">
          <a href="/stats#U3">{t('stats.counter', { count: verified })}</a>
        </p>
      )}
      <ol class="df-cards">
        {([1, 2, 3] as const).map((step) => (
          <li class="fr-card" key={step}>
            <h2>{t(`home.step_${step}`)}</h2>
            <p>{t(`home.step_${step}_text`)}</p>
          </li>
        ))}
      </ol>
      <p>{t('home.safe')}</p>
      <h2>{t('home.doors')}</h2>
      <p>{t('home.doors_text')}</p>
      <Buttons>
        <ButtonLink look="secondary" href="/verifier">
          {t('ui.verify')}
        </ButtonLink>
        <ButtonLink look="secondary" href="/droits">
          {t('ui.rights')}
        </ButtonLink>
      </Buttons>
    </Page>
  );
}

/** Pages for everybody. */
export function publicRoutes(app: App, house: Pick<House, 'db'>): void {
  app.get('/', async (request, reply) =>
    sendPage(reply, <HomePage frame={request.frame()} verified={await readVerifiedCount(house)} />),
  );
  app.get('/droits', async (request, reply) => sendPage(reply, <RightsPage frame={request.frame()} />));
}
