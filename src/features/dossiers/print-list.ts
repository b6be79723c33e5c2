import { parisDate } from '#kernel/civil-date.ts';
import { CATEGORIES_OF_ROLE, situationOf } from '#domain/catalogue/situations.ts';
import { displayName } from '#domain/people/names.ts';
import type { House } from '#features/house.ts';
import { roleOf } from '#features/statuses/api.ts';
import type { Locale } from '#i18n/locales.ts';
import { translator } from '#i18n/translate.ts';
import { listOf } from '#papers/list-binding.ts';
import { may } from './membership.ts';
import type { OwnDossier } from './read-dossier.ts';

/**
 * Prints the papers that the people of a dossier are to gather, in the reader's language, as a PDF/UA to take along. Only the people whom
 * the reader may fill for are on it.
 */
export async function printList(
  house: Pick<House, 'engine' | 'settings' | 'clock'>,
  own: OwnDossier,
  locale: Locale,
): Promise<Uint8Array> {
  const now = house.clock.now();
  const people = own.rows.persons
    .filter((person) => may(own.membership, person.id, 'fill'))
    .map((person) => {
      const role = roleOf(person);
      const lacks = (what: string) => own.missing.some((one) => one.personId === person.id && one.what === what);
      return {
        name: displayName(person) || person.legalName || translator(locale)('dossier.unnamed'),
        role,
        categories: CATEGORIES_OF_ROLE[role].map((category) => ({
          category,
          chosen: own.rows.pieces
            .filter((piece) => piece.personId === person.id && piece.category === category)
            .flatMap((piece) => situationOf(piece.situation) ?? [])
            .filter((row) => !row.retired),
          done: !lacks(category),
        })),
      };
    });
  const printed = await house.engine.bind({
    template: 'list',
    data: listOf({ locale, serviceName: house.settings.serviceName, today: parisDate(now), people }),
    images: new Map(),
    qr: '',
    sign: false,
    createdAt: now,
  });
  if (!printed.ok) throw new Error('the list of papers could not be printed');
  return printed.value;
}
