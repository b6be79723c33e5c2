import type { App } from '#http/app.ts';

/** The official button of FranceConnect, as the operator supplies it. */
export interface ButtonImage {
  /** Changes with the bytes, so that browsers may keep it. */
  readonly address: string;
  readonly type: 'image/svg+xml' | 'image/png';
  readonly bytes: Uint8Array;
}

/** Serves the official button from this site: no page asks another host for it. */
export function buttonImageRoute(app: App, image: ButtonImage): void {
  app.get(image.address, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=31536000, immutable').type(image.type).send(Buffer.from(image.bytes)),
  );
}
