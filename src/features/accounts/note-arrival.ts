import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import { revivePeople } from '#features/statuses/api.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import { isKnownPlace } from '#store/sessions.repository.ts';

/** Where a browser is: its family and its truncated network, as sessions keep them. */
export interface Place {
  readonly device: string;
  readonly network: string;
}

/** Notes that somebody signed in: it is a contact, what was archived comes back, and a mail tells of a device and network not seen before. */
export async function noteArrival(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random'>,
  input: { accountId: Id<'account'>; place: Place },
): Promise<void> {
  await house.transact(async (tx) => {
    const now = house.clock.now();
    await tx.updateTable('account').set({ lastContactAt: now }).where('id', '=', input.accountId).execute();
    await revivePeople(tx, house, input.accountId);
    if ((await isKnownPlace(tx, input.accountId, input.place)) !== 'new') return;
    const payload = { accountId: input.accountId, device: input.place.device, at: now.toISOString() };
    await enqueueMail(tx, { id: house.ids.next(), topic: 'account.new_device', payload, about: input.accountId, at: now });
  });
}
