import type { Section } from '../section.ts';
import type { consents as fr } from '../fr/consents.ts';

export const consents: Section<typeof fr> = {
  'consent.honour.2026-11':
    'I certify on my honour that my documents and answers are accurate. A forgery is punished by 3 years in prison and a fine of 45,000 € (article 441-1 of the French penal code).',
  'consent.others_informed.2026-11': 'The people whose documents I added agree: spouse, flatmates, guarantors.',
  'consent.spouse_access.2026-11':
    'I allow my spouse to see and complete my documents in our dossier. I can withdraw this at any time.',
  'consent.flatmate_sending.2026-11':
    'I allow my flatmates to send the dossier with my documents. They do not see my documents. I can withdraw this at any time.',
  'consent.third_party_mandate.2026-11':
    'The person I fill this dossier for agrees. They can take it over or object at any time.',
  'consent.guarantor_informed.2026-11': 'My guarantor knows that I add their documents and agrees. They can object at any time.',
  'consent.guarantor_tenant_access.2026-11':
    'I allow the tenant I guarantee for to see my documents. Without this, only the landlord sees them.',
  'consent.helper_mandate.2026-11':
    'I allow this person to help me with my dossier, for the time and acts chosen. I can stop at any time.',
  'consent.unverified_sending.2026-11': 'I understand that my dossier is not checked yet. The landlord will see it in writing.',
  'consent.candidacy.2026-11':
    'I agree to send my dossier for this home. The landlord can open it as long as my application lasts.',
  'consent.partner.2026-11': 'I allow {partner} to read the parts of my dossier shown here. I can withdraw this at any time.',
};
