import type { App } from './app.ts';

/** Addresses for machines: is it alive, what should its operator look after, is it ready, which version, what robots may read. */
export function health(facts: { version: string; ready: () => Promise<boolean>; alerts: () => readonly string[] }) {
  return (app: App): void => {
    app.get('/healthz', async (_request, reply) =>
      reply.header('cache-control', 'no-store').send({ status: 'ok', alerts: facts.alerts() }),
    );
    app.get('/readyz', async (_request, reply) => {
      const ready = await facts.ready();
      return reply
        .code(ready ? 200 : 503)
        .header('cache-control', 'no-store')
        .send({ status: ready ? 'ok' : 'starting' });
    });
    app.get('/version', async (_request, reply) => reply.send({ version: facts.version }));
    app.get('/robots.txt', async (_request, reply) =>
      reply
        .type('text/plain; charset=utf-8')
        .send(
          'User-agent: *\nDisallow: /consulter/\nDisallow: /dossiers/\nDisallow: /verifier/\nDisallow: /console/\nDisallow: /compte\nDisallow: /conserver/\nDisallow: /invitation/\nDisallow: /dev\n',
        ),
    );
  };
}
