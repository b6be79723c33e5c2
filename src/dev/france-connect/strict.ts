/** A service as the simulator knows it. */
export interface RegisteredClient {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
}

const REQUIRED = ['response_type', 'client_id', 'redirect_uri', 'scope', 'acr_values', 'state', 'nonce'];
const OPTIONAL = ['claims', 'prompt', 'ui_locales', 'idp_hint'];
const SHORTEST_CHANCE = 32;

/** Scopes that FranceConnect knows about people. */
export const SCOPES = [
  'openid',
  'given_name',
  'family_name',
  'preferred_username',
  'gender',
  'birthdate',
  'birthplace',
  'birthcountry',
  'email',
  'profile',
  'birth',
  'identite_pivot',
] as const;

const isObject = (text: string): boolean => {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};

/** What every parameter must look like, when it is there. */
const SHAPES: Readonly<Record<string, (value: string, client: RegisteredClient | null) => boolean>> = {
  response_type: (value) => value === 'code',
  client_id: (_, client) => client !== null,
  redirect_uri: (value, client) => client?.redirectUris.includes(value) ?? false,
  scope: (value) => {
    const asked = value.split(' ');
    return asked.includes('openid') && asked.every((scope) => SCOPES.some((known) => known === scope));
  },
  acr_values: (value) => value === 'eidas1',
  state: (value) => value.length >= SHORTEST_CHANCE,
  nonce: (value) => value.length >= SHORTEST_CHANCE,
  claims: isObject,
  prompt: (value) => value.split(' ').every((one) => one === 'login' || one === 'consent'),
};

const once = (query: URLSearchParams, names: readonly string[]): readonly string[] =>
  names.filter((name) => query.getAll(name).length > 1 || query.get(name) === '');

/**
 * What FranceConnect would refuse with its page `Y000400` in a request of sign-in: a parameter missing, unknown, twice or malformed.
 * @returns names of the parameters at fault, none when the request is right
 */
export function authorizeFaults(query: URLSearchParams, clients: readonly RegisteredClient[]): readonly string[] {
  const client = clients.find(({ clientId }) => clientId === query.get('client_id')) ?? null;
  const names = [...new Set(query.keys())];
  return [
    ...REQUIRED.filter((name) => !query.has(name)),
    ...names.filter((name) => !REQUIRED.includes(name) && !OPTIONAL.includes(name)),
    ...once(query, names),
    ...names.filter((name) => SHAPES[name]?.(query.get(name) ?? '', client) === false),
  ];
}

const LOGOUT = ['id_token_hint', 'state', 'post_logout_redirect_uri'];

/** The same for a request of logout: its three parameters, all compulsory, and no other. */
export function logoutFaults(query: URLSearchParams, client: RegisteredClient | null): readonly string[] {
  const names = [...new Set(query.keys())];
  const address = query.get('post_logout_redirect_uri');
  return [
    ...LOGOUT.filter((name) => !query.has(name)),
    ...names.filter((name) => !LOGOUT.includes(name)),
    ...once(query, names),
    ...(address && client && !client.postLogoutRedirectUris.includes(address) ? ['post_logout_redirect_uri'] : []),
  ];
}
