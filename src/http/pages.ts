import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'preact';
import { renderPage } from '#ui/render.ts';
import type { Notice } from './notices.ts';

/** Sends a page. Never stored by caches: every page may be about somebody. */
export function sendPage(reply: FastifyReply, page: JSX.Element, status = 200): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(renderPage(page));
}

/** Redirects after a form (303), optionally with something to say there; the session keeps it meanwhile. @param path of this site */
export async function seeOther(reply: FastifyReply, path: string, notice?: Notice): Promise<FastifyReply> {
  if (notice) await reply.request.sayNext(notice);
  return reply.header('cache-control', 'no-store').redirect(path, 303);
}

/** True for scripts that post to the same address as the form and want data back. */
export function wantsJson(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').startsWith('application/json');
}

/** A path of this site to come back to, from a form or query; `fallback` for anything that could lead elsewhere. */
export function localPath(text: unknown, fallback: string): string {
  return typeof text === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(text) ? text : fallback;
}
