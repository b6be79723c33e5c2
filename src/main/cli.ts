import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { FontsMissing } from '#engine/client/fonts.ts';
import { programFiles } from './build-house.ts';
import { runCommand, UnknownCommand } from './commands.ts';
import { fetchTrustNow } from './fetch-trust.ts';
import { DataInUse } from './data-lock.ts';
import { learnOriginNow } from './learn-origin.ts';
import { SEED_PASSWORD, SEED_PEOPLE } from './seed.ts';
import { CannotMark, serve } from './serve.ts';
import { readSettings, SettingsError, type Settings } from './settings.ts';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), import.meta.url.endsWith('.ts') ? '../..' : '..');

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const command = process.argv[2];
  if (command === 'trust:fetch') return fetchTrustNow(settings);
  if (command === 'origins:learn') return learnOriginNow(process.argv.slice(3), programFiles(root));
  if (command !== undefined && command !== 'serve') return runCommand(command, process.argv.slice(3), settings, root);
  await serveUntilStopped(settings);
}

async function serveUntilStopped(settings: Settings): Promise<void> {
  const running = await serve(settings, root);
  const base = settings.BASE_URL;
  console.log(`\n${settings.SERVICE_NAME} is running: ${base}\n`);
  if (settings.NODE_ENV !== 'production') {
    console.log('Made-up people to sign in as (password of all of them: ' + SEED_PASSWORD + '):');
    console.log(`  tenant, half-way             ${SEED_PEOPLE.halfWay}      ${base}/connexion`);
    console.log(`  tenant, verified, open link  ${SEED_PEOPLE.verified}      ${base}/connexion`);
    console.log(`  agent (current code: ${base}/dev)  ${SEED_PEOPLE.agent}  ${base}/console/connexion`);
    console.log(`  fraud referent (same code page)          ${SEED_PEOPLE.referent}  ${base}/console/connexion`);
    console.log(`Mails are read at ${base}/dev/courriels. Use "localhost", not 127.0.0.1, for passkeys.\n`);
  }
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    console.log(`${signal}: finishing what is running…`);
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const ours = [DataInUse, SettingsError, UnknownCommand, CannotMark, FontsMissing];
  if (error instanceof Error && ours.some((kind) => error instanceof kind)) console.error(`\nCannot start: ${error.message}\n`);
  else console.error(error);
  process.exit(1);
});
