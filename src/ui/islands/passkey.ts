/**
 * Passkeys: a button in `[data-island="passkey"]` asks the service what to sign (`data-ask`), lets the device answer, and sends
 * the answer (`data-answer`). Without script or without support the part stays hidden: codes do the same.
 */
type Mode = 'create' | 'get';
type Json = Record<string, unknown>;

const toBytes = (text: unknown): ArrayBuffer => {
  const plain = atob(String(text).replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0)).buffer;
};
const toText = (bytes: ArrayBuffer | null): string | null =>
  bytes &&
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const withBytes = (list: unknown) =>
  Array.isArray(list) ? (list as Json[]).map((key) => ({ ...key, id: toBytes(key['id']) })) : [];

async function create(options: Json): Promise<Json | null> {
  const user = options['user'] as Json;
  const made = await navigator.credentials.create({
    publicKey: {
      ...(options as unknown as PublicKeyCredentialCreationOptions),
      challenge: toBytes(options['challenge']),
      user: { ...(user as unknown as PublicKeyCredentialUserEntity), id: toBytes(user['id']) },
      excludeCredentials: withBytes(options['excludeCredentials']) as PublicKeyCredentialDescriptor[],
    },
  });
  if (!(made instanceof PublicKeyCredential) || !(made.response instanceof AuthenticatorAttestationResponse)) return null;
  return answerOf(made, {
    attestationObject: toText(made.response.attestationObject),
    transports: made.response.getTransports(),
  });
}

async function get(options: Json): Promise<Json | null> {
  const given = await navigator.credentials.get({
    publicKey: {
      ...(options as unknown as PublicKeyCredentialRequestOptions),
      challenge: toBytes(options['challenge']),
      allowCredentials: withBytes(options['allowCredentials']) as PublicKeyCredentialDescriptor[],
    },
  });
  if (!(given instanceof PublicKeyCredential) || !(given.response instanceof AuthenticatorAssertionResponse)) return null;
  const { authenticatorData, signature, userHandle } = given.response;
  return answerOf(given, {
    authenticatorData: toText(authenticatorData),
    signature: toText(signature),
    userHandle: toText(userHandle),
  });
}

const answerOf = (credential: PublicKeyCredential, response: Json): Json => ({
  id: credential.id,
  rawId: toText(credential.rawId),
  type: credential.type,
  clientExtensionResults: {},
  response: { ...response, clientDataJSON: toText(credential.response.clientDataJSON) },
});

for (const place of document.querySelectorAll<HTMLElement>('[data-island="passkey"]')) {
  const { ask, answer, csrf, failed } = place.dataset;
  const mode: Mode = place.dataset['mode'] === 'create' ? 'create' : 'get';
  const button = place.querySelector('button');
  const status = place.querySelector<HTMLElement>('[role="status"]');
  if (!ask || !answer || !csrf || !button || !status || typeof PublicKeyCredential === 'undefined') continue;
  place.hidden = false;

  const post = async (url: string, body: unknown): Promise<Json> => {
    const headers = { 'content-type': 'application/json', accept: 'application/json', 'x-csrf-token': csrf };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(String(response.status));
    return (await response.json()) as Json;
  };

  button.addEventListener('click', () => {
    void (async () => {
      status.textContent = '';
      try {
        const options = await post(ask, {});
        const given = await (mode === 'create' ? create(options) : get(options));
        if (!given) throw new Error('no answer');
        const { next } = await post(answer, given);
        location.assign(String(next));
      } catch {
        // Cancelled by the person, unknown to the service, or offline: all the same to do again.
        status.textContent = failed ?? '';
      }
    })();
  });
}
export {};
