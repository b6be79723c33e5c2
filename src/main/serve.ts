import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { rateLimiter } from '#features/accounts/rate-limiter.ts';
import { sessionStore } from '#features/accounts/session-store.ts';
import { setLocale } from '#features/accounts/set-locale.ts';
import type { Door } from '#http/app.ts';
import { health } from '#http/health.ts';
import { buildServer } from '#http/server.ts';
import { accessibilityState, endsSoon, readAudit, type Audit } from '#domain/accessibility/audit.ts';
import { parisDate } from '#kernel/civil-date.ts';
import type { Clock } from '#kernel/clock.ts';
import { parseId } from '#kernel/ids.ts';
import type { AssetPaths, ServiceFacts } from '#ui/frame.ts';
import { buttonImageRoute, type ButtonImage } from '#web/france-connect/button-image.routes.ts';
import { jobHandlers } from '#worker/jobs.ts';
import { startSchedule } from '#worker/schedule.ts';
import { buildHouse, programFiles, type BuiltHouse } from './build-house.ts';
import { lockData } from './data-lock.ts';
import { feedbackAddresses } from './feedback.ts';
import { doorsOf } from './doors.ts';
import { franceConnectMode, simulatorDoor } from './france-connect.ts';
import { readButtonImage } from './france-connect-image.ts';
import { SEED_PASSWORD, seed } from './seed.ts';
import type { Settings } from './settings.ts';

/** A program that runs. */
export interface Running {
  readonly address: string;
  readonly built: BuiltHouse;
  /** Ends gently: no new request, jobs finished, everything closed. */
  stop(): Promise<void>;
}

function factsOf(settings: Settings, slug: string, audit: Audit | null, clock: Clock, button: ButtonImage | null): ServiceFacts {
  return {
    name: settings.SERVICE_NAME,
    slug,
    baseUrl: settings.BASE_URL,
    contactEmail: settings.CONTACT_EMAIL ?? null,
    publisher: settings.PUBLISHER ?? null,
    sourceUrl: settings.SOURCE_URL ?? null,
    development: settings.NODE_ENV !== 'production',
    operator: {
      address: settings.PUBLISHER_ADDRESS ?? null,
      phone: settings.PUBLISHER_PHONE ?? null,
      director: settings.PUBLICATION_DIRECTOR ?? null,
      host: settings.HOSTING_PROVIDER ?? null,
      dpo: settings.DPO_CONTACT ?? null,
      subcontractors: settings.SUBCONTRACTORS,
      security: settings.SECURITY_CONTACT ?? null,
    },
    // Asked at every page: a declaration ends on its day without anybody acting.
    get accessibility() {
      return accessibilityState(audit, parisDate(clock.now()));
    },
    jdma: feedbackAddresses(settings),
    franceConnect: franceConnectMode(settings),
    franceConnectImage: button?.address ?? null,
  };
}

/** The audit of accessibility that is in the repository. */
async function auditIn(root: string): Promise<Audit | null> {
  const folder = path.join(root, 'accessibility');
  const { auditedOn } = JSON.parse(await readFile(path.join(folder, 'declaration.json'), 'utf8')) as { auditedOn: string | null };
  return readAudit(await readFile(path.join(folder, 'grille.csv'), 'utf8'), auditedOn);
}

/** Thrown at start: a copy without a mark must never leave, so a worker that cannot draw one does not begin. */
export class CannotMark extends Error {}

/** Starts the program in its role. @param root folder of the project, where `dist/` and `db/` are */
export async function serve(settings: Settings, root: string): Promise<Running> {
  const log = pino({ level: settings.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: ['req', 'res'] });
  const unlock = settings.DATABASE_URL ? async () => {} : await lockData(path.resolve(settings.DATA_DIR));
  const dist = path.join(root, 'dist');
  const built = await buildHouse(settings, programFiles(root), log);
  const { house, queue } = built;
  const audit = await auditIn(root);
  const button = await readButtonImage(settings, franceConnectMode(settings));
  const works = settings.ROLE !== 'web';
  if (works && !(await house.engine.check()))
    throw new CannotMark('copies would bear no mark: the document engine does not start, or its fonts cannot be read');
  if (works) await queue.work(jobHandlers(house), settings.ENGINE_SLOTS ?? os.availableParallelism());
  const stopSchedule = works
    ? startSchedule(house, (task, error) =>
        log.error({ task, err: { message: error instanceof Error ? error.message : 'fault' } }, 'task failed'),
      )
    : async () => {};
  if (settings.SEED ?? !house.settings.production) await seed(house);

  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const assets = JSON.parse(await readFile(path.join(dist, 'assets.json'), 'utf8')) as AssetPaths;
  const doors: Door[] = [
    health({
      version,
      alerts: () => (endsSoon(audit, parisDate(house.clock.now())) ? ['accessibility_declaration_ends'] : []),
      ready: () =>
        house.db
          .selectFrom('account')
          .select('id')
          .limit(1)
          .execute()
          .then(() => true),
    }),
  ];
  if (settings.ROLE !== 'worker') {
    doors.push(...doorsOf(house, { formSecret: built.formSecret, audit }));
    if (button) doors.push((app) => buttonImageRoute(app, button));
    if (!house.settings.production) {
      const { devRoutes } = await import('#dev/dev.routes.tsx');
      doors.push((app) => devRoutes(app, house, { password: SEED_PASSWORD }));
    }
    const simulator = await simulatorDoor(settings, built.secretKey, assets.stylesheet);
    if (simulator) {
      doors.push(simulator);
      log.info('FranceConnect is simulated, with made-up identities; set FC_MODE');
    }
  }
  const app = buildServer({
    service: factsOf(settings, house.settings.serviceSlug, audit, house.clock, button),
    assets,
    assetsDirectory: path.join(dist, 'assets'),
    sessions: sessionStore(house),
    limiter: rateLimiter(house),
    rateKey: (text) => house.secrets.keyedHash('rate', text).toString('base64url'),
    secret: built.formSecret,
    setLocale: async (accountId, locale) => {
      const id = parseId<'account'>(accountId);
      if (id) await setLocale(house, { accountId: id, locale });
    },
    trustProxy: settings.TRUST_PROXY ?? false,
    log,
    providerOrigin: house.franceConnect?.origin ?? null,
    doors,
  });
  const address = await app.listen({ host: settings.HOST, port: settings.PORT });
  return {
    address,
    built,
    stop: async () => {
      await app.close();
      await stopSchedule();
      await queue.stop();
      await built.close();
      await unlock();
    },
  };
}
