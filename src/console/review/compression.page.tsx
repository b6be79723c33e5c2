import { COMPRESSION_PICTURES, type CompressionPicture } from '#domain/findings/compression-pictures.ts';
import { Alert } from '#ui/blocks.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';

/** How addresses name the pictures. */
export const PICTURE_SLUGS: Readonly<Record<CompressionPicture, string>> = {
  history: 'passages',
  levels: 'niveaux',
  noise: 'grain',
};

/** How one page was compressed, in pictures, with what each can and cannot mean. */
export function CompressionPage(props: { frame: Frame; back: string; here: string; drawn: boolean }) {
  const { frame, here } = props;
  const { t } = frame;
  return (
    <Page frame={frame} title={t('review.compression_title')} back={{ href: props.back, label: t('review.resume') }} wide noindex>
      <h1>{t('review.compression_title')}</h1>
      <p>{t('review.compression_lead')}</p>
      {props.drawn ? (
        <div class="df-pages">
          {COMPRESSION_PICTURES.map((picture) => (
            <figure class="df-page" key={picture}>
              <h2>{t(`review.compression_${picture}`)}</h2>
              <p>{t(`review.compression_${picture}_hint`)}</p>
              <img src={`${here}/${PICTURE_SLUGS[picture]}`} alt={t(`review.compression_${picture}_alt`)} loading="lazy" />
            </figure>
          ))}
        </div>
      ) : (
        <Alert kind="info">
          <p>{t('review.compression_none')}</p>
        </Alert>
      )}
    </Page>
  );
}
