import { createHmac } from 'node:crypto';
import { oidcClient, type OidcClientSettings } from '#adapters/oidc-client.ts';
import type { Door } from '#http/app.ts';
import type { IdentityProvider } from '#ports/identity-provider.ts';
import { isLocal } from './local-address.ts';
import type { Settings } from './settings.ts';

const SIMULATED_CLIENT = 'dossier-de-location';
const SIMULATOR_PATH = '/_simulateur/franceconnect/api/v2';

/**
 * How FranceConnect runs. Unset: the simulator outside production, with the neutral look and a local address; otherwise off.
 * What was asked and cannot be was refused by the settings already.
 */
export function franceConnectMode(settings: Settings): 'off' | 'simulator' | 'official' {
  const simulated = settings.NODE_ENV !== 'production' && settings.BRAND === 'neutre' && isLocal(settings.BASE_URL);
  const mode = settings.FC_MODE ?? (simulated ? 'simulator' : 'off');
  return mode === 'sandbox' || mode === 'production' ? 'official' : mode;
}

const returnsOf = (settings: Settings) => ({
  redirectUri: `${settings.BASE_URL}/franceconnect/retour`,
  postLogoutRedirectUri: `${settings.BASE_URL}/deconnexion/retour`,
});

/** The secret between the service and its own simulator, which run in one process. */
const simulatedSecret = (secretKey: Uint8Array) =>
  createHmac('sha256', secretKey).update('france-connect-simulator').digest('hex');

/** The provider of identities that the settings name, or the simulator; `null` when FranceConnect is off. */
export function franceConnectOf(settings: Settings, secretKey: Uint8Array): IdentityProvider | null {
  const mode = franceConnectMode(settings);
  if (mode === 'off') return null;
  const shared = { signAlg: settings.FC_SIGN_ALG, scopes: settings.FC_SCOPES, acr: settings.FC_ACR, ...returnsOf(settings) };
  const production = settings.NODE_ENV === 'production';
  if (mode === 'simulator') {
    const authentication = { secret: simulatedSecret(secretKey) };
    const issuer = `${settings.BASE_URL}${SIMULATOR_PATH}`;
    return oidcClient({ ...shared, signAlg: 'ES256', issuer, clientId: SIMULATED_CLIENT, authentication, production });
  }
  const authentication: OidcClientSettings['authentication'] = settings.FC_PRIVATE_KEY
    ? { privateJwk: settings.FC_PRIVATE_KEY }
    : { secret: settings.FC_CLIENT_SECRET ?? '' };
  return oidcClient({
    ...shared,
    issuer: settings.FC_ISSUER ?? '',
    clientId: settings.FC_CLIENT_ID ?? '',
    authentication,
    production,
  });
}

/** The simulator on the service's own site; `null` when it is not in use. Its code is loaded only then. */
export async function simulatorDoor(settings: Settings, secretKey: Uint8Array, stylesheet: string): Promise<Door | null> {
  if (franceConnectMode(settings) !== 'simulator') return null;
  const { franceConnectSimulator } = await import('#dev/france-connect/simulator.routes.tsx');
  const { redirectUri, postLogoutRedirectUri } = returnsOf(settings);
  return franceConnectSimulator({
    issuer: `${settings.BASE_URL}${SIMULATOR_PATH}`,
    clients: [
      {
        clientId: SIMULATED_CLIENT,
        redirectUris: [redirectUri],
        postLogoutRedirectUris: [postLogoutRedirectUri],
        authentication: { secret: simulatedSecret(secretKey) },
      },
    ],
    stylesheet,
    production: settings.NODE_ENV === 'production',
  });
}
