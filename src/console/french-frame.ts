import type { FastifyRequest } from 'fastify';
import { formats } from '#i18n/format.ts';
import { translator } from '#i18n/translate.ts';
import type { Frame } from '#ui/frame.ts';

/** The frame of a console page. The console is in French, whatever the browser asks for: agents judge French papers by French law. */
export function frenchFrame(request: FastifyRequest): Frame {
  return { ...request.frame(), locale: 'fr', t: translator('fr'), format: formats('fr') };
}
