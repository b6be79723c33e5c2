import type { Section } from '../section.ts';
import type { intake as fr } from '../fr/intake.ts';

export const intake: Section<typeof fr> = {
  'intake.accepted': 'received',
  'intake.empty': 'this document is empty. Choose it again.',
  'intake.wrong_type': 'this type of document cannot be read. Take a photo of the paper or save it as PDF.',
  'intake.too_big': 'this document is over 10 MB. Send a lighter one or fewer pages.',
  'intake.piece_too_big': 'your documents are over 50 MB here. Delete one or send lighter ones.',
  'intake.too_many_files': 'there are already too many documents here. Keep only those asked for.',
  'intake.too_many_pages': 'this document has too many pages. Keep only the pages asked for.',
  'intake.image_too_large': 'this picture is too large. Take the photo again at normal size.',
  'intake.password_protected': 'this document asks for a password. Send it again with its password, or without one.',
  'intake.wrong_password': 'this password does not open the document. Check it, then send the document again.',
  'intake.corrupt': 'this document is damaged. Download it again from its source.',
  'intake.too_complex': 'we cannot open this document safely. Print it to PDF or send photos.',
  'intake.infected': 'this document looks dangerous. It is deleted. Get it again from its source.',
  'intake.duplicate': 'this document is already there. It is kept once.',
  'intake.processing_failed': 'kept. We try again by ourselves.',
};
