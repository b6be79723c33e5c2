import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A page as text, from its root component. Preact escapes every text and attribute. */
export function renderPage(page: JSX.Element): string {
  return `<!doctype html>${renderToString(page)}`;
}
