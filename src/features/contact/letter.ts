import { z } from 'zod';
import type { House } from '#features/house.ts';

const PURPOSE = 'contact_letter';

/** Who somebody says they are. */
export const CONTACT_PROFILES = ['tenant', 'landlord', 'other'] as const;

const shape = z.object({
  name: z.string(),
  email: z.string(),
  profile: z.enum(CONTACT_PROFILES),
  subject: z.string(),
  message: z.string(),
});

/** What somebody wrote to the operator. */
export type ContactLetter = z.output<typeof shape>;

/** Seals a letter for the outbox. */
export function sealLetter(house: Pick<House, 'secrets'>, letter: ContactLetter): string {
  return house.secrets.seal(PURPOSE, JSON.stringify(letter));
}

/** Opens it; `null` when it cannot be read. */
export function openLetter(house: Pick<House, 'secrets'>, sealed: string): ContactLetter | null {
  const opened = house.secrets.open(PURPOSE, sealed);
  return opened.ok ? shape.parse(JSON.parse(opened.value)) : null;
}
