import type { Section } from '../section.ts';
import type { help as fr } from '../fr/help.ts';

export const help = {
  'help.why_correct.title': 'Why a document is to be corrected',
  'help.why_correct.text': 'An agent found a problem: a date, a page or a name. Open your file: we say what to do.',
  'help.flatshare.title': 'My part is verified but not the file',
  'help.flatshare.text': 'In a flatshare each has a part. The file is verified when all parts are.',
  'help.send.title': 'Send my file to a landlord',
  'help.send.text': 'Create a link, then give it. You see who opens it. You cut it whenever you like.',
  'help.for_other.title': 'A file for my child',
  'help.for_other.text': 'Choose “for somebody else”. With FranceConnect, your name is not put in their file.',
  'help.no_listings.title': 'We have no homes to offer',
  'help.no_listings.text': 'This service prepares a file. It offers no home. Never pay before a visit.',
  'help.landlord_open.title': 'Landlord: the link does not open',
  'help.landlord_open.text': 'The tenant may have cut it, or it is too old. Ask for another link.',
  'help.landlord_empty.title': 'Landlord: nothing arrives',
  'help.landlord_empty.text': 'Look among unwanted messages. Check your address with the tenant.',
  'help.landlord_code.title': 'Landlord: the code does not work',
  'help.landlord_code.text': 'A code works for a short time. Ask for another and use the latest one.',
  'help.how_long.title': 'How long does it take?',
  'help.how_long.text': 'An agent often looks within one working day. We write to you when it is done.',
  'help.what_kept.title': 'What is kept',
  'help.what_kept.text': 'Your documents go if you stop coming. Two e-mails warn you first.',
  'help.no_scanner.title': 'Without scanner or internet',
  'help.no_scanner.text':
    'A sharp photo is enough. A France services house helps you on the spot, free of charge. You can also give paper copies.',
  'help.blurred.title': 'Blurred photo',
  'help.blurred.text': 'Lay the document flat, near a window. Take the whole page, without shadow.',
  'help.foreign.title': 'Documents from another country',
  'help.foreign.text': 'They are accepted. The landlord may ask for a French translation.',
  'help.lead': 'Choose your question.',
  'help.not_found': 'Not found? Write to us.',
} as const satisfies Section<typeof fr>;
