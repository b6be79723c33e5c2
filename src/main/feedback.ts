import type { FeedbackAddresses } from '#features/house.ts';
import type { Settings } from './settings.ts';

const SITE = 'https://jedonnemonavis.numerique.gouv.fr/Demarches';

/** A product is a number, or a whole address of the older form, which already holds its button and key. */
const addressOf = (product: string | undefined, button: string | undefined): string | null => {
  if (product?.startsWith('https://')) return product;
  return product && button ? `${SITE}/${encodeURIComponent(product)}?button=${encodeURIComponent(button)}` : null;
};

/** Where people give their opinion on « Je donne mon avis », by procedure; `null` where it is not set. Holds nothing of anybody. */
export function feedbackAddresses(settings: Settings): FeedbackAddresses {
  return {
    tenant: addressOf(settings.JDMA_TENANT_PRODUCT, settings.JDMA_TENANT_BUTTON),
    landlord: addressOf(settings.JDMA_LANDLORD_PRODUCT, settings.JDMA_LANDLORD_BUTTON),
  };
}
