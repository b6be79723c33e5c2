/** Errors that come back on the redirect address instead of a code, as FranceConnect words them. */
const REDIRECT_ERRORS = {
  access_denied: ['access_denied', 'User <b>auth</b> aborted'],
  rnipp_used_name_only: ['access_denied', 'only the usage name is known'],
  rnipp_not_found: ['access_denied', 'rectified identity not found'],
  rnipp_deceased: ['access_denied', 'deceased identity'],
  invalid_request: ['invalid_request', 'missing parameter'],
  server_error: ['server_error', 'internal error'],
  temporarily_unavailable: ['temporarily_unavailable', 'try again later'],
} as const satisfies Record<string, readonly [string, string]>;

/** What can be wrong with a signed token. */
const TOKEN_FAULTS = ['bad_signature', 'other_alg', 'alg_none', 'unknown_kid', 'wrong_aud', 'wrong_iss', 'expired'] as const;
export type TokenFault = (typeof TOKEN_FAULTS)[number];

/** Everything that the simulator can get wrong on demand, with what it does, in French. */
export const FAULTS = {
  access_denied: 'La personne abandonne',
  rnipp_used_name_only: 'Identité refusée : seul le nom d’usage est connu',
  rnipp_not_found: 'Identité refusée : introuvable',
  rnipp_deceased: 'Identité refusée : personne décédée',
  invalid_request: 'Erreur invalid_request',
  server_error: 'Erreur server_error',
  temporarily_unavailable: 'Erreur temporarily_unavailable',
  wrong_state: 'Retour avec un autre state',
  wrong_nonce: 'Jeton avec un autre nonce',
  low_acr: 'Jeton d’un niveau trop bas',
  bad_signature: 'Jeton signé par une autre clé',
  other_alg: 'Jeton signé par un autre algorithme',
  alg_none: 'Jeton sans signature',
  unknown_kid: 'Jeton signé par une clé inconnue',
  wrong_aud: 'Jeton pour un autre service',
  wrong_iss: 'Jeton d’un autre émetteur',
  expired: 'Jeton expiré',
  userinfo_json: 'Identité en JSON, sans signature',
  userinfo_other_sub: 'Identité d’une autre personne',
  userinfo_without_exp: 'Identité sans date d’expiration',
  userinfo_bad_signature: 'Identité signée par une autre clé',
  userinfo_other_alg: 'Identité signée par un autre algorithme',
  userinfo_alg_none: 'Identité sans signature (alg none)',
  userinfo_unknown_kid: 'Identité signée par une clé inconnue',
  userinfo_wrong_aud: 'Identité pour un autre service',
  userinfo_wrong_iss: 'Identité d’un autre émetteur',
  userinfo_expired: 'Identité expirée',
  code_expired: 'Code trop vieux',
  code_used: 'Code déjà utilisé',
  token_timeout: 'Pas de réponse au jeton',
  userinfo_timeout: 'Pas de réponse à l’identité',
  token_500: 'Erreur 500 au jeton',
  userinfo_500: 'Erreur 500 à l’identité',
  logout_500: 'Erreur 500 à la déconnexion',
} as const;
export type Fault = keyof typeof FAULTS;

/** Reads the name of a fault; `null` for none. */
export function faultNamed(name: string): Fault | null {
  return name in FAULTS ? (name as Fault) : null;
}

/** The error of a fault that comes back instead of a code; `null` for the other faults. */
export function redirectErrorOf(fault: Fault | null): { readonly error: string; readonly error_description: string } | null {
  const found = Object.entries(REDIRECT_ERRORS).find(([name]) => name === fault);
  return found ? { error: found[1][0], error_description: found[1][1] } : null;
}

/** The fault of a token, when that is what a fault is about. @param prefix `userinfo_` for the signed userinfo */
export function tokenFaultOf(fault: Fault | null, prefix: '' | 'userinfo_'): TokenFault | null {
  return TOKEN_FAULTS.find((name) => `${prefix}${name}` === fault) ?? null;
}
