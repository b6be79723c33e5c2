import type { X509Certificate } from 'node:crypto';
import { certificatesIn } from './certificates.ts';

/** One certification authority of the list. */
export interface ListedAuthority {
  /** Identifier in the seals' headers, e.g. `FR04`. */
  readonly id: string;
  readonly operator: string | null;
  /** Where it says that its certificates are to be had. */
  readonly address: string | null;
  readonly certificates: readonly X509Certificate[];
}

/** The State's list of certification authorities. */
export interface TrustList {
  readonly sequence: number;
  readonly issuedOn: string;
  readonly authorities: readonly ListedAuthority[];
}

const MOST = 500;

/** Text of the first element of a name, whatever its prefix; `null` without one. */
function inside(xml: string, name: string): string | null {
  return new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:[\\w.-]+:)?${name}>`).exec(xml)?.[1] ?? null;
}
const every = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:[\\w.-]+:)?${name}>`, 'g'))]
    .slice(0, MOST)
    .map((match) => match[1] ?? '');
const words = (xml: string | null) =>
  xml
    ?.replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .trim() || null;

/**
 * Reads a trust list of ETSI TS 119 612. It believes what it reads: its XML signature is checked by whoever fetches it, before it enters the folder.
 * Services that are not in accord (or granted) are left out. `null` when the text is no such list.
 */
export function readTrustList(text: string): TrustList | null {
  const xml = text.replace(/<!--[\s\S]*?-->/g, '');
  const sequence = Number(words(inside(xml, 'TSLSequenceNumber')) ?? Number.NaN);
  const issuedOn = words(inside(xml, 'ListIssueDateTime'))?.slice(0, 10) ?? '';
  if (!Number.isInteger(sequence) || !/^\d{4}-\d\d-\d\d$/.test(issuedOn)) return null;
  const authorities = every(xml, 'TrustServiceProvider').flatMap((provider): ListedAuthority[] => {
    const id = words(inside(inside(provider, 'TSPTradeName') ?? '', 'Name'));
    if (!id) return [];
    const services = every(provider, 'TSPService').filter((service) =>
      /(?:inaccord|granted)\/?$/.test(words(inside(service, 'ServiceStatus')) ?? ''),
    );
    return [
      {
        id,
        operator: words(inside(inside(provider, 'TSPName') ?? '', 'Name')),
        address: words(inside(inside(provider, 'TSPInformationURI') ?? '', 'URI')),
        certificates: services.flatMap((service) =>
          every(service, 'X509Certificate').flatMap((base64) => certificatesIn(Buffer.from(base64, 'base64'))),
        ),
      },
    ];
  });
  return { sequence, issuedOn, authorities };
}
