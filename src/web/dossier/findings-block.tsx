import type { Finding } from '#domain/findings/findings.ts';
import { sayFinding } from '#i18n/say-finding.ts';
import { Alert } from '#ui/blocks.tsx';
import type { Frame } from '#ui/frame.ts';

/** What automatic checks say to the person: what differs and how to mend it first, then what is right. Nothing here refuses. */
export function FindingsBlock({ frame, findings }: { frame: Frame; findings: readonly Finding[] }) {
  const { t, locale } = frame;
  const said = findings.map((finding) => ({ finding, words: sayFinding(locale, finding) }));
  const wrong = said.filter(({ finding }) => finding.outcome === 'failed' && finding.level !== 'info');
  const right = said.filter(({ finding }) => finding.outcome === 'passed' && finding.level === 'critical');
  if (wrong.length === 0 && right.length === 0) return null;
  return (
    <section id="verifications">
      {wrong.length > 0 && (
        <Alert kind="warning" title={t('findings.to_look_at')}>
          <ul>
            {wrong.map(({ finding, words }) => (
              <li key={finding.rule}>
                {words.seen} <strong>{words.todo}</strong>
              </li>
            ))}
          </ul>
          <p>{t('findings.only_help')}</p>
        </Alert>
      )}
      {right.length > 0 && (
        <p class="df-muted">{t('findings.right', { list: frame.format.list(right.map(({ words }) => words.label)) })}</p>
      )}
    </section>
  );
}
