import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A page as text, from its root component. Preact escapes every text and attribute. */
export function renderPage(page: JSX.Element): string {
  return `<!doctype html>${renderToString(page)}`;
}

/** A part of a page as text, to be kept and put into pages by `<Kept>`. */
export function renderPart(part: JSX.Element): string {
  return renderToString(part);
}
