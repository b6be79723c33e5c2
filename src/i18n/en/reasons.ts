import { reason } from '../reason-entry.ts';
import type { Section } from '../section.ts';
import type { reasons as fr } from '../fr/reasons.ts';

export const reasons: Section<typeof fr> = {
  ...reason('expected_paper', {
    title: 'Expected document absent',
    wrong: 'We did not find the document we expected.',
    todo: 'Send: {papers}.',
  }),
  ...reason('kind_not_accepted', {
    title: 'Document does not fit',
    wrong: 'This document does not prove the situation you chose.',
    todo: 'Replace it with: {papers}.',
  }),
  ...reason('unreadable', {
    title: 'Unreadable',
    wrong: 'The document is blurred, cut or too dark: we cannot read it.',
    todo: 'Send a whole, sharp copy. The original PDF is best.',
  }),
  ...reason('name_mismatch', {
    title: 'Name missing or different',
    wrong: {
      you: 'Your name is not on this document, or it is another name.',
      them: 'The name of {name} is not on this document, or it is another name.',
    },
    todo: {
      you: 'Send a document in your name. You may also correct your name or add a used name.',
      them: 'Send a document in the name of {name}. You may also correct this name or add a used name.',
    },
  }),
  ...reason('all_in_one_slot', {
    title: 'All documents in one place',
    wrong: 'Several different documents are stored here.',
    todo: 'Keep only this here: {papers}. Put the others in their own section.',
  }),
  ...reason('other_person_papers', {
    title: 'Another person’s documents',
    wrong: { you: 'These documents are not yours.', them: 'These documents are not those of {name}.' },
    todo: {
      you: 'Move them to the right person and add yours.',
      them: 'Move them to the right person and add those of {name}.',
    },
  }),
  ...reason('pages_missing', {
    title: 'Pages or sides missing',
    wrong: 'We have {count, plural, one {# page or side} other {# pages or sides}} of {total}.',
    todo: 'Send the complete document, with all its pages.',
  }),
  ...reason('translation_missing', {
    title: 'Translation missing',
    wrong: 'This document is neither in French nor translated.',
    todo: 'Add a translation of the essentials: names, dates, amounts.',
  }),
  ...reason('extra_paper', {
    title: 'Document not needed',
    wrong: 'One document is not needed here.',
    todo: 'You may remove it.',
  }),
  ...reason('forbidden_paper', {
    title: 'Document nobody may ask for',
    wrong: 'Nobody has the right to ask for this document: {what}.',
    todo: 'We advise you to remove it.',
  }),
  ...reason('other', {
    title: 'Another reason (agent’s text)',
    wrong: 'An agent explains what is wrong.',
    todo: 'Read the message and correct the document.',
  }),
  ...reason('change_situation', {
    title: 'Change the situation',
    wrong: {
      you: 'Your documents show another situation than the one chosen.',
      them: 'The documents of {name} show another situation than the one chosen.',
    },
    todo: 'Choose “{situation}”. The files stay in place.',
  }),
  ...reason('change_guarantor_type', {
    title: 'Change the kind of guarantor',
    wrong: 'The documents show another kind of guarantor.',
    todo: 'Choose “{kind}” as the kind of guarantor.',
  }),
  ...reason('too_old', {
    title: 'Too old',
    wrong: 'This document is more than {count} months old.',
    todo: 'Send a document dated {from} or later.',
  }),
  ...reason('unsigned', {
    title: 'Not signed',
    wrong: 'This document is not signed: {who}.',
    todo: 'Have it signed, then send it again.',
  }),
  ...reason('id_expired', {
    title: 'Identity expired',
    wrong: { you: 'Your identity document expired on {date}.', them: 'The identity document of {name} expired on {date}.' },
    todo: 'Send a document that is still valid, or choose another identity document.',
  }),
  ...reason('permit_or_renewal_receipt', {
    title: 'Permit or renewal receipt missing',
    wrong: 'The residence permit is missing, or it has expired and the receipt is missing.',
    todo: 'Send the residence permit. If it has expired, add the renewal receipt (récépissé).',
  }),
  ...reason('france_identite_unusable', {
    title: 'France Identité proof unusable',
    wrong: 'This France Identité proof has expired, was already used or cannot be checked.',
    todo: 'Make a new proof in the app and send it.',
  }),
  ...reason('property_tax_preferred', {
    title: 'Property-tax notice preferred',
    wrong: 'This document is fine, but the property-tax notice is easier to check.',
    todo: 'Add it if you have it.',
  }),
  ...reason('invoice_unpaid', {
    title: 'Payment not shown',
    wrong: 'The invoices do not show that they are paid.',
    todo: 'Send invoices that show the payment.',
  }),
  ...reason('months_missing', {
    title: 'Months missing',
    wrong: 'There are not three months in a row.',
    todo: 'Add the documents of these months: {months}.',
  }),
  ...reason('months_too_old', {
    title: 'Months too old',
    wrong: 'These documents are of months too long ago.',
    todo: 'Send the documents of these months: {months}.',
  }),
  ...reason('earlier_proofs_removed', {
    title: 'Earlier documents removed',
    wrong: 'Documents sent before are no longer there.',
    todo: 'Put back the documents of these months: {months}.',
  }),
  ...reason('activity_ended', {
    title: 'Contract ended',
    wrong: 'This contract ended on {date}.',
    todo: {
      you: 'Send a document about your present occupation.',
      them: 'Send a document about the present occupation of {name}.',
    },
  }),
  ...reason('wrong_school_year', {
    title: 'Wrong school year',
    wrong: 'This document is of another school year.',
    todo: 'Send a document of one of these years: {years}.',
  }),
  ...reason('starter_use_contract_page', {
    title: 'Just started: page of the contract',
    wrong: { you: 'Your work has just begun.', them: 'The work of {name} has just begun.' },
    todo: 'Send the page of the contract that shows the pay, or the first payslip.',
  }),
  ...reason('amount_mismatch', {
    title: 'Different amount',
    wrong: {
      you: 'You gave {declared} a month, and we read {read}.',
      them: '{declared} a month are given for {name}, and we read {read}.',
    },
    todo: 'Correct the amount, or explain the difference.',
  }),
  ...reason('explanation_insufficient', {
    title: 'Explanation not sufficient',
    wrong: 'We did not understand the explanation.',
    todo: 'Give more details, or add a document.',
  }),
  ...reason('tax_notice_expected', {
    title: 'Tax notice expected',
    wrong: 'There is no tax notice.',
    todo: 'Download the complete tax notice (avis d’impôt) from impots.gouv.fr and send it.',
  }),
  ...reason('not_a_tax_notice', {
    title: 'Not a tax notice',
    wrong: 'This document is not an income-tax notice.',
    todo: 'Download the complete tax notice (avis d’impôt) from impots.gouv.fr and send it.',
  }),
  ...reason('asdir_not_accepted', {
    title: 'Situation déclarative',
    wrong: 'This document is a “situation déclarative”, not a notice.',
    todo: 'Download the complete “avis d’impôt” from impots.gouv.fr and send it.',
  }),
  ...reason('local_tax_not_accepted', {
    title: 'Local tax',
    wrong: 'This document is about property or housing tax.',
    todo: 'Download the income-tax notice (avis d’impôt sur le revenu) from impots.gouv.fr and send it.',
  }),
  ...reason('wrong_tax_year', {
    title: 'Wrong year',
    wrong: 'This document is about the year {year}.',
    todo: 'Send the document of one of these years: {years}.',
  }),
  ...reason('declaration_contradicted', {
    title: 'Statement contradicted',
    wrong: 'Another document of the dossier says something else than this statement.',
    todo: { you: 'Choose what fits your situation.', them: 'Choose what fits the situation of {name}.' },
  }),
  ...reason('guarantee_certificate_awaited', {
    title: 'Guarantee certificate awaited',
    wrong: 'This document is a request for a guarantee, not the certificate.',
    todo: 'Send the certificate once you have it.',
  }),
  ...reason('guarantee_expired', {
    title: 'Guarantee expired',
    wrong: 'The guarantee ended on {date}.',
    todo: 'Ask for a new certificate and send it.',
  }),

  'signer.employer': 'the employer’s signature is missing',
  'signer.host': 'the signature of the person who hosts is missing',
  'signer.landlord': 'the signature of the landlord or agent is missing',
  'signer.organism': 'the organisation’s signature is missing',
  'signer.school': 'the school’s signature is missing',
  'signer.person': 'the signature of the person concerned is missing',
  'signer.everyone': 'at least one signature is missing',
  'guarantor_kind.natural': 'A person',
  'guarantor_kind.company': 'A company',
  'guarantor_kind.organism': 'An organisation',
};
