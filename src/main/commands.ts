import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pino } from 'pino';
import { parseEmail } from '#domain/accounts/email.ts';
import { AGENT_ROLES, isAgentRole } from '#domain/accounts/roles.ts';
import { createAgent } from '#features/accounts/create-agent.ts';
import { reconcileBlobs } from '#features/erasure/api.ts';
import { replayErasures } from '#features/retention/replay-erasures.ts';
import { keysInUse, rotateKeys } from '#features/keys/rotate-keys.ts';
import { buildFigures } from '#features/stats/build-figures.ts';
import { confirmFall, readHeld } from '#features/stats/hold-figures.ts';
import { buildHouse, programFiles, type BuiltHouse } from './build-house.ts';
import { lockData } from './data-lock.ts';
import type { Settings } from './settings.ts';

/** Thrown for a word that is no command; its message lists those there are. */
export class UnknownCommand extends Error {}

type Command = (built: BuiltHouse, words: readonly string[]) => Promise<string>;

/** What an operator may run beside the service. Each says in one or two lines what it did. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  migrate: async () => 'the database has the newest schema',
  'keys:rotate': async ({ house }) => {
    const count = await rotateKeys(house);
    return `${count} file keys wrapped by master key ${house.vault.newestVersion}; no blob was touched`;
  },
  'keys:check': async ({ house }) => {
    const uses = await keysInUse(house);
    if (uses.length === 0) return 'no file key is kept: any master key may be taken out';
    const lines = uses.map(({ version, rows }) => `master key ${version}: ${rows} file keys`);
    return `${lines.join('\n')}\na version that is not named here may be taken out of MASTER_KEYS`;
  },
  'agents:invite': async ({ house }, [address, role]) => {
    const email = parseEmail(address ?? '');
    if (!email || !isAgentRole(role))
      throw new UnknownCommand(`agents:invite needs an address and a role: ${AGENT_ROLES.join(', ')}`);
    const invited = await createAgent(house, { email, role, by: null });
    if (!invited.ok) throw new UnknownCommand(`this account may not be ${role}: ${invited.error}`);
    return `${role} given; a mail with a link, good for seven days, leaves when the service runs`;
  },
  'erasures:replay': async ({ house }, [file]) => {
    if (!file) throw new UnknownCommand('erasures:replay needs the file of the journal');
    const done = await replayErasures(house, await readFile(file, 'utf8'));
    return `${done.lines} erasures were not in this database: ${done.accounts} accounts, ${done.people} people erased again, ${done.archived} archived again`;
  },
  'stats:confirm': async ({ house }, ids) => {
    const held = await readHeld(house);
    const names = held.map(({ indicator, month }) => `${indicator} (${month.slice(0, 7)})`).join(', ') || 'none';
    if (ids.length === 0) return `indicators on hold: ${names}`;
    const done: string[] = [];
    for (const id of ids) if (await confirmFall(house, id)) done.push(id);
    if (done.length === 0) throw new UnknownCommand(`no indicator of that name is on hold: ${names}`);
    await buildFigures(house);
    return `confirmed and built: ${done.join(', ')}`;
  },
  'storage:check': async ({ house }) => {
    const { orphans, lost } = await reconcileBlobs(house);
    return `${orphans} blobs without row erased; ${lost} blobs that rows expect are missing`;
  },
};

/** Runs a command on the same database and storage as the service. On the embedded database it refuses while the service runs. */
export async function runCommand(name: string, words: readonly string[], settings: Settings, root: string): Promise<void> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UnknownCommand(`no command ${name}: there are serve, ${Object.keys(COMMANDS).join(', ')}`);
  const unlock = settings.DATABASE_URL ? async () => {} : await lockData(path.resolve(settings.DATA_DIR));
  try {
    const built = await buildHouse(settings, programFiles(root), pino({ level: 'warn', base: null }));
    try {
      console.log(await command(built, words));
    } finally {
      await built.queue.stop();
      await built.close();
    }
  } finally {
    await unlock();
  }
}
