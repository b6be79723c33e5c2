import type { Evidence, Finding } from '#domain/findings/findings.ts';
import { toMend } from '#domain/findings/judge.ts';
import { sayFinding } from '#i18n/say-finding.ts';
import { Alert } from '#ui/blocks.tsx';
import { Button, Buttons, TextArea } from '#ui/fields.tsx';
import { Form, type FieldErrors } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';

export interface FindingsBlockProps {
  readonly frame: Frame;
  readonly findings: readonly Finding[];
  readonly fileNames: ReadonlyMap<string, string>;
  /** Where an explanation is sent. */
  readonly action: string;
  readonly explanation: string;
  readonly errors: FieldErrors;
}

/**
 * What automatic checks say to the person: what differs, on which page, and how to mend it first, then what is right. What cannot be mended
 * can be explained. Nothing here refuses.
 */
export function FindingsBlock(props: FindingsBlockProps) {
  const { frame, findings } = props;
  const { t, locale } = frame;
  const said = findings.map((finding) => ({ finding, words: sayFinding(locale, finding) }));
  const wrong = said.filter(({ finding }) => finding.outcome === 'failed' && finding.level !== 'info');
  const right = said.filter(({ finding }) => finding.outcome === 'passed' && finding.level === 'critical');
  if (wrong.length === 0 && right.length === 0) return null;
  return (
    <>
      {wrong.length > 0 && (
        <Alert kind="warning" title={t('findings.to_look_at')}>
          <ul>
            {wrong.map(({ finding, words }) => (
              <li key={finding.rule}>
                {words.seen} <strong>{words.todo}</strong>
                <Places {...props} evidence={finding.evidence} />
              </li>
            ))}
          </ul>
          <p>{t('findings.only_help')}</p>
        </Alert>
      )}
      {toMend(findings).length > 0 && (
        <Form frame={frame} action={props.action} class="fr-card">
          <h2>{t('findings.explain_title')}</h2>
          <TextArea
            name="explanation"
            label={t('findings.explain_label')}
            hint={t('findings.explain_help')}
            value={props.explanation}
            errors={props.errors}
            maxlength={2000}
            rows={3}
          />
          <Buttons>
            <Button look="secondary">{t('findings.explain_do')}</Button>
          </Buttons>
        </Form>
      )}
      {right.length > 0 && (
        <p class="df-muted">{t('findings.right', { list: frame.format.list(right.map(({ words }) => words.label)) })}</p>
      )}
    </>
  );
}

/** The files and pages that a difference was read on, each once. */
function Places({ frame, fileNames, evidence }: FindingsBlockProps & { evidence: readonly Evidence[] }) {
  const places = evidence.flatMap(({ file, page }) => {
    const name = fileNames.get(file);
    return name === undefined ? [] : [frame.t('findings.place', { file: name, page: page + 1 })];
  });
  if (places.length === 0) return null;
  // The words keep names apart where the page runs the other way: a `bdi` around would turn all of it to suit the first name.
  return <div class="df-muted">{frame.format.list([...new Set(places)])}</div>;
}
