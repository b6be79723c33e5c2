/** Who is in a dossier: invitations, departures. */
export const household = {
  'household.somebody': 'Quelqu’un',
  'household.open': 'Ouvrir mon dossier',
  'household.invited.subject': '{name} vous invite dans son dossier de location',
  'household.invited.spouse': '{name} prépare un dossier de location pour vous deux. Vous pouvez remplir votre partie vous-même.',
  'household.invited.flatmate':
    '{name} prépare un dossier de colocation. Vous remplissez votre partie, et les autres ne voient pas vos documents.',
  'household.invited.guarantor':
    '{name} vous demande d’être son garant. Un garant paie le loyer si le locataire ne peut pas. Vous pouvez dire non.',
  'household.invited.helper': '{name} vous demande de l’aider à remplir son dossier de location.',
  'household.invited.beneficiary':
    '{name} remplit un dossier de location pour vous. Vous pouvez accepter, vous y opposer ou le reprendre.',
  'household.invited.free': 'Vous êtes libre d’accepter ou non. Le service est gratuit.',
  'household.invited.action': 'Voir l’invitation',
  'household.invited.until': 'Ce lien marche une seule fois, jusqu’au {date}.',
  'household.detached.subject': 'Vous avez maintenant votre propre dossier',
  'household.detached.text': 'Vous n’êtes plus dans le dossier commun.',
  'household.detached.kept': 'Rien n’est perdu : vos documents, vos vérifications et vos garants sont dans votre dossier.',
  'household.changed.subject': 'Votre dossier a changé',
  'household.changed.text': 'Une personne n’est plus dans votre dossier de location. Vos documents n’ont pas changé.',
} as const;
