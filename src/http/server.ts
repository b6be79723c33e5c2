import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import serveFiles from '@fastify/static';
import fastify, { LogController, type FastifyBaseLogger, type FastifyReply, type FastifyRequest } from 'fastify';
import { formats } from '#i18n/format.ts';
import { LOCALE_FACTS, negotiateLocale, parseLocale, type Locale } from '#i18n/locales.ts';
import { translator } from '#i18n/translate.ts';
import type { RateLimiter } from '#ports/rate-limiter.ts';
import type { Sessions } from '#ports/sessions.ts';
import type { AssetPaths, Frame, ServiceFacts } from '#ui/frame.ts';
import type { App, Door } from './app.ts';
import { ERROR_STATUSES, ErrorPage, type ErrorStatus } from './error-page.tsx';
import { secure } from './headers.ts';
import { hereOf } from './here.ts';
import { deviceOf, networkOf } from './network.ts';
import { readNotice } from './notices.ts';
import { sendPage, wantsJson } from './pages.ts';
import { RATE } from './rate-rules.ts';
import { csrfToken, sameText } from './tokens.ts';
import { FormTokenWrong, RequestTooLarge } from './upload.ts';

export interface ServerOptions {
  readonly service: ServiceFacts;
  readonly assets: AssetPaths;
  /** Folder of the built stylesheet, fonts and scripts, served under `/assets/`. */
  readonly assetsDirectory: string;
  readonly sessions: Sessions;
  readonly limiter: RateLimiter;
  /** Keyed hash of what a rate is counted for, so that no address is kept. */
  readonly rateKey: (text: string) => string;
  /** 32 bytes; signs form tokens. */
  readonly secret: Uint8Array;
  readonly setLocale: (accountId: string, locale: Locale) => Promise<void>;
  readonly trustProxy: string | false;
  readonly log: FastifyBaseLogger;
  /** Origin of the identity provider: signing out leads there from any page, in the middle of a session. `null` where there is none. */
  readonly providerOrigin: string | null;
  readonly doors: readonly Door[];
}

const LANGUAGE_COOKIE = 'language';
const YEAR_SECONDS = 365 * 24 * 3600;
const REMEMBERED_SECONDS = 30 * 24 * 3600;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

const errorStatus = (status: number): ErrorStatus =>
  ERROR_STATUSES.find((known) => known === status) ?? (status >= 500 ? 500 : 400);

/** Builds the server: security headers, sessions, languages, form tokens, error pages; then every door registers its routes. */
export function buildServer(options: ServerOptions): App {
  const https = options.service.baseUrl.startsWith('https://');
  const sessionCookie = https ? '__Host-session' : 'session';
  const cookieFacts = { path: '/', httpOnly: true, sameSite: 'lax', secure: https } as const;
  const origin = new URL(options.service.baseUrl).origin;

  const app = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    bodyLimit: 300_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    genReqId: () => crypto.randomUUID().slice(0, 8),
  });
  void app.register(cookie);
  void app.register(formbody);
  void app.register(multipart, { throwFileSizeLimit: false });
  void app.register(serveFiles, {
    root: options.assetsDirectory,
    prefix: '/assets/',
    index: false,
    immutable: true,
    maxAge: YEAR_SECONDS * 1000,
  });

  app.decorateRequest('session', null);
  app.decorateRequest('locale', 'fr');
  app.decorateRequest('network', '');

  const frameOf = (request: FastifyRequest): Frame => {
    const path = request.url.split('?')[0] ?? '/';
    const notice = readNotice(request.session?.notice);
    const account = request.session?.account;
    return {
      locale: request.locale,
      t: request.t,
      format: formats(request.locale),
      path,
      here: hereOf(request.url),
      csrf: request.session ? csrfToken(options.secret, request.session.id) : '',
      signedIn: account ? { email: account.email, roles: account.roles } : null,
      service: options.service,
      assets: options.assets,
      notice: notice ? { kind: notice.kind, text: request.t(notice.key, notice.params) } : null,
    };
  };

  const useSession = (request: FastifyRequest, reply: FastifyReply) => {
    request.ensureSession = async () => {
      if (request.session) return request.session;
      const opened = await options.sessions.open({
        kind: 'anonymous',
        accountId: null,
        remember: false,
        secondFactor: false,
        device: deviceOf(request.headers['user-agent']),
        network: request.network,
      });
      void reply.setCookie(sessionCookie, opened.token, cookieFacts);
      return (request.session = opened.session);
    };
    request.signIn = async (accountId, { kind, remember, secondFactor, state }) => {
      const opened = await options.sessions.open({
        kind,
        accountId,
        remember,
        secondFactor,
        device: deviceOf(request.headers['user-agent']),
        network: request.network,
        replaces: request.session?.id ?? null,
        ...(state ? { state } : {}),
      });
      void reply.setCookie(sessionCookie, opened.token, { ...cookieFacts, ...(remember ? { maxAge: REMEMBERED_SECONDS } : {}) });
      return (request.session = opened.session);
    };
    request.signOut = async () => {
      if (request.session) await options.sessions.end(request.session.id);
      request.session = null;
      void reply.clearCookie(sessionCookie, cookieFacts);
    };
    request.setSessionState = async (state) => {
      const session = await request.ensureSession();
      await options.sessions.setState(session.id, state);
      request.session = { ...session, state };
    };
    request.sayNext = async (notice) => {
      const session = await request.ensureSession();
      await options.sessions.setNotice(session.id, { ...notice });
      request.session = { ...session, notice: { ...notice } };
    };
    request.within = (rule, key) => options.limiter.take(`${rule}|${options.rateKey(key)}`, RATE[rule]);
    request.frame = () => frameOf(request);
  };

  app.addHook('onRequest', async (request, reply) => {
    const formOrigins = request.routeOptions.config.formOrigins ?? [];
    secure(reply, https, formOrigins);
    request.network = networkOf(request.ip);
    useSession(request, reply);
    // Of a file nothing is asked, but one that is not there has a page too.
    request.t = translator(request.locale);
    if (request.url.startsWith('/assets/')) return;
    const token = request.cookies[sessionCookie];
    request.session = token ? await options.sessions.find(token) : null;
    if (request.session && options.providerOrigin) secure(reply, https, [...new Set([...formOrigins, options.providerOrigin])]);
    const query = request.query as Readonly<Record<string, unknown>>;
    const asked = parseLocale(query['lang']);
    request.locale =
      asked ??
      parseLocale(request.session?.account?.locale) ??
      parseLocale(request.cookies[LANGUAGE_COOKIE]) ??
      negotiateLocale(request.headers['accept-language']);
    request.t = translator(request.locale);
    void reply.header('content-language', LOCALE_FACTS[request.locale].lang).header('vary', 'Accept-Language, Cookie');
    if (asked && SAFE.has(request.method)) {
      void reply.setCookie(LANGUAGE_COOKIE, asked, { ...cookieFacts, maxAge: YEAR_SECONDS });
      if (request.session?.account) await options.setLocale(request.session.account.id, asked);
    }
  });

  app.addHook('preHandler', async (request) => {
    if (SAFE.has(request.method) || request.routeOptions.config.open) return;
    const from = request.headers.origin;
    if (from !== undefined && from !== 'null' && from !== origin) throw new FormTokenWrong();
    if (request.headers['sec-fetch-site'] === 'cross-site') throw new FormTokenWrong();
    if (request.routeOptions.config.csrfInBody) return;
    const body = request.body as Readonly<Record<string, unknown>> | null | undefined;
    const sent = typeof body === 'object' && body !== null ? body['_csrf'] : undefined;
    const given = typeof sent === 'string' ? sent : request.headers['x-csrf-token'];
    if (!request.session || typeof given !== 'string' || !sameText(given, csrfToken(options.secret, request.session.id)))
      throw new FormTokenWrong();
  });

  const fail = (request: FastifyRequest, reply: FastifyReply, status: ErrorStatus, reference: string | null) => {
    if (wantsJson(request)) {
      return reply
        .code(status)
        .header('cache-control', 'no-store')
        .type('application/problem+json')
        .send({
          status,
          title: request.t(`http.error_${status}.title`),
          detail: request.t(`http.error_${status}.text`),
          ...(reference ? { instance: reference } : {}),
        });
    }
    return sendPage(reply, ErrorPage({ frame: frameOf(request), status, reference }), status);
  };

  app.setNotFoundHandler((request, reply) => fail(request, reply, 404, null));
  app.setErrorHandler((error, request, reply) => {
    if (!('t' in request) || typeof request.t !== 'function') request.t = translator(request.locale);
    if (error instanceof FormTokenWrong) return fail(request, reply, 403, null);
    if (error instanceof RequestTooLarge) return fail(request, reply, 413, null);
    const status = error instanceof HttpFailure ? error.status : ((error as { statusCode?: number }).statusCode ?? 500);
    if (status >= 500)
      request.log.error(
        {
          err: { type: (error as Error).name, message: (error as Error).message, stack: (error as Error).stack },
          requestId: request.id,
        },
        'request failed',
      );
    return fail(request, reply, errorStatus(status), status >= 500 ? String(request.id) : null);
  });

  // Before the page leaves, so that the one after it never says it again. A redirect says nothing: it keeps the notice for its page.
  app.addHook('onSend', async (request, reply) => {
    const { session } = request;
    if (!session?.notice || request.method !== 'GET') return;
    if (String(reply.getHeader('content-type')).startsWith('text/html')) await options.sessions.setNotice(session.id, null);
  });

  app.addHook('onResponse', async (request, reply) => {
    if (request.url.startsWith('/assets/')) return;
    options.log.info({
      kind: 'request',
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      requestId: request.id,
      actor: request.session?.account?.id ?? null,
    });
  });

  for (const door of options.doors) void app.register(async (scope) => door(scope));
  return app;
}

/** Thrown by a route that has nothing to show: becomes the page of that status. */
export class HttpFailure extends Error {
  readonly status: ErrorStatus;
  constructor(status: ErrorStatus) {
    super(`status ${status}`);
    this.status = status;
  }
}
