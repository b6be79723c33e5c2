import { spawnSync } from 'node:child_process';

const PLACES = ['/usr/bin/unshare', '/bin/unshare'];
const ALONE = ['--user', '--map-current-user', '--net'];

let found: readonly string[] | undefined;

/**
 * Command that starts another one in a network of its own, where there is nothing: not even the machine itself answers. Empty where the
 * system has no such command or does not allow it (many containers): then the child could open sockets, and what holds it back is that
 * it knows no address, no key and no password, and that none of its code calls out.
 */
export function withoutNetwork(): readonly string[] {
  found ??=
    PLACES.map((place) => [place, ...ALONE]).find(
      ([place = '', ...options]) => spawnSync(place, [...options, 'true']).status === 0,
    ) ?? [];
  return found;
}
