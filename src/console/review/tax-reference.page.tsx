import { Alert, CopyField } from '#ui/blocks.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';

/** Where the tax office says whether a notice is its own. Its form takes no numbers from an address: they are copied. */
const OFFICE = 'https://www.impots.gouv.fr/verifavis2-api/front';

/** The two numbers of a tax notice, ready to be copied, and the tax office's service. */
export function TaxReferencePage(props: {
  frame: Frame;
  back: string;
  numbers: { readonly taxNumber: string; readonly reference: string } | null;
}) {
  const { frame, numbers } = props;
  const { t } = frame;
  return (
    <Page frame={frame} title={t('seal.tax_title')} back={{ href: props.back, label: t('review.resume') }} noindex>
      <h1>{t('seal.tax_title')}</h1>
      {numbers ? (
        <>
          <p>{t('seal.tax_hint')}</p>
          <CopyField frame={frame} label={t('seal.tax_number')} value={numbers.taxNumber} id="numero-fiscal" />
          <CopyField frame={frame} label={t('seal.tax_reference')} value={numbers.reference} id="reference-avis" />
        </>
      ) : (
        <Alert kind="info">
          <p>{t('seal.tax_none')}</p>
        </Alert>
      )}
      <p>
        <a href={OFFICE} rel="noreferrer">
          {t('seal.tax_open')}
        </a>
      </p>
    </Page>
  );
}
