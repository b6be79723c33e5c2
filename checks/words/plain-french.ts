import { readingsOf, sentencesOf, wordCount } from './read-message.ts';

const LONGEST_SENTENCE = 20;

/** A rule about a word: how it is found, what to write instead. */
export type Avoided = readonly [RegExp, string];

/** `\b` of JavaScript knows no accents: a word of French stands between what is no letter. */
export const word = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu');

/** Words that frighten or that offices alone use, and what to write instead. */
export const AVOIDED: readonly Avoided[] = [
  [word('justificati(?:f|ve)s?'), 'document'],
  [word('refus|refusé(?:e|s|es)?|refuse|refusent|refuser'), 'à corriger'],
  [word('rejet|rejets|rejeté(?:e|s|es)?|rejeter'), 'à corriger'],
  [word('fraud\\p{L}*'), 'say what does not agree'],
  [word('faussaires?|falsifi\\p{L}*'), 'say what does not agree'],
  [word('suspect\\p{L}*'), 'say what does not agree'],
  [word('veuillez'), 'the imperative'],
  [word('afin de'), 'pour'],
  [word('susmentionné\\p{L}*|ledit|ladite|lesdits|lesdites'), 'name the thing'],
  [word('nonobstant'), 'malgré'],
  [/'/u, 'the typographic apostrophe ’'],
];

/** What is not plain in a French message; empty when it is. */
export function notPlain(message: string): string[] {
  return faultsOf(message, LONGEST_SENTENCE, AVOIDED);
}

/** Sentences of a French message with more words than `longest`, and the words of it that are to be avoided. */
export function faultsOf(message: string, longest: number, avoidedWords: readonly Avoided[]): string[] {
  const faults = new Set<string>();
  for (const text of readingsOf(message, 'fr')) {
    for (const sentence of sentencesOf(text)) {
      const count = wordCount(sentence);
      if (count > longest) faults.add(`${count} words in one sentence: ${sentence}`);
    }
    for (const [avoided, instead] of avoidedWords) {
      const found = avoided.exec(text);
      if (found) faults.add(`« ${found[0]} »: ${instead}`);
    }
  }
  return [...faults];
}
