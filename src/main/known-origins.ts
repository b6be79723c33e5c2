import { readFile } from 'node:fs/promises';
import { knownOrigins, SHIPPED_ORIGINS, withOrigins, type KnownOrigins } from '#domain/origins/known-origins.ts';
import { SettingsError, type Settings } from './settings.ts';

/** The file goes to each child with each paper. */
const AT_MOST = 500_000;

/**
 * Origins that papers are compared with: those of this project and those of the operator's file (`KNOWN_ORIGINS`). Throws `SettingsError` for a file
 * that cannot be read, is too large or has another form, naming the place of the fault.
 */
export async function readKnownOrigins({ KNOWN_ORIGINS: file }: Pick<Settings, 'KNOWN_ORIGINS'>): Promise<KnownOrigins> {
  if (!file) return SHIPPED_ORIGINS;
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null || text.length > AT_MOST) throw new SettingsError('KNOWN_ORIGINS: a file of at most 500 kB that can be read');
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    throw new SettingsError('KNOWN_ORIGINS: not JSON');
  }
  const parsed = knownOrigins.safeParse(written);
  if (parsed.success) return withOrigins(SHIPPED_ORIGINS, parsed.data);
  const [issue] = parsed.error.issues;
  throw new SettingsError(`KNOWN_ORIGINS: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}`);
}
