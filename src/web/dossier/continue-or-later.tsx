import { Button, ButtonLink, Buttons } from '#ui/fields.tsx';
import type { Frame } from '#ui/frame.ts';
import { address } from './address.ts';

/** The end of a step of the dossier: go on, or leave it for later. */
export function ContinueOrLater({ frame, dossierId }: { frame: Frame; dossierId: string }) {
  const { t } = frame;
  return (
    <Buttons>
      <Button>{t('common.continue')}</Button>
      <ButtonLink look="tertiary" href={address.dossier(dossierId)}>
        {t('common.finish_later')}
      </ButtonLink>
    </Buttons>
  );
}
