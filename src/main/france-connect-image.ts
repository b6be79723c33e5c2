import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ButtonImage } from '#web/france-connect/button-image.routes.ts';
import { SettingsError, type Settings } from './settings.ts';

const AT_MOST = 200_000;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** Told by the first bytes, never by the name. */
function typeOf(bytes: Buffer): ButtonImage['type'] | null {
  if (bytes.subarray(0, PNG.length).equals(PNG)) return 'image/png';
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(bytes.toString('utf8')) ? 'image/svg+xml' : null;
}

/**
 * The official button that the operator supplies (`FC_BUTTON_IMAGE`), served by us and only with FranceConnect itself; `null` when there is none.
 * Throws `SettingsError` for a file that cannot be read, is neither SVG nor PNG, or holds more than 200 kB.
 */
export async function readButtonImage(settings: Settings, mode: 'off' | 'simulator' | 'official'): Promise<ButtonImage | null> {
  const file = settings.FC_BUTTON_IMAGE;
  if (!file || mode !== 'official') return null;
  const bytes = await readFile(file).catch(() => null);
  const type = bytes && bytes.length <= AT_MOST ? typeOf(bytes) : null;
  if (!bytes || !type) throw new SettingsError('FC_BUTTON_IMAGE: an SVG or PNG file of at most 200 kB');
  const print = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { address: `/franceconnect/bouton/${print}`, type, bytes };
}
