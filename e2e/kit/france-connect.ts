import { identitySite, type IdentitySite } from '#testing/identity-site.ts';
import { expect } from 'vitest';
import { open, press, type Visitor } from './browser.ts';
import { freePort, startProgram, type Program } from './program.ts';

const CLIENT = { clientId: 'walks', secret: 'secret-of-walks' };

/** The program on `localhost` and a FranceConnect of its own on `127.0.0.1`: two sites to a browser, as in the open. @param more settings */
export async function startWithFranceConnect(
  more: Readonly<Record<string, string>> = {},
): Promise<{ program: Program; site: IdentitySite }> {
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const site = await identitySite({
    clients: [
      {
        clientId: CLIENT.clientId,
        redirectUris: [`${base}/franceconnect/retour`],
        postLogoutRedirectUris: [`${base}/deconnexion/retour`],
        authentication: { secret: CLIENT.secret },
      },
    ],
  });
  const environment = {
    ...more,
    FC_MODE: 'sandbox',
    FC_ISSUER: site.issuer,
    FC_CLIENT_ID: CLIENT.clientId,
    FC_CLIENT_SECRET: CLIENT.secret,
  };
  return { program: await startProgram({ port, seeded: true, environment }), site };
}

/** Presses the button of FranceConnect and stops at its page. @returns the text of that page */
export async function leaveForFranceConnect({ page }: Visitor, site: IdentitySite, from = '/connexion'): Promise<string> {
  await open(page, from);
  expect(await press(page, 'form[action="/franceconnect/depart"] button')).toBe(200);
  expect(new URL(page.url()).origin, 'the browser is at FranceConnect').toBe(site.origin);
  return page.locator('main').innerText();
}

/** Says at FranceConnect who one is, and comes back. @param fault what FranceConnect gets wrong. @returns the status of the page of the service */
export async function sayWho({ page }: Visitor, persona: string, fault = ''): Promise<number> {
  await page.check(`input[name="persona"][value="${persona}"]`);
  await page.selectOption('select[name="fault"]', fault);
  return press(page, 'main form button');
}
