import type { Frame } from '#ui/frame.ts';
import { Button } from '#ui/fields.tsx';
import { Form } from '#ui/form.tsx';

const ABOUT = 'https://franceconnect.gouv.fr';

/**
 * Starts a sign-in by FranceConnect; nothing where it is off. First on sign-in and sign-up, the sentence above, the question below. The
 * official image is a mark of the State, which operators supply (`FC_BUTTON_IMAGE`); without it the button is text.
 * @param back where to come back to
 */
export function FranceConnectButton({ frame, back }: { frame: Frame; back: string }) {
  const { t } = frame;
  const { franceConnect, franceConnectImage } = frame.service;
  if (franceConnect === 'off') return null;
  return (
    <section class="df-france-connect" aria-label="FranceConnect">
      <p>{t('france_connect.explain')}</p>
      <Form frame={frame} action="/franceconnect/depart">
        <input type="hidden" name="retour" value={back} />
        {franceConnectImage ? (
          <button class="df-france-connect__image" type="submit">
            <img src={franceConnectImage} alt={t('france_connect.button')} height="60" />
          </button>
        ) : (
          <Button look="secondary">
            {t(franceConnect === 'simulator' ? 'france_connect.button_simulator' : 'france_connect.button')}
          </Button>
        )}
      </Form>
      <p>
        <a class="fr-link" href={ABOUT} target="_blank" rel="noopener noreferrer" title={t('france_connect.what_title')}>
          {t('france_connect.what')}
        </a>
      </p>
    </section>
  );
}

/** « OU », between FranceConnect and the other ways; nothing where it is off. */
export function OrElse({ frame }: { frame: Frame }) {
  return frame.service.franceConnect === 'off' ? null : <p class="df-or">{frame.t('accounts.or')}</p>;
}
