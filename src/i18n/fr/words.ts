import { accounts } from './accounts.ts';
import { franceConnect } from './france-connect.ts';
import { feedback } from './feedback.ts';
import { common } from './common.ts';
import { http } from './http.ts';
import { situations } from './situations.ts';
import { jobs } from './jobs.ts';
import { mailChoices } from './mail-choices.ts';
import { mails } from './mails.ts';
import { declaration } from './declaration.ts';
import { terms } from './terms.ts';
import { ui } from './ui.ts';
import { law } from './law.ts';
import { papers } from './papers.ts';
import { proofs } from './proofs.ts';
import { reasons } from './reasons.ts';
import { dossier } from './dossier.ts';
import { intake } from './intake.ts';
import { consents } from './consents.ts';
import { household } from './household.ts';
import { people } from './people.ts';
import { review } from './review.ts';
import { seals } from './seals.ts';
import { bound } from './bound.ts';
import { links } from './links.ts';
import { landlord } from './landlord.ts';
import { verify } from './verify.ts';
import { letters } from './letters.ts';
import { figures } from './figures.ts';
import { findings } from './findings.ts';
import { home } from './home.ts';
import { stats } from './stats.ts';
import { leaving } from './leaving.ts';
import { legal } from './legal.ts';
import { help } from './help.ts';
import { fraud } from './fraud.ts';

export const words = {
  ...accounts,
  ...feedback,
  ...franceConnect,
  ...common,
  ...http,
  ...situations,
  ...jobs,
  ...mailChoices,
  ...mails,
  ...terms,
  ...declaration,
  ...ui,
  ...law,
  ...papers,
  ...proofs,
  ...reasons,
  ...dossier,
  ...intake,
  ...consents,
  ...household,
  ...people,
  ...review,
  ...seals,
  ...bound,
  ...links,
  ...landlord,
  ...verify,
  ...letters,
  ...findings,
  ...home,
  ...stats,
  ...figures,
  ...leaving,
  ...legal,
  ...help,
  ...fraud,
};
