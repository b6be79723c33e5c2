import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { emailField } from '#domain/accounts/email.ts';
import { PASSWORD_LENGTH, type PasswordFault } from '#domain/accounts/password-rules.ts';
import { formats } from '#i18n/format.ts';
import { deviceOf } from '#http/network.ts';
import type { AccountsHouse } from './accounts-house.ts';

/** A password as typed: never trimmed, and never so long that hashing it would be a burden. */
export const passwordField = z.string().max(PASSWORD_LENGTH.max * 8);

/** A form that asks for an address only. */
export const emailForm = z.object({ email: emailField });

/** The token in the path of a mailed link. Anything is one that does not work, except what could not be a token at all. */
export function tokenOf(request: FastifyRequest): string {
  const { jeton } = request.params as Readonly<Record<string, string>>;
  return jeton ?? '';
}

/** What a new password lacks, as one message for its field. */
export function sayFaults(request: FastifyRequest, faults: readonly PasswordFault[]): string {
  return faults.map((fault) => request.t(`accounts.${fault}`)).join(' ');
}

/** When a try will be judged again. */
export function sayWait(request: FastifyRequest, retryAt: Date): string {
  return request.t('accounts.wait', { at: formats(request.locale).dateTime(retryAt) });
}

/** Where a browser is, as acts note it. */
export function placeOf(request: FastifyRequest): { device: string; network: string } {
  return { device: deviceOf(request.headers['user-agent']), network: request.network };
}

/** Configuration of a page whose form leads to FranceConnect, on the first visit too, when the browser has no session yet. */
export function franceConnectForms(house: Pick<AccountsHouse, 'franceConnect'>): { formOrigins?: readonly string[] } {
  return house.franceConnect ? { formOrigins: [house.franceConnect.origin] } : {};
}
