/** Parameters that choose what a page shows. None holds a secret: those of a return from elsewhere (`code`, `state`) are not among them. */
const KEPT = new Set(['retour', 'changer', 'pour', 'remplace', 'encore', 'piece', 'destinataire']);

/**
 * The address of a page as its language links repeat it: its path and the parameters that choose what it shows. Anything else in a query
 * was put there by somebody else, may be a secret, and is repeated nowhere.
 * @param url path and query, as asked
 */
export function hereOf(url: string): string {
  const [path = '/', query = ''] = url.split('?');
  const kept = new URLSearchParams([...new URLSearchParams(query)].filter(([name]) => KEPT.has(name)));
  return kept.size === 0 ? path : `${path}?${kept.toString()}`;
}
