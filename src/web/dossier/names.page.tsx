import { Checkbox, Button, ButtonLink, Buttons, TextField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';
import { Steps } from '#ui/blocks.tsx';
import { address } from './address.ts';
import type { StepView } from './dossier-view.ts';

interface NamesProps {
  readonly frame: Frame;
  readonly dossierId: string;
  readonly personId: string;
  readonly steps: readonly StepView[];
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

/** How the person is called: any script, shown as typed. */
export function NamesPage({ frame, dossierId, personId, steps, typed, errors }: NamesProps) {
  const { t } = frame;
  return (
    <Page
      frame={frame}
      title={t('dossier.names')}
      back={{ href: address.dossier(dossierId), label: t('dossier.back_to_dossier') }}
      noindex
    >
      <Steps frame={frame} steps={steps} />
      <h1>{t('dossier.names')}</h1>
      <ErrorSummary frame={frame} errors={errors} />
      <Form frame={frame} action={address.names(dossierId, personId)}>
        <TextField
          name="firstNames"
          label={t('dossier.first_names')}
          hint={t('dossier.first_names_hint')}
          value={typed['firstNames']}
          errors={errors}
          autocomplete="given-name"
          maxlength={100}
        />
        <TextField
          name="birthName"
          label={t('dossier.birth_name')}
          value={typed['birthName']}
          errors={errors}
          autocomplete="family-name"
          maxlength={100}
        />
        <TextField
          name="usedName"
          label={t('dossier.used_name')}
          hint={t('dossier.used_name_hint')}
          value={typed['usedName']}
          errors={errors}
          maxlength={100}
        />
        <Checkbox name="singleName" label={t('dossier.single_name')} checked={typed['singleName'] === 'on'} errors={errors} />
        <TextField
          name="postcode"
          label={t('dossier.postcode')}
          value={typed['postcode']}
          errors={errors}
          autocomplete="postal-code"
          inputmode="numeric"
          maxlength={10}
          dir="ltr"
          short
        />
        <Buttons>
          <Button>{t('common.continue')}</Button>
          <ButtonLink look="tertiary" href={address.dossier(dossierId)}>
            {t('common.finish_later')}
          </ButtonLink>
        </Buttons>
      </Form>
    </Page>
  );
}
