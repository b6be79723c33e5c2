import { doorsOf } from '#main/doors.ts';
import type { App } from '#http/app.ts';
import { Browser, testServer } from './test-site.ts';
import { GOOD_PASSWORD } from './test-account.ts';
import type { FullHouse } from './full-house.ts';

/** The whole site over a full house, every door open. */
export function wholeSite(house: FullHouse): App {
  return testServer(house, doorsOf(house, { formSecret: new Uint8Array(32).fill(9) }));
}

/** A browser signed in to an account with `GOOD_PASSWORD`. */
export async function signedIn(app: App, email: string, language = 'fr'): Promise<Browser> {
  const browser = new Browser(app, language);
  await browser.get('/connexion');
  const answer = await browser.post('/connexion', { email, password: GOOD_PASSWORD });
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  return browser;
}

/** Fills a text situation without file, as a page would: the quickest complete answer of each category. */
export const QUICK_ANSWERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  hebergement: { situation: 'home.other', text: 'Je vis chez mes amis.' },
  activite: { situation: 'activity.none', stated: 'on' },
  impots: { situation: 'tax.parents', stated: 'on' },
};
