import type { Frame } from '#ui/frame.ts';
import { Button } from '#ui/fields.tsx';
import { Details } from '#ui/blocks.tsx';
import { Form } from '#ui/form.tsx';

/** Starts a sign-in by FranceConnect; nothing where it is off. First on sign-in and sign-up. @param back where to come back to */
export function FranceConnectButton({ frame, back }: { frame: Frame; back: string }) {
  const { t } = frame;
  if (frame.service.franceConnect === 'off') return null;
  return (
    <section class="df-france-connect">
      <Form frame={frame} action="/franceconnect/depart">
        <input type="hidden" name="retour" value={back} />
        <Button look="secondary">{t('accounts.france_connect')}</Button>
      </Form>
      <Details summary={t('accounts.france_connect_what')}>
        <p>{t('accounts.france_connect_text')}</p>
      </Details>
      <p class="df-or">{t('accounts.or')}</p>
    </section>
  );
}
