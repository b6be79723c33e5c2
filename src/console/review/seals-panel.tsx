import type { SealSeen } from '#features/pieces/api.ts';
import { parseCivilDate } from '#kernel/civil-date.ts';
import type { Likeness, MatrixRow } from '#domain/findings/matrix.ts';
import type { Frame } from '#ui/frame.ts';

const TONE = { valid: 'success', invalid: 'warning', unverifiable: 'info' } as const;
const LIKENESS = { exact: 'success', near: 'info', mismatch: 'warning', unread: 'new' } as const;

const Compared = ({ frame, likeness }: { frame: Frame; likeness: Likeness }) => (
  <span class={`fr-badge fr-badge--${LIKENESS[likeness]}`}>{frame.t(`likeness.${likeness}`)}</span>
);

function Rows({ frame, rows }: { frame: Frame; rows: readonly MatrixRow[] }) {
  const { t } = frame;
  const cell = (words: string | null, likeness: Likeness | null) => (
    <>
      {words !== null && <bdi>{words}</bdi>} {likeness !== null && <Compared frame={frame} likeness={likeness} />}
    </>
  );
  // Numbers were compared and dropped: only the answer is left.
  const told = (row: MatrixRow, words: string | null) => (row.fact === 'numbers' ? null : words);
  return (
    <div class="fr-table" role="group" aria-labelledby="cachets" tabindex={0}>
      <table>
        <thead>
          <tr>
            {(['fact', 'sealed', 'printed', 'declared'] as const).map((column) => (
              <th scope="col" key={column}>
                {t(`seal.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.fact}>
              <th scope="row">{t(`sealed.${row.fact}`)}</th>
              <td>{cell(told(row, row.sealed), null)}</td>
              <td>{cell(told(row, row.printed), row.againstPrint)}</td>
              <td>{row.againstDeclared !== null && cell(row.declared, row.againstDeclared)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The seals of a piece: verdict and why, issuer, and what is sealed beside what is printed and declared. */
export function SealsPanel(props: {
  frame: Frame;
  seals: readonly SealSeen[];
  fileNames: ReadonlyMap<string, string>;
  /** Where the numbers of a tax notice are read for the tax office. */
  taxLink: (file: string) => string | null;
}) {
  const { frame, seals } = props;
  const { t, format } = frame;
  if (seals.length === 0) return null;
  return (
    <section aria-labelledby="cachets">
      <h2 id="cachets">{t('seal.title')}</h2>
      {seals.map((seal, index) => {
        const signedOn = seal.signedOn === null ? null : parseCivilDate(seal.signedOn);
        const link = seal.standard === 'fr.2d-doc' ? props.taxLink(seal.file) : null;
        const issuer = [seal.issuer.name, seal.issuer.authority, seal.issuer.certificate].filter(Boolean);
        return (
          <div class="fr-card" key={index}>
            <p>
              <strong>{t(`seal.standard_${seal.standard}`)}</strong>{' '}
              <span class={`fr-badge fr-badge--${TONE[seal.verdict]}`}>{t(`seal_verdict.${seal.verdict}`)}</span>
              {seal.reason && <> {t(`seal_reason.${seal.reason}`)}</>}
              <br />
              <span class="df-muted">
                {t('seal.place', { file: props.fileNames.get(seal.file) ?? '', page: (seal.at?.page ?? 0) + 1 })}
              </span>
            </p>
            {issuer.length > 0 && (
              <p>
                {t('seal.issuer')} : <bdi>{issuer.join(' · ')}</bdi>
                {signedOn && (
                  <>
                    <br />
                    {t('seal.signed_on')} {format.date(signedOn)}
                  </>
                )}
              </p>
            )}
            {seal.verdict === 'valid' && !seal.revocationKnown && <p class="df-muted">{t('seal.revocation_unknown')}</p>}
            {seal.missing.length > 0 && <p class="df-muted">{t('seal.missing', { list: seal.missing.join(', ') })}</p>}
            {seal.rows.length > 0 && <Rows frame={frame} rows={seal.rows} />}
            {link && (
              <p>
                <a href={link}>{t('seal.tax_link')}</a>
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
}

/** Boxes over a page: the seals themselves, and what they were compared with where it is not the same. */
export function SealBoxes({ seals, file, page }: { seals: readonly SealSeen[]; file: string; page: number }) {
  const codes = seals.flatMap(({ file: own, at, verdict }) =>
    own === file && at?.page === page ? [{ box: at.box, look: verdict }] : [],
  );
  const printed = seals.flatMap(({ rows }) =>
    rows.flatMap(({ at, againstPrint }) =>
      at.file === file && at.page === page && at.box && againstPrint !== 'unread' ? [{ box: at.box, look: againstPrint }] : [],
    ),
  );
  const boxes = [...codes, ...printed];
  if (boxes.length === 0) return null;
  return (
    <svg class="df-evidence" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {boxes.map(({ box, look }, index) => (
        <rect
          key={index}
          class={`df-evidence__${look}`}
          x={box[0] * 1000 - 4}
          y={box[1] * 1000 - 3}
          width={box[2] * 1000 + 8}
          height={box[3] * 1000 + 6}
        />
      ))}
    </svg>
  );
}
