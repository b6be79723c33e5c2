/** Attributes by which a browser is sent somewhere without a person following a link. */
const LOADING = new Set([
  'src',
  'srcset',
  'href',
  'action',
  'formaction',
  'data',
  'poster',
  'background',
  'content',
  'style',
  'manifest',
]);

/** Elements that lead out only when somebody follows them. */
const FOLLOWED = new Set(['a', 'area']);

/**
 * What a page would load from, or send to, another host: scripts, styles, pictures, fonts, frames, forms. Links to follow are not in it.
 * @param html a whole page
 * @param origin of the service
 * @returns `element attribute="address"`, in the order of the page
 */
export function foreignReferences(html: string, origin: string): string[] {
  const found: string[] = [];
  for (const [, element = '', attributes = ''] of html.matchAll(/<([a-z][a-z0-9-]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/g)) {
    if (FOLLOWED.has(element)) continue;
    for (const [, name = '', value = ''] of attributes.matchAll(/([^\s=>]+)="([^"]*)"/g)) {
      if (!LOADING.has(name)) continue;
      const leadsOut = [...value.matchAll(/(?:[a-z][a-z0-9+.-]*:)?\/\/[^\s,;"')]+/gi)].some(
        ([address]) => new URL(address, origin).origin !== origin,
      );
      if (leadsOut) found.push(`${element} ${name}="${value}"`);
    }
  }
  return found;
}

/** Addresses of other hosts that a page offers to follow, each with whether it says that a new window opens. */
export function outwardLinks(html: string, origin: string): { readonly href: string; readonly newWindowSaid: boolean }[] {
  return [...html.matchAll(/<a\s([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const href = /href="([^"]*)"/.exec(attributes)?.[1]?.replaceAll('&amp;', '&');
    if (!href || !/^(?:https?:)?\/\//.test(href) || new URL(href, origin).origin === origin) return [];
    const opens = attributes.includes('target="_blank"');
    return [
      { href, newWindowSaid: !opens || (/title="[^"]+"/.test(attributes) && attributes.includes('rel="noopener noreferrer"')) },
    ];
  });
}
