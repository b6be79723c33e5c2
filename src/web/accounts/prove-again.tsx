import type { Frame } from '#ui/frame.ts';
import { Button } from '#ui/fields.tsx';
import { Form } from '#ui/form.tsx';

/** A grave act asks who one is; an account without password answers by a new round trip to FranceConnect. @param back where to come back to */
export function ProveAgain({ frame, back }: { frame: Frame; back: string }) {
  const { t } = frame;
  return (
    <Form frame={frame} action="/compte/franceconnect/prouver">
      <p>{t('france_connect.prove_again_text')}</p>
      <input type="hidden" name="retour" value={back} />
      <Button look="secondary">{t('france_connect.prove_again')}</Button>
    </Form>
  );
}
