/** Texts that people agree to, by version. A published one never changes: a new text is a new key, see `domain/people/consents.ts`. */
export const consents = {
  'consent.honour.2026-11':
    'Je certifie sur l’honneur que mes documents et mes réponses sont exacts. Un faux est puni de 3 ans de prison et de 45 000 € d’amende (article 441-1 du code pénal).',
  'consent.others_informed.2026-11':
    'J’ai l’accord des personnes dont j’ai ajouté les documents : conjoint, colocataires, garants.',
  'consent.spouse_access.2026-11':
    'J’autorise mon conjoint à voir et à compléter mes documents dans notre dossier. Je peux retirer cet accord à tout moment.',
  'consent.flatmate_sending.2026-11':
    'J’autorise mes colocataires à envoyer le dossier avec mes documents. Ils ne voient pas mes documents. Je peux retirer cet accord à tout moment.',
  'consent.third_party_mandate.2026-11':
    'La personne pour qui je remplis ce dossier est d’accord. Elle peut le reprendre ou s’y opposer à tout moment.',
  'consent.guarantor_informed.2026-11':
    'Mon garant sait que j’ajoute ses documents et il est d’accord. Il peut s’y opposer à tout moment.',
  'consent.guarantor_tenant_access.2026-11':
    'J’autorise le locataire dont je suis garant à voir mes documents. Sans cet accord, seul le propriétaire les voit.',
  'consent.helper_mandate.2026-11':
    'J’autorise cette personne à m’aider dans mon dossier, pour la durée et les actions choisies. Je peux arrêter à tout moment.',
  'consent.unverified_sending.2026-11': 'J’ai compris que mon dossier n’est pas encore vérifié. Le propriétaire le verra écrit.',
  'consent.candidacy.2026-11':
    'J’accepte d’envoyer mon dossier pour ce logement. Le propriétaire pourra l’ouvrir tant que ma candidature dure.',
  'consent.partner.2026-11':
    'J’autorise {partner} à lire les parties de mon dossier indiquées ici. Je peux retirer cet accord à tout moment.',
} as const;
