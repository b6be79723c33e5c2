import type { Category } from '#domain/catalogue/situation.ts';
import { saveNames } from '#features/dossiers/save-names.ts';
import { savePiece, type SavePiece } from '#features/pieces/save-piece.ts';
import { uploadFile } from '#features/pieces/upload-file.ts';
import { doorsOf } from '#main/doors.ts';
import type { App } from '#http/app.ts';
import { idCard } from '#specimens/papers.ts';
import type { SpecimenPerson } from '#specimens/people.ts';
import type { Member } from './given-people.ts';
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

/**
 * Fills a person's part as their account would, with one real document (an identity card) and an income told without paper.
 * @param amount net euros a month, to be looked for on pages
 * @param fileName what the file of the card is called, by default as cards are
 */
export async function fillPart(
  house: FullHouse,
  member: Member,
  who: SpecimenPerson,
  amount: number,
  fileName?: string,
): Promise<void> {
  await saveNames(house, {
    ...member,
    firstNames: who.firstNames,
    birthName: who.lastName,
    usedName: '',
    singleName: false,
    postcode: '',
  });
  const piece = async (category: Category, situation: string, more: Partial<SavePiece> = {}) => {
    const saved = await savePiece(house, { ...member, category, situation, ...more });
    if (!saved.ok) throw new Error(`${situation}: ${saved.error}`);
    return saved.value.pieceId;
  };
  const card = await idCard(who);
  const pieceId = await piece('identity', 'identity.id_card');
  const sent = await uploadFile(house, { ...member, pieceId, name: fileName ?? card.name, bytes: once(card.bytes) });
  if (!sent.ok) throw new Error(String(sent.error));
  await house.work();
  await piece('home', 'home.other', { text: `Je vis à ${who.town}.` });
  await piece('activity', 'activity.none', { stated: true });
  await piece('income', 'income.pension.statement', { amount, cannotProvide: true, text: 'Je n’ai pas de papier.' });
  await piece('tax', 'tax.parents', { stated: true });
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}
