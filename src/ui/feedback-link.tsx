import type { Frame } from './frame.ts';

/**
 * « Je donne mon avis », where a procedure ends; nothing where it is not set. A text under the neutral look: the official image belongs to
 * the State's. The address holds nothing of anybody, and `Referrer-Policy` hides ours.
 */
export function FeedbackLink({ frame, procedure }: { frame: Frame; procedure: 'tenant' | 'landlord' }) {
  const address = frame.service.jdma[procedure];
  if (!address) return null;
  return (
    <p>
      <a class="fr-link" href={address} target="_blank" rel="noopener noreferrer" title={frame.t('ui.jdma_title')}>
        {frame.t('ui.jdma')}
      </a>
      <br />
      <span class="fr-hint-text">{frame.t('feedback.no_reply')}</span>
    </p>
  );
}
