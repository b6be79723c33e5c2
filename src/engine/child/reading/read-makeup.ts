import { makeupOf, type Makeup } from '#domain/origins/makeup.ts';
import { makeupOfPage } from './origins.ts';
import { readTextLayer } from './text-layer.ts';
import { segmentsOf } from './word.ts';

/** The make-up of the first page of a PDF of text; empty for a scan, `null` for what is no PDF. */
export async function readMakeup(bytes: Uint8Array): Promise<Makeup | null> {
  const layer = await readTextLayer(bytes, 1).catch(() => null);
  if (!layer) return null;
  const [page] = layer.pages;
  if (!page) return makeupOf([]);
  const visible = page.words.filter((word) => !word.ink?.hidden);
  return makeupOfPage(segmentsOf(visible, 0, page.aspect));
}
