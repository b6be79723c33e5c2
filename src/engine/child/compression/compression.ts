import type { StructureFacts } from '#domain/findings/facts.ts';
import type { FileType } from '#domain/pieces/file-type.ts';
import { formerSteps } from './former-steps.ts';
import { blockHistory, oddZones } from './odd-zones.ts';
import { brightnessOf, orientationOf, shownBox, storedPictures } from './stored-picture.ts';

/** Pixels of one file that are looked at while it is examined: a page at 200 dots per inch. More would make people wait. */
const MOST_PIXELS = 4_200_000;
const MOST_PAGES = 4;

/**
 * What compression tells of the pages of a file that are one JPEG each, from the first one on, as far as the limit of pixels goes. Larger pages are left to
 * the pictures that an agent asks for.
 */
export async function compressionOf(bytes: Uint8Array, type: FileType): Promise<NonNullable<StructureFacts['compression']>> {
  const found: NonNullable<StructureFacts['compression']>[number][] = [];
  let left = MOST_PIXELS;
  for (const picture of await storedPictures(bytes, type, { first: MOST_PAGES })) {
    const brightness = await brightnessOf(picture, left);
    if (!brightness) continue;
    left -= brightness.width * brightness.height;
    const steps = formerSteps(brightness, picture.header.steps);
    const odd = steps ? oddZones(blockHistory(brightness, steps)) : [];
    const turned = odd.length > 0 ? await orientationOf(picture) : 1;
    found.push({ page: picture.page, twice: steps !== null, odd: odd.map((box) => shownBox(box, turned)) });
  }
  return found;
}
