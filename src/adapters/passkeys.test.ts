import { expect, test } from 'vitest';
import { SoftwarePasskey } from '#testing/software-passkey.ts';
import { passkeys } from './passkeys.ts';

const ORIGIN = 'http://localhost:3000';
const REFUSED = { ok: false, error: 'passkey.refused' };
const port = passkeys({ baseUrl: ORIGIN, serviceName: 'Dossier de location' });

async function register(key: SoftwarePasskey) {
  const { challenge, options } = await port.askNew({ id: 'account-1', email: 'ada@example.org' }, []);
  return port.checkNew(key.create(options), challenge);
}

async function stored(key: SoftwarePasskey) {
  const registered = await register(key);
  if (!registered.ok) throw new Error(registered.error);
  return registered.value;
}

test('a key made by a device is kept, and signs in later', async () => {
  const key = new SoftwarePasskey(ORIGIN);
  const kept = await stored(key);
  expect(kept).toMatchObject({ id: key.id, counter: 0, transports: ['internal'] });
  const { challenge, options } = await port.askSignIn();
  const answer = key.get(options);
  expect(port.idOf(answer)).toBe(key.id);
  expect(await port.checkSignIn(answer, challenge, kept)).toEqual({ ok: true, value: { counter: 1 } });
});

test('an answer to another question is refused', async () => {
  const key = new SoftwarePasskey(ORIGIN);
  const kept = await stored(key);
  const old = key.get((await port.askSignIn()).options);
  const { challenge } = await port.askSignIn();
  expect(await port.checkSignIn(old, challenge, kept)).toEqual(REFUSED);
});

test('an answer given to another site is refused', async () => {
  expect(await register(new SoftwarePasskey('http://localhost.evil.example'))).toEqual(REFUSED);
});

test('a device that asked for neither PIN nor finger is refused', async () => {
  const key = new SoftwarePasskey(ORIGIN);
  const kept = await stored(key);
  key.verifiesUser = false;
  expect(await register(key)).toEqual(REFUSED);
  const { challenge, options } = await port.askSignIn();
  expect(await port.checkSignIn(key.get(options), challenge, kept)).toEqual(REFUSED);
});

test('a copy of a key betrays itself by its counter', async () => {
  const key = new SoftwarePasskey(ORIGIN);
  const kept = await stored(key);
  const { challenge, options } = await port.askSignIn();
  expect(await port.checkSignIn(key.get(options), challenge, { ...kept, counter: 5 })).toEqual(REFUSED);
});

test('the signature of another key is refused', async () => {
  const kept = await stored(new SoftwarePasskey(ORIGIN));
  const { challenge, options } = await port.askSignIn();
  const other = new SoftwarePasskey(ORIGIN).get(options) as Record<string, unknown>;
  expect(await port.checkSignIn({ ...other, id: kept.id, rawId: kept.id }, challenge, kept)).toEqual(REFUSED);
});

test('a key already registered is excluded from the next registration', async () => {
  const kept = await stored(new SoftwarePasskey(ORIGIN));
  const { options } = await port.askNew({ id: 'account-1', email: 'ada@example.org' }, [kept]);
  expect(options).toMatchObject({ excludeCredentials: [{ id: kept.id }] });
});
