import { AVOIDED, faultsOf, word, type Avoided } from './plain-french.ts';

const LONGEST_SENTENCE = 12;

/** Words of offices, of law and of machines that everyday French does without, and what to write instead. */
const HARD: readonly Avoided[] = [
  [word('fourni\\p{L}*'), 'donner'],
  [word('émetteurs?'), 'who made the paper'],
  [word('bénéficiaires?'), 'the name of the person'],
  [word('notification\\p{L}*|notifi(?:er|é|ée|és|ées)'), 'lettre'],
  [word('attester|attestez|atteste'), 'dire que c’est vrai'],
  [word('certifier|certifie'), 'promettre'],
  [word('mandats?'), 'what the other person may do'],
  [word('authentiques?'), 'vrai'],
  [word('chiffrée?s?'), 'protégé'],
  [word('cohérente?s?'), 'say what agrees'],
  [word('anormale?s?|anormaux'), 'bizarre'],
  [word('(?:s’)?engage(?:r|nt)?'), 'promettre, payer'],
  [word('transm\\p{L}*'), 'envoyer, donner'],
  [word('facultati\\p{L}*'), 'vous pouvez laisser vide'],
  [word('préciser'), 'dire lequel'],
  [word('saisir|saisie?s?'), 'écrire'],
  [word('limitati\\p{L}*'), 'il n’y a rien d’autre dans la liste'],
  [word('satisfaisante?s?'), 'say what pleases or not'],
  [word('établir|établie?s?|établissements?'), 'faire, école'],
  [word('scellée?s?'), 'signé'],
  [word('(?:s’)?oppose(?:r|z|nt)?|opposition'), 'dire non'],
  [word('expir\\p{L}*'), 'fini, ne marche plus'],
  [word('courriels?|électroniques?'), 'e-mail'],
  [word('lorsque|lorsqu’\\p{L}+'), 'quand'],
  [word('dont|duquel|auquel|auxquels?|laquelle|lequel|lesquel\\p{L}*'), 'two sentences'],
  [word('procéder|effectuer|effectuée?s?'), 'faire'],
  [word('concern\\p{L}*|relati(?:f|ve|fs|ves) à'), 'parler de'],
  [word('modalités?|préalable\\p{L}*|ultérieur\\p{L}*|susceptibles?'), 'say it in a short sentence'],
  [word('délais?|échéances?'), 'temps, date'],
  [word('préférables?'), 'mieux'],
  [word('insuffisante?s?|contredi\\p{L}*|inutilisables?|rattachement'), 'say it in a short sentence'],
  [word('navigateurs?'), 'internet'],
  [
    /(?<![\p{L}(])(?:CDI|CDD|MDPH|RNE|RSA|MSA|ADIL|FICP|PACS|RIB|AAH)(?![\p{L}]|\)| \(|,)/u,
    'the acronym with its meaning in brackets',
  ],
];

/** What is not easy to read in a French message (*facile à lire et à comprendre*); empty when it is. */
export function notEasy(message: string): string[] {
  return faultsOf(message, LONGEST_SENTENCE, [...AVOIDED, ...HARD]);
}
