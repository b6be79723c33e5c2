import { words as fr } from '../fr/words.ts';
import type { Section } from '../section.ts';
import { accounts } from './accounts.ts';
import { consents } from './consents.ts';
import { dossier } from './dossier.ts';
import { figures } from './figures.ts';
import { findings } from './findings.ts';
import { home } from './home.ts';
import { household } from './household.ts';
import { http } from './http.ts';
import { intake } from './intake.ts';
import { law } from './law.ts';
import { letters } from './letters.ts';
import { links } from './links.ts';
import { jobs } from './jobs.ts';
import { mails } from './mails.ts';
import { papers } from './papers.ts';
import { proofs } from './proofs.ts';
import { reasons } from './reasons.ts';
import { situations } from './situations.ts';
import { stats } from './stats.ts';
import { ui } from './ui.ts';
import { leaving } from './leaving.ts';
import { legal } from './legal.ts';

/**
 * First parts of the keys that easy French takes as they are from French: words that landlords and agents read, never tenants.
 * Nothing else is excused: `checks/easy-french.test.ts` holds every other sentence to twelve words and to everyday words.
 */
export const LEFT_IN_FRENCH: readonly string[] = [
  ...['bound', 'fraud', 'jobs', 'landlord', 'review', 'verify'],
  ...['likeness', 'seal', 'seal_reason', 'seal_verdict', 'sealed'],
];

/**
 * Easy French (facile à lire et à comprendre): French, with what stands here said again in shorter sentences and everyday words.
 * A French entry that is easy already is not written twice.
 */
export const words: Section<typeof fr> = {
  ...fr,
  ...accounts,
  ...consents,
  ...dossier,
  ...findings,
  ...home,
  ...household,
  ...http,
  ...intake,
  ...law,
  ...letters,
  ...links,
  ...jobs,
  ...mails,
  ...papers,
  ...proofs,
  ...reasons,
  ...situations,
  ...stats,
  ...figures,
  ...ui,
  ...leaving,
  ...legal,
};
