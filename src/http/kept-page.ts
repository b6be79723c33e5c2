import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const BROTLI_QUALITY = 6;

/** A page that is about nobody, as bytes, ready to be sent to everybody who reads its language. */
export interface KeptPage {
  readonly plain: Buffer;
  readonly brotli: Buffer;
  readonly gzip: Buffer;
  /** Weak: the same page in every coding (RFC 9110 §8.8.1). */
  readonly etag: string;
}

/** Compresses a page once, off the main thread. Only for pages that hold no secret: the length of a compressed page tells of its content. */
export async function keepPage(html: string): Promise<KeptPage> {
  const plain = Buffer.from(html);
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
    promisify(gzip)(plain),
  ]);
  return { plain, brotli, gzip: gzipped, etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"` };
}

/** True when the client holds this version already (RFC 9110 §13.1.2: weak comparison, a list or `*`). */
export function holdsTag(header: string | undefined, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return header !== undefined && (header.trim() === '*' || header.split(',').some((one) => bare(one) === bare(etag)));
}

/** The smallest coding that a client takes (RFC 9110 §12.5.3): what it refuses by `q=0` is not sent. */
export function codingFor(accepted: string | undefined): 'br' | 'gzip' | 'identity' {
  const taken = new Map(
    (accepted ?? '').split(',').map((one) => {
      const [name = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase());
      return [name, !parameters.some((part) => /^q=0(?:\.0*)?$/.test(part))];
    }),
  );
  return taken.get('br') ? 'br' : taken.get('gzip') ? 'gzip' : 'identity';
}

/** Sends a kept page: again only to who does not hold it. Browsers keep it and ask each time; what they then get depends on who they are. */
export function sendKept(request: FastifyRequest, reply: FastifyReply, page: KeptPage): FastifyReply {
  void reply
    .header('cache-control', 'private, no-cache')
    .header('vary', 'Accept-Language, Cookie, Accept-Encoding')
    .header('etag', page.etag);
  if (holdsTag(request.headers['if-none-match'], page.etag)) return reply.code(304).send();
  void reply.type('text/html; charset=utf-8');
  const coding = codingFor(request.headers['accept-encoding']);
  if (coding === 'identity') return reply.send(page.plain);
  return reply.header('content-encoding', coding).send(coding === 'br' ? page.brotli : page.gzip);
}
