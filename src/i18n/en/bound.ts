import type { Section } from '../section.ts';
import type { bound as fr } from '../fr/bound.ts';

export const bound: Section<typeof fr> = {
  'bound.title': 'File of {name}',
  'bound.verified': 'File checked',
  'bound.not_verified': 'File not checked',
  'bound.checked': '{checked, plural, =0 {No document checked} one {1 document checked} other {# documents checked}} of {total}',
  'bound.withheld': 'Being corrected',
  'bound.recipient': 'For',
  'bound.issued': 'Issued on',
  'bound.valid_until': 'Link valid until',
  'bound.kind': 'Kind',
  'bound.kind_alone': 'One person',
  'bound.kind_couple': 'A couple',
  'bound.kind_flatshare': 'A flatshare',
  'bound.income': 'Net income a month',
  'bound.guarantors': 'Guarantors’ income',
  'bound.none': 'None',
  'bound.guarantor': 'Guarantor',
  'bound.band': 'This document has not been checked.',
  'bound.page_alt': '{category} of {name}, page {page} of {total}, {level}',
  'bound.qr_alt': 'Code to scan to check this copy',
  'bound.check_title': 'Check this copy',
  'bound.check_text': 'Scan this code, or type it on the page “Check a file”.',
  'bound.disclaimer':
    'The service checks documents. It does not guarantee payment of rent and does not choose the tenant. Ask for no payment before signature.',
  'bound.index': 'Contents',
  'bound.page': 'p.',
  'bound.message': 'Message',
};
