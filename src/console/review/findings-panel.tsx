import type { Finding } from '#domain/findings/findings.ts';
import { sayFinding } from '#i18n/say-finding.ts';
import type { Frame } from '#ui/frame.ts';

const ORDER = ['failed', 'inconclusive', 'passed'] as const;
const TONE = { failed: 'warning', inconclusive: 'info', passed: 'success' } as const;

/** What automatic checks say to an agent: differences first with what was read and expected, then what is open, then what is right. */
export function FindingsPanel({
  frame,
  findings,
  fileNames,
}: {
  frame: Frame;
  findings: readonly Finding[];
  fileNames: ReadonlyMap<string, string>;
}) {
  const { t } = frame;
  if (findings.length === 0) return <p class="df-muted">{t('findings.none')}</p>;
  const sorted = ORDER.flatMap((outcome) =>
    findings.filter((finding) => finding.outcome === outcome && (outcome !== 'passed' || finding.level === 'critical')),
  );
  return (
    <ul class="df-findings">
      {sorted.map((finding) => (
        <li key={finding.rule}>
          <span class={`fr-badge fr-badge--${TONE[finding.outcome]}`}>{t(`finding_outcome.${finding.outcome}`)}</span>{' '}
          <strong>{sayFinding(frame.locale, finding).label}</strong>
          {finding.outcome !== 'passed' && finding.evidence.length > 0 && (
            <ul>
              {finding.evidence.slice(0, 6).map((one, index) => (
                <li key={index}>
                  {t('findings.place', { file: fileNames.get(one.file) ?? '', page: one.page + 1 })}
                  {one.seen && (
                    <>
                      {' – '}
                      {t('findings.seen')} <bdi>{one.seen}</bdi>
                    </>
                  )}
                  {one.expected && (
                    <>
                      {' – '}
                      {t('findings.expected')} <bdi>{one.expected}</bdi>
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Boxes over a page where findings rest. Numbers only: no style of its own. */
export function EvidenceBoxes({ findings, file, page }: { findings: readonly Finding[]; file: string; page: number }) {
  const boxes = findings
    .filter((finding) => finding.outcome === 'failed')
    .flatMap((finding) =>
      finding.evidence
        .filter((one) => one.file === file && one.page === page && one.box)
        .map((one) => ({ rule: finding.rule, box: one.box })),
    );
  if (boxes.length === 0) return null;
  return (
    <svg class="df-evidence" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {boxes.map(({ rule, box }, index) =>
        box ? (
          <rect
            key={`${rule}-${index}`}
            x={box[0] * 1000 - 4}
            y={box[1] * 1000 - 3}
            width={box[2] * 1000 + 8}
            height={box[3] * 1000 + 6}
          />
        ) : null,
      )}
    </svg>
  );
}
