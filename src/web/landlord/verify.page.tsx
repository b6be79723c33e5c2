import type { Verification } from '#features/links/verify-copy.ts';
import { Alert, Facts } from '#ui/blocks.tsx';
import { Button, Buttons, TextField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';

const KIND = { genuine: 'success', outdated: 'warning', revoked: 'warning', altered: 'error', unknown: 'error' } as const;

/** Is this copy genuine? */
export function VerifyPage(props: { frame: Frame; code: string; result: Verification | null; errors: FieldErrors }) {
  const { frame, result, errors } = props;
  const { t, format } = frame;
  const issued = result?.issued ?? null;
  return (
    <Page frame={frame} title={t('verify.title')} noindex={result !== null}>
      <h1>{t('verify.title')}</h1>
      <ErrorSummary frame={frame} errors={errors} />
      {result && (
        <Alert kind={KIND[result.verdict]} title={t(`verify.${result.verdict}`)}>
          <p>{t(`verify.${result.verdict}_text`)}</p>
          {!result.compared && result.verdict !== 'unknown' && <p>{t('verify.by_code')}</p>}
        </Alert>
      )}
      {issued && (
        <Facts
          rows={[
            [t('verify.issued'), format.dateTime(new Date(issued.at))],
            [t('verify.names'), <bdi>{format.list(issued.names)}</bdi>],
            [
              t('verify.then'),
              issued.verified
                ? t('verify.then_verified')
                : t('verify.then_not_verified', { checked: issued.checked, total: issued.total }),
            ],
            [t('verify.income'), format.euros(issued.income)],
          ]}
        />
      )}
      <p>{t('verify.explain')}</p>
      <Form frame={frame} action="/verifier" multipart>
        <TextField
          name="code"
          label={t('verify.code')}
          hint={t('verify.code_hint')}
          value={props.code}
          errors={errors}
          maxlength={20}
          dir="ltr"
          short
        />
        <div class="fr-upload-group">
          <label class="fr-label" for="champ-file">
            {t('verify.file')}
            <span class="fr-hint-text">{t('verify.file_hint')}</span>
          </label>
          <input class="fr-upload" type="file" id="champ-file" name="file" accept=".pdf,application/pdf" />
        </div>
        <Buttons>
          <Button>{t('verify.check')}</Button>
        </Buttons>
      </Form>
    </Page>
  );
}
