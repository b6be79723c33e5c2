import type { Easier } from '../section.ts';
import type { proofs as fr } from '../fr/proofs.ts';

export const proofs = {
  'date.months': 'pour {months}. {also} va aussi',
  'proof.few_pages':
    'Nous voyons {count, plural, one {# page} other {# pages}}. Il en faut {expected}. Ajoutez ce qui manque, ou continuez.',
  'where.landlord': 'Demandez à votre propriétaire ou à l’agence. C’est gratuit. C’est votre droit.',
  'where.social_centre': 'Demandez à la mairie (CCAS) ou à votre association.',
  'where.supplier': 'Sur le site de votre assurance, ou de l’eau, du gaz…',
  'where.guarantor_body': 'Sur le site de l’organisme. Par exemple visale.fr.',
  'calc.gross_hint': 'Nous divisons par 12. Puis nous gardons 75 %. C’est à peu près le net par mois.',
  'calc.three_hint': 'Écrivez les 3 montants, avec un espace entre eux. Enlevez d’abord les cotisations.',
  'statement.law': 'Une fausse déclaration est punie : 3 ans de prison, 45 000 €. C’est l’article 441-1 du code pénal.',
  'statement.text.home_precarious.2026-11': 'Je ne peux pas donner de quittances des trois derniers mois.',
  'statement.text.activity_other.2026-11': 'Mon activité n’est pas dans les autres choix.',
  'statement.text.tax_no_declaration.2026-11': 'Je n’ai pas encore déclaré mes revenus en France.',
  'again.help': 'Demandez un nouveau regard. Ne changez rien. C’est possible une fois par réponse.',
  'answer.files_text':
    'Pour cette réponse, il ne faut pas de document. {count, plural, one {Votre document est supprimé} other {Vos # documents sont supprimés}}.',
  'answer.twice_text': 'Vous avez déjà le même revenu. Le montant est le même : {amount}.',
  'rights.scope':
    'Cette liste est pour le logement où vous vivez. Il peut être vide ou meublé. Elle est pour chaque colocataire.',
  'rights.not_scope': 'Elle n’est pas pour les HLM. Ni pour les logements de vacances ou de travail.',
  'rights.company': 'Une société garante donne deux documents. Une preuve qu’elle existe. L’identité de son responsable.',
  'rights.false_papers': 'Un faux document est puni : 3 ans de prison, 45 000 €. C’est l’article 441-1 du code pénal.',
  'rights.fine_how': 'Le préfet décide de l’amende. Il écoute d’abord la personne.',
} as const satisfies Easier<typeof fr>;
