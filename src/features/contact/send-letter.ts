import type { House } from '#features/house.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import { sealLetter, type ContactLetter } from './letter.ts';

/** Sends a letter of the contact form to the operator. Its text waits sealed in the outbox, and its row is erased once it left. */
export async function sendContactLetter(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'secrets'>,
  letter: ContactLetter,
): Promise<void> {
  const mail = { id: house.ids.next<'outbox'>(), topic: 'contact.copy', at: house.clock.now() };
  await house.transact((tx) => enqueueMail(tx, { ...mail, payload: { sealed: sealLetter(house, letter) } }));
}
