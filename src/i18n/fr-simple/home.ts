import type { Easier } from '../section.ts';
import type { home as fr } from '../fr/home.ts';

export const home = {
  'home.home_lead':
    'Préparez vos documents une seule fois. Nous les vérifions. Vous choisissez qui peut les voir. Vous pouvez changer d’avis.',
  'home.step_1_text': 'Avec un téléphone ou un ordinateur. Nous disons tout de suite ce qui manque.',
  'home.step_2_text': 'Un document est à corriger ? Nous expliquons quoi faire. Nous gardons le reste.',
  'home.step_3_text': 'Le nom du propriétaire est écrit sur chaque page. Vous coupez le lien quand vous voulez.',
  'home.doors_text': 'Regardez si une copie est vraie. Lisez ce que vous pouvez demander.',
  'home.safe': 'Vos documents sont protégés. Nous ne les vendons jamais. Nous les effaçons si vous ne venez plus.',
  'home.rights_lead': 'La loi donne une liste de documents. Un propriétaire ne peut rien demander d’autre.',
  'home.rights_fine': 'Une personne peut payer 3 000 € d’amende. Une société peut payer 15 000 € d’amende.',
  'home.rights_pay': 'Ne payez rien avant de signer le contrat de location.',
  'home.accessibility_built':
    'Toutes les pages marchent sans script. Elles marchent au clavier. Elles marchent de droite à gauche. Une machine contrôle chaque écran.',
  'home.check_title': 'Un propriétaire demande des documents : a-t-il le droit ?',
  'home.check_lead':
    'Copiez ici son message. Ou cochez ce qu’il demande. Nous disons ce que la loi permet. Nous ne gardons rien.',
  'home.check_message_hint': 'En français ou en anglais. {max} caractères au plus. Vous pouvez enlever les noms.',
  'home.check_too_long': 'Ce message est trop long. Il dépasse 5 000 caractères. Copiez seulement la liste des documents.',
  'home.check_nothing': 'Copiez un message. Ou cochez un document dans la liste.',
  'home.verdict_nothing':
    'Nous n’avons reconnu aucun document. Cochez-les dans la liste. Ou parlez à une ADIL (conseil gratuit sur le logement).',
  'home.reply_title': 'Une réponse à copier ou imprimer',
  'home.reply_use': 'Changez ce que vous voulez. Un juriste peut aussi vous conseiller.',
  'home.reply_allowed': 'Je peux vous donner ces documents. C’est le décret n° 2015-1437 :',
  'home.reply_never': 'La loi ne permet pas de demander ces documents. Je ne peux pas les donner :',
  'home.reply_law': 'La loi : n° 89-462 du 6 juillet 1989, article 22-2.',
  'home.reply_end': 'Merci. Bien cordialement,',
  'home.report_title': 'Le propriétaire demande encore ?',
  'home.report_adil': 'Parlez à l’ADIL (conseil gratuit sur le logement). Le site : anil.org.',
  'home.report_prefect':
    'Vous pouvez le dire à la préfecture. Une personne peut payer 3 000 € d’amende. Une société peut payer 15 000 € d’amende.',
  'home.report_rights':
    'On vous dit non à cause de votre origine ? De votre santé ? De votre âge ? C’est interdit. Appelez le Défenseur des droits au 39 28. Le site : antidiscriminations.fr.',
} as const satisfies Easier<typeof fr>;
