import type { Easier } from '../section.ts';
import type { consents as fr } from '../fr/consents.ts';

/** The same agreements in shorter sentences: they say as much as the French texts of the same version, no more and no less. */
export const consents = {
  'consent.honour.2026-11':
    'Mes documents et mes réponses sont vrais. Je le promets sur l’honneur. Un faux document est puni par la loi. La peine : 3 ans de prison et 45 000 € d’amende. C’est l’article 441-1 du code pénal.',
  'consent.others_informed.2026-11':
    'J’ai ajouté les documents d’autres personnes : conjoint, colocataires, garants. Ces personnes sont d’accord.',
  'consent.spouse_access.2026-11':
    'Mon conjoint peut voir mes documents dans notre dossier. Il peut aussi les compléter. Je peux changer d’avis à tout moment.',
  'consent.flatmate_sending.2026-11':
    'Mes colocataires peuvent envoyer le dossier avec mes documents. Ils ne voient pas mes documents. Je peux changer d’avis à tout moment.',
  'consent.third_party_mandate.2026-11':
    'Je remplis ce dossier pour une autre personne. Elle est d’accord. Elle peut reprendre le dossier ou dire non à tout moment.',
  'consent.guarantor_informed.2026-11':
    'Mon garant sait que j’ajoute ses documents. Il est d’accord. Il peut dire non à tout moment.',
  'consent.guarantor_tenant_access.2026-11':
    'Je suis garant d’un locataire. Ce locataire peut voir mes documents. Sans mon accord, seul le propriétaire les voit.',
  'consent.helper_mandate.2026-11':
    'Cette personne peut m’aider dans mon dossier. Je choisis pour combien de temps. Je choisis ce qu’elle peut faire. Je peux arrêter à tout moment.',
  'consent.candidacy.2026-11':
    'J’accepte d’envoyer mon dossier pour ce logement. Le propriétaire peut l’ouvrir tant que ma demande dure.',
  'consent.partner.2026-11': '{partner} peut lire les parties de mon dossier écrites ici. Je peux changer d’avis à tout moment.',
} as const satisfies Easier<typeof fr>;
