import type { Easier } from '../section.ts';
import type { household as fr } from '../fr/household.ts';

export const household = {
  'household.invited.spouse': '{name} prépare un dossier de location pour vous deux. Vous pouvez remplir votre partie.',
  'household.invited.flatmate':
    '{name} prépare un dossier pour habiter à plusieurs. Vous remplissez votre partie. Les autres ne voient pas vos documents.',
  'household.invited.guarantor':
    '{name} vous demande d’être son garant. Le locataire ne peut pas payer ? Le garant paie le loyer. Vous pouvez dire non.',
  'household.invited.helper': '{name} demande votre aide pour son dossier de location.',
  'household.invited.beneficiary':
    '{name} remplit un dossier de location pour vous. Vous pouvez dire oui. Vous pouvez dire non. Vous pouvez aussi le remplir vous-même.',
  'household.invited.free': 'Vous pouvez dire oui ou non. Le service est gratuit.',
  'household.detached.kept':
    'Rien n’est perdu. Vos documents et vos garants sont dans votre dossier. Ce qui est vérifié reste vérifié.',
} as const satisfies Easier<typeof fr>;
