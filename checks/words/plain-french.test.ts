import { describe, expect, it } from 'vitest';
import { notPlain } from './plain-french.ts';
import { placeholdersOf, readingsOf, sentencesOf, wordCount } from './read-message.ts';

const twenty = 'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize un deux trois quatre';

describe('plain French', () => {
  it('takes sentences of twenty words, not of twenty-one', () => {
    expect(notPlain(`${twenty}. ${twenty}.`)).toEqual([]);
    expect(notPlain(`${twenty} cinq.`)).toHaveLength(1);
  });

  it('counts each choice of a message, and a name as a word', () => {
    expect(notPlain(`{n, plural, one {Un document} other {${twenty} {who}}}`)).toHaveLength(1);
  });

  it.each(['Votre justificatif', 'Dossier refusé', 'Pièces justificatives', 'Une fraude', "l'adresse", 'Document falsifié'])(
    'avoids %j',
    (text) => {
      expect(notPlain(text)).toHaveLength(1);
    },
  );

  it.each(['La justification', 'Les réfugiés', 'refusaient'])('takes %j', (text) => {
    expect(notPlain(text)).toEqual([]);
  });
});

describe('a message', () => {
  it('tells the names it asks for, and the choices of a select', () => {
    const message = '{who} {n, plural, one {# a} other {# {what}}} {kind, select, a {x} other {y}} {on, date}';
    expect(placeholdersOf(message, 'fr')).toEqual(['kind (a, other)', 'n', 'on', 'what', 'who']);
  });

  it('reads as one text per choice', () => {
    expect(readingsOf('Bon {n, plural, one {jour} other {soir}} {who}', 'fr')).toEqual(['Bon jour x', 'Bon soir x']);
    expect(readingsOf('Bonjour', 'fr')).toEqual(['Bonjour']);
  });

  it('has sentences and words', () => {
    expect(sentencesOf('Un. Deux ! Trois : quatre\ncinq 1.5')).toEqual(['Un.', 'Deux !', 'Trois :', 'quatre', 'cinq 1.5']);
    expect(wordCount('L’adresse – et 3 « mots »')).toBe(4);
  });
});
