import { readFigures, readOpenData } from '#features/stats/read-figures.ts';
import type { House } from '#features/house.ts';
import type { App } from '#http/app.ts';
import { holdsTag, sendKept } from '#http/kept-page.ts';
import { sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import { keepFigures } from './kept-figures.tsx';
import { FilesPage, MethodPage } from './method.page.tsx';
import { StatsPage } from './stats.page.tsx';

const PAGE = '/stats';
const DATA = '/stats/data';

/** Public figures and their open data: read only, nothing is computed in a request. */
export function statsRoutes(app: App, house: Pick<House, 'db'>): void {
  const kept = keepFigures();
  app.get(PAGE, async (request, reply) => {
    const frame = request.frame();
    const shown = await readFigures(house);
    const personal = request.session !== null || frame.notice !== null || frame.here !== PAGE;
    if (personal) return sendPage(reply, <StatsPage frame={frame} body={await kept.body(frame, shown)} />);
    return sendKept(request, reply, await kept.page(frame, shown));
  });
  app.get('/stats/methode', async (request, reply) => sendPage(reply, <MethodPage frame={request.frame()} />));
  app.get(DATA, async (request, reply) => sendPage(reply, <FilesPage frame={request.frame()} />));
  app.get('/stats.json', async (_request, reply) => reply.redirect(`${DATA}/indicateurs.json`, 302));
  app.get('/stats.csv', async (_request, reply) => reply.redirect(`${DATA}/indicateurs.csv`, 302));

  app.get<{ Params: { name: string } }>(`${DATA}/:name`, async (request, reply) => {
    const file = await readOpenData(house, request.params.name);
    if (!file) throw new HttpFailure(404);
    void reply
      .header('etag', file.etag)
      .header('last-modified', file.publishedAt.toUTCString())
      .header('cache-control', 'public, max-age=300')
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .removeHeader('vary')
      .removeHeader('content-language');
    if (holdsTag(request.headers['if-none-match'], file.etag)) return reply.code(304).send();
    return reply.type(file.type).send(file.body);
  });
}
