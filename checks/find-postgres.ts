import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const PROGRAMS = ['initdb', 'pg_ctl', 'psql'] as const;
const DEBIAN = '/usr/lib/postgresql';

/** The folder with the programs of a PostgreSQL server, the oldest version first; or why there is none. */
export function findPostgres(): { readonly directory: string } | { readonly missing: string } {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(a) - Number(b)) : [];
  const places = [...versions.map((version) => path.join(DEBIAN, version, 'bin')), ...(process.env['PATH'] ?? '').split(':')];
  const directory = places.find((place) => PROGRAMS.every((program) => existsSync(path.join(place, program))));
  return directory ? { directory } : { missing: 'no PostgreSQL server is installed here (initdb, pg_ctl, psql)' };
}
