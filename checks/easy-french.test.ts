import { describe, expect, it } from 'vitest';
import { LEFT_IN_FRENCH, words } from '../src/i18n/fr-simple/words.ts';
import { CATALOGUES } from '../src/i18n/translate.ts';
import { notEasy } from './words/easy-french.ts';

const french: Readonly<Record<string, string>> = CATALOGUES.fr;
const easy: Readonly<Record<string, string>> = words;
const partOf = (key: string) => key.split('.')[0] ?? '';

describe('easy French', () => {
  it('is the catalogue that people read when they choose it', () => {
    expect(CATALOGUES['fr-simple']).toBe(words);
  });

  it('has short sentences and everyday words wherever a tenant goes; else say it again in src/i18n/fr-simple', () => {
    const held = Object.keys(easy).filter((key) => !LEFT_IN_FRENCH.includes(partOf(key)));
    expect(held.length).toBeGreaterThan(500);
    expect(held.flatMap((key) => notEasy(easy[key] ?? '').map((fault) => `${key}: ${fault}`))).toEqual([]);
  });

  it('says again only what it says otherwise', () => {
    expect(Object.keys(easy).filter((key) => LEFT_IN_FRENCH.includes(partOf(key)) && easy[key] !== french[key])).toEqual([]);
  });

  it('leaves in French only sections that exist', () => {
    const parts = new Set(Object.keys(french).map(partOf));
    expect(LEFT_IN_FRENCH.filter((part) => !parts.has(part))).toEqual([]);
  });
});

describe('a sentence', () => {
  const twelve = 'un deux trois quatre cinq six sept huit neuf dix onze douze';

  it('may have twelve words, not thirteen', () => {
    expect(notEasy(`${twelve}. ${twelve}.`)).toEqual([]);
    expect(notEasy(`${twelve} treize.`)).toHaveLength(1);
  });

  it.each(['Votre lien a expiré.', 'Le garant s’engage.', 'La personne dont je parle', 'Un CDI signé', 'Le justificatif'])(
    'is not easy with %j',
    (text) => {
      expect(notEasy(text)).toHaveLength(1);
    },
  );

  it.each(['Un CDI (contrat sans date de fin)', 'Vous êtes étudiant', 'L’aide de la maison du handicap (MDPH)'])(
    'is easy with %j',
    (text) => {
      expect(notEasy(text)).toEqual([]);
    },
  );
});
