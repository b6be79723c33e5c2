import type { Easier } from '../section.ts';
import type { legal as fr } from '../fr/legal.ts';

export const legal = {
  'legal.french_binding': 'Seul le texte français compte.',
  'legal.privacy_why': 'Pour préparer votre dossier et vérifier vos documents. Puis pour les montrer à qui vous voulez.',
  'legal.privacy_sees': 'Vous. Les agents qui vérifient. Les personnes à qui vous donnez un lien. Chaque visite est notée.',
  'legal.privacy_transfers':
    'Nos ordinateurs gardent les données bien protégées. Rien n’est vendu. Rien ne sort de l’Union européenne.',
  'legal.privacy_rights':
    'Dans « Mon compte », vous pouvez changer ou supprimer vos données. Vous pouvez aussi retirer vos accords.',
} as const satisfies Easier<typeof fr>;
