import { z } from 'zod';
import { LOCALES, type Locale } from '#i18n/locales.ts';
import type { House } from '#features/house.ts';

const PURPOSE = 'last_address';
const shape = z.object({ email: z.string(), locale: z.enum(LOCALES) });

/** Seals the address of an account that is deleted, for the one mail that says so; its row of the outbox is erased once it left. */
export function sealLastAddress(house: Pick<House, 'secrets'>, to: { readonly email: string; readonly locale: Locale }): string {
  return house.secrets.seal(PURPOSE, JSON.stringify(to));
}

/** Opens it; `null` when it cannot be read. */
export function openLastAddress(house: Pick<House, 'secrets'>, sealed: string): z.output<typeof shape> | null {
  const opened = house.secrets.open(PURPOSE, sealed);
  return opened.ok ? shape.parse(JSON.parse(opened.value)) : null;
}
