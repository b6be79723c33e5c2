import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const runs = (file: string) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * The Chromium that the walks use: `CHROMIUM_PATH`, else one of the usual places, else installed by apt-get when this is root on
 * a Debian and `CHROMIUM_INSTALL` is not `no`.
 * @returns its path, or why there is none
 */
export function findChromium(environment: NodeJS.ProcessEnv): { path: string } | { missing: string } {
  const given = environment['CHROMIUM_PATH'];
  if (given) return runs(given) ? { path: given } : { missing: `CHROMIUM_PATH (${given}) is not a program` };
  const found = USUAL.find(runs);
  if (found) return { path: found };
  const mayInstall = process.getuid?.() === 0 && runs('/usr/bin/apt-get') && environment['CHROMIUM_INSTALL'] !== 'no';
  if (!mayInstall) return { missing: 'no Chromium here: install one, or set CHROMIUM_PATH' };
  console.log('no Chromium here: installing it by apt-get');
  const apt = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'ignore', timeout: 300_000 }).status === 0;
  const installed = apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  const fresh = installed ? USUAL.find(runs) : undefined;
  return fresh ? { path: fresh } : { missing: 'no Chromium here, and apt-get could not install it' };
}
