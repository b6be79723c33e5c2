import { oidcClient, type OidcClientSettings } from '#adapters/oidc-client.ts';
import type { App } from '#http/app.ts';
import { accountsDoor } from '#web/accounts/accounts.door.ts';
import { dossierRoutes } from '#web/dossier/dossier.routes.tsx';
import { franceConnectDoor } from '#web/france-connect/france-connect.door.ts';
import { IdentityBrowser, type IdentitySite } from './identity-site.ts';
import { testHouse, type TestHouse } from './test-house.ts';
import { Browser, testServer, type Answer } from './test-site.ts';

export const BACK = 'http://localhost:3000/franceconnect/retour';
export const OUT = 'http://localhost:3000/deconnexion/retour';
export const CLIENT = {
  clientId: 'dossier',
  redirectUris: [BACK],
  postLogoutRedirectUris: [OUT],
  authentication: { secret: 'secret-of-tests' },
};

/** The client of the service at a provider of tests. */
export function clientOf(issuer: string, others: Partial<OidcClientSettings> = {}) {
  return oidcClient({
    issuer,
    clientId: CLIENT.clientId,
    authentication: CLIENT.authentication,
    signAlg: 'ES256',
    scopes: 'openid given_name family_name preferred_username email birthdate birthplace birthcountry',
    acr: 'eidas1',
    redirectUri: BACK,
    postLogoutRedirectUri: OUT,
    production: false,
    ...others,
  });
}

/** A house whose FranceConnect is a simulator on another site. */
export async function franceConnectHouse(site: IdentitySite, others: Partial<OidcClientSettings> = {}): Promise<TestHouse> {
  return { ...(await testHouse()), franceConnect: clientOf(site.issuer, others) };
}

/** The service with its doors around accounts and dossiers. */
export function franceConnectServer(house: TestHouse): App {
  const doors = [
    (app: App) => accountsDoor(app, house),
    (app: App) => franceConnectDoor(app, house),
    (app: App) => dossierRoutes(app, house as never),
  ];
  return testServer(house, doors, { franceConnect: house.franceConnect ? 'simulator' : 'off' });
}

/** One person's browser, at the service and at the provider. */
export class Traveller {
  readonly here: Browser;
  readonly there: IdentityBrowser;

  constructor(app: App, site: IdentitySite) {
    this.here = new Browser(app);
    this.there = new IdentityBrowser(site);
  }

  /** Goes from the button of a page to the provider and back. @param scenario who, and what goes wrong */
  async signIn(scenario: { persona: string; fault?: string; delay_ms?: number }, page = '/connexion'): Promise<Answer> {
    await this.here.get(page);
    return this.follow(scenario, await this.here.post('/franceconnect/depart', { retour: '/dossier' }));
  }

  /** Follows a redirect to the provider and comes back. */
  async follow(scenario: { persona: string; fault?: string; delay_ms?: number }, left: Answer): Promise<Answer> {
    return this.here.get(await this.returnAddress(scenario, left));
  }

  /** Address the provider sends the browser back to, path and query. */
  async returnAddress(scenario: { persona: string; fault?: string; delay_ms?: number }, left: Answer): Promise<string> {
    await this.there.prepare(scenario);
    const { location } = await this.there.open(left.location ?? '');
    const { pathname, search } = new URL(location ?? 'http://localhost/nowhere');
    return `${pathname}${search}`;
  }
}
