import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { compactVerify, decodeJwt, errors, importJWK } from 'jose';
import { z } from 'zod';
import type { App } from '#http/app.ts';
import { sendPage } from '#http/pages.ts';
import { faultNamed, redirectErrorOf } from './faults.ts';
import { makeKeys, type SignAlg, type SimulatorKeys } from './forge.ts';
import { PERSONAS } from './personas.ts';
import { FRANCE_CONNECT_LIFETIMES, simulatedProvider, type Lifetimes, type Scenario, type SimulatorClient } from './provider.ts';
import { BrokenPage, WhoPage, WrongRequestPage, type SimulatorFrame } from './simulator.pages.tsx';
import { authorizeFaults, logoutFaults } from './strict.ts';

/** Where the simulator stands on the service's own site. */
export const SIMULATOR_PATH = '/_simulateur/franceconnect/api/v2';
const SCENARIO_PATH = '/_simulateur/franceconnect/scenario';
const SCENARIO_COOKIE = 'fc_scenario';
const LONGEST_DELAY_MS = 60_000;

/** How a simulator is set up. */
export interface SimulatorOptions {
  /** Its address: an origin and `SIMULATOR_PATH`. */
  readonly issuer: string;
  readonly clients: readonly SimulatorClient[];
  readonly alg?: SignAlg;
  readonly lifetimes?: Partial<Lifetimes>;
  readonly stylesheet?: string | null;
  readonly production: boolean;
}

const personaId = z.string().refine((id) => PERSONAS.some((persona) => persona.id === id));
const fault = z
  .string()
  .default('')
  .transform((name, context) => {
    const known = name === '' ? null : faultNamed(name);
    if (name !== '' && !known) context.addIssue('unknown fault');
    return known;
  });
const choice = z.object({ persona: personaId, fault });
const scenario = choice.extend({ delay_ms: z.coerce.number().int().min(0).max(LONGEST_DELAY_MS).default(0) });

const personaOf = (id: string | undefined) => PERSONAS.find((persona) => persona.id === id) ?? null;
const queryOf = (request: FastifyRequest) => new URLSearchParams(request.url.split('?')[1] ?? '');

/**
 * FranceConnect v2 without FranceConnect, for development and tests: strict where it is strict, with made-up people, and every fault
 * on demand (`POST /_simulateur/franceconnect/scenario`: persona, fault, delay_ms, for the next sign-in of the browser). It refuses to exist
 * in production.
 * @returns a door, to be registered on the site or on another origin
 */
export async function franceConnectSimulator(options: SimulatorOptions): Promise<(app: App) => void> {
  if (options.production) throw new Error('the simulator of FranceConnect does not exist in production');
  const keys = await makeKeys(options.alg ?? 'ES256');
  const frame: SimulatorFrame = { stylesheet: options.stylesheet ?? null };
  const simulated = simulatedProvider({
    issuer: options.issuer,
    clients: options.clients,
    keys,
    lifetimes: { ...FRANCE_CONNECT_LIFETIMES, ...options.lifetimes },
    interaction: (uid) => `${SIMULATOR_PATH}/interaction/${uid}`,
  });
  const { provider } = simulated;
  const prepared = new Map<string, z.output<typeof scenario>>();
  const answer = provider.callback();
  const open = { config: { open: true } } as const;

  /** Lets the provider answer by itself, below its own address. */
  const handOver = async (request: FastifyRequest, reply: FastifyReply) => {
    reply.hijack();
    const raw = request.raw as typeof request.raw & { originalUrl?: string };
    raw.originalUrl = raw.url ?? '';
    raw.url = raw.originalUrl.slice(SIMULATOR_PATH.length) || '/';
    await answer(raw, reply.raw);
  };

  /** Signs somebody in, or sends the browser back with an error. */
  const finish = async (request: FastifyRequest, reply: FastifyReply, persona: string, spoiling: Scenario) => {
    const interaction = await provider.interactionDetails(request.raw, reply.raw);
    const error = redirectErrorOf(spoiling.fault);
    if (!error && interaction.session && interaction.session.accountId !== persona) {
      await endSession(request, reply);
      // The provider lets nobody resume whose session is not the one that the interaction began in.
      delete interaction.session;
      await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
    }
    simulated.spoil(interaction.uid, spoiling);
    const result = error ?? { login: { accountId: persona, acr: 'eidas1', amr: ['pwd'] } };
    const next = await provider.interactionResult(request.raw, reply.raw, result, { mergeWithLastSubmission: false });
    return reply.redirect(next, 303);
  };

  const sessionOf = (request: FastifyRequest, reply: FastifyReply) =>
    provider.Session.get(provider.createContext(request.raw, reply.raw));
  const endSession = async (request: FastifyRequest, reply: FastifyReply) => {
    const session = await sessionOf(request, reply);
    if (session.accountId) await session.destroy();
  };

  return (app) => {
    app.post(SCENARIO_PATH, open, async (request, reply) => {
      const asked = scenario.safeParse(request.body);
      if (!asked.success) return reply.code(422).send({ wrong: asked.error.issues.map(({ path }) => path.join('.')) });
      const name = randomBytes(16).toString('base64url');
      prepared.set(name, asked.data);
      return reply.setCookie(SCENARIO_COOKIE, name, { path: SIMULATOR_PATH, httpOnly: true, sameSite: 'lax' }).code(204).send();
    });

    app.get(`${SIMULATOR_PATH}/authorize`, async (request, reply) => {
      const wrong = authorizeFaults(queryOf(request), options.clients);
      return wrong.length > 0 ? sendPage(reply, <WrongRequestPage frame={frame} wrong={wrong} />, 400) : handOver(request, reply);
    });

    app.get(`${SIMULATOR_PATH}/interaction/:uid`, async (request, reply) => {
      const { session } = await provider.interactionDetails(request.raw, reply.raw);
      const name = request.cookies[SCENARIO_COOKIE] ?? '';
      const ready = prepared.get(name);
      prepared.delete(name);
      if (ready) return finish(request, reply, ready.persona, { fault: ready.fault, delayMs: ready.delay_ms });
      const action = request.url.split('?')[0] ?? '';
      return sendPage(reply, <WhoPage frame={frame} action={action} signedIn={personaOf(session?.accountId)} />);
    });

    app.post(`${SIMULATOR_PATH}/interaction/:uid`, open, async (request, reply) => {
      const chosen = choice.safeParse(request.body);
      if (!chosen.success) return sendPage(reply, <WrongRequestPage frame={frame} wrong={['persona']} />, 400);
      return finish(request, reply, chosen.data.persona, { fault: chosen.data.fault, delayMs: 0 });
    });

    app.get(`${SIMULATOR_PATH}/session/end`, async (request, reply) => {
      const query = queryOf(request);
      const hint = query.get('id_token_hint') ?? '';
      if (simulated.faultOfIdToken(hint) === 'logout_500') return sendPage(reply, <BrokenPage frame={frame} />, 500);
      const client = options.clients.find(({ clientId }) => clientId === audienceOf(hint)) ?? null;
      const wrong = [...logoutFaults(query, client), ...((await isOurs(keys, hint)) ? [] : ['id_token_hint'])];
      if (wrong.length > 0) return sendPage(reply, <WrongRequestPage frame={frame} wrong={[...new Set(wrong)]} />, 400);
      await endSession(request, reply);
      const back = new URL(query.get('post_logout_redirect_uri') ?? '');
      back.searchParams.set('state', query.get('state') ?? '');
      return reply.redirect(back.href, 302);
    });

    void app.register(async (rest) => {
      rest.removeAllContentTypeParsers();
      rest.addContentTypeParser('*', (_request, _body, done) => done(null));
      for (const path of ['/.well-known/openid-configuration', '/jwks', '/userinfo', '/authorize/:uid'])
        rest.get(`${SIMULATOR_PATH}${path}`, handOver);
      for (const path of ['/token', '/token/revocation'])
        rest.post(`${SIMULATOR_PATH}${path}`, open, async (request, reply) =>
          // The library accepts HTTP Basic beside a secret in the form; FranceConnect does not.
          request.headers.authorization ? reply.code(401).send({ error: 'invalid_client' }) : handOver(request, reply),
        );
    });
  };
}

const audienceOf = (token: string): string | null => {
  try {
    const { aud } = decodeJwt(token);
    return typeof aud === 'string' ? aud : null;
  } catch (error) {
    if (error instanceof errors.JWTInvalid) return null;
    throw error;
  }
};

/** True for a token signed by this simulator, however old: logout comes long after sign-in. */
const isOurs = async (keys: SimulatorKeys, token: string): Promise<boolean> => {
  const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...published } = keys.privateJwk;
  try {
    await compactVerify(token, await importJWK(published, keys.alg), { algorithms: [keys.alg] });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
};
