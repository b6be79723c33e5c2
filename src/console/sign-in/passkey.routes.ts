import type { FastifyReply, FastifyRequest } from 'fastify';
import { askNewPasskey, askPasskey, registerPasskey, signInWithPasskey } from '#features/accounts/agent-passkeys.ts';
import { noteArrival } from '#features/accounts/note-arrival.ts';
import { readSecondFactors } from '#features/accounts/second-factors.ts';
import type { App } from '#http/app.ts';
import { keepChallenge, takeChallenge } from '#http/challenge.ts';
import { deviceOf } from '#http/network.ts';
import type { ConsoleSignInHouse } from './console-house.ts';
import { pendingAgent } from './pending-agent.ts';

const HOME = { next: '/console' };

/** What the passkey script asks and answers, as JSON. A passkey asks for a PIN or a finger, so it is both factors at once. */
export function passkeyRoutes(app: App, house: ConsoleSignInHouse): void {
  const refuse = (reply: FastifyReply) => reply.code(422).send({ refused: true });
  const placeOf = (request: FastifyRequest) => ({ device: deviceOf(request.headers['user-agent']), network: request.network });

  app.post('/console/connexion/cle/question', async (request) => {
    const { challenge, options } = await askPasskey(house);
    await keepChallenge(request, challenge);
    return options;
  });

  app.post('/console/connexion/cle', async (request, reply) => {
    const challenge = await takeChallenge(request);
    if (!challenge) return refuse(reply);
    const done = await signInWithPasskey(house, { challenge, answer: request.body });
    if (!done.ok) return refuse(reply);
    await noteArrival(house, { accountId: done.value.accountId, place: placeOf(request) });
    await request.signIn(done.value.accountId, { kind: 'agent', remember: false, secondFactor: true });
    return HOME;
  });

  /** Who may register a key: an agent who is in, or one who gave a password and has no second factor at all. */
  const enrolling = async (request: FastifyRequest) => {
    if (request.session?.kind === 'agent') return request.session.account?.id ?? null;
    const accountId = pendingAgent(request, house.clock.now());
    if (!accountId) return null;
    const { codes, passkeys } = await readSecondFactors(house, { accountId });
    return codes || passkeys.length > 0 ? null : accountId;
  };

  app.post('/console/connexion/nouvelle-cle/question', async (request, reply) => {
    const accountId = await enrolling(request);
    const asked = accountId && (await askNewPasskey(house, { accountId }));
    if (!asked?.ok) return refuse(reply);
    await keepChallenge(request, asked.value.challenge);
    return asked.value.options;
  });

  app.post('/console/connexion/nouvelle-cle', async (request, reply) => {
    const accountId = await enrolling(request);
    const challenge = await takeChallenge(request);
    if (!accountId || !challenge) return refuse(reply);
    const label = deviceOf(request.headers['user-agent']);
    const done = await registerPasskey(house, { accountId, challenge, answer: request.body, label });
    if (!done.ok) return refuse(reply);
    if (request.session?.kind !== 'agent')
      await request.signIn(accountId, { kind: 'agent', remember: false, secondFactor: true });
    return HOME;
  });
}
