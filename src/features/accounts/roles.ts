import type { Role } from '#store/accounts.repository.ts';

/** True for accounts that may enter the console. */
export function isAgent(roles: readonly Role[]): boolean {
  return roles.includes('reviewer') || roles.includes('admin');
}
