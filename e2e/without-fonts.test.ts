/** The built program on a machine whose fonts are missing or broken: it must not begin, for its copies would bear no mark. */
import { once } from 'node:events';
import { cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from './kit/build-once.ts';
import { forget, freePort, newDataDirectory, spawnProgram } from './kit/program.ts';

const FONTS = '@expo-google-fonts';
const FAMILIES = ['noto-sans', 'noto-sans-arabic', 'noto-sans-sc'];
const LOOK_EVERY_MS = 50;

let copy: string;
let data: string;

const weightsIn = async (folder: string) => (await readdir(folder)).filter((name) => /^[1-9]00/.test(name));
const fontsIn = (folder: string, family: string) => path.join(folder, 'node_modules', FONTS, family);

/** A copy of what runs. Everything but the program leads to the project; folders of fonts are left to be taken away. */
beforeEach(async () => {
  data = await newDataDirectory();
  copy = await newDataDirectory();
  await cp(path.join(ROOT, 'dist'), path.join(copy, 'dist'), { recursive: true });
  for (const name of ['db', 'src', 'accessibility', 'package.json']) await symlink(path.join(ROOT, name), path.join(copy, name));
  await mkdir(path.join(copy, 'node_modules'));
  for (const name of await readdir(path.join(ROOT, 'node_modules')))
    if (name !== FONTS) await symlink(path.join(ROOT, 'node_modules', name), path.join(copy, 'node_modules', name));
  for (const family of FAMILIES) {
    const [from, to] = [fontsIn(ROOT, family), fontsIn(copy, family)];
    await mkdir(to, { recursive: true });
    await cp(path.join(from, 'package.json'), path.join(to, 'package.json'));
    for (const weight of await weightsIn(from)) await symlink(path.join(from, weight), path.join(to, weight));
  }
});

afterEach(async () => {
  await forget(copy);
  await forget(data);
});

/** Starts the copy. @returns how it ended, and what it said; `answers` when it began to serve instead */
async function start(): Promise<{ ended: number | null | 'answers'; said: string }> {
  const port = await freePort();
  const { child, said } = spawnProgram({ PORT: String(port), DATA_DIR: data, SEED: 'false' }, copy);
  let ended: number | null | 'answers' | undefined;
  child.once('exit', (code) => (ended ??= code));
  while (ended === undefined) {
    const answered = await fetch(`http://localhost:${port}/readyz`).then(
      () => true,
      () => false,
    );
    if (answered) ended = 'answers';
    else await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  if (ended === 'answers') {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  return { ended, said: said() };
}

test('with all its fonts the copy starts', async () => {
  expect((await start()).ended).toBe('answers');
});

test.each(['noto-sans', 'noto-sans-arabic'])(
  'without the files of %s it says which font is missing, and ends',
  async (family) => {
    const folder = fontsIn(copy, family);
    for (const weight of await weightsIn(folder)) await rm(path.join(folder, weight));
    const { ended, said } = await start();
    expect(ended).toBe(1);
    expect(said).toContain(`Cannot start: the font ${family} is not there`);
  },
);

test('without the packages of its fonts it says so, and ends', async () => {
  await rm(path.join(copy, 'node_modules', FONTS), { recursive: true });
  const { ended, said } = await start();
  expect(ended).toBe(1);
  expect(said).toContain('Cannot start: the font noto-sans is not there');
});

test('with font files that hold no letters it says that copies would bear no mark, and ends', async () => {
  for (const family of FAMILIES) {
    const folder = fontsIn(copy, family);
    for (const weight of await weightsIn(folder)) {
      await rm(path.join(folder, weight));
      await mkdir(path.join(folder, weight));
      await writeFile(path.join(folder, weight, 'Empty.ttf'), '');
    }
  }
  const { ended, said } = await start();
  expect(ended).toBe(1);
  expect(said).toContain('Cannot start: copies would bear no mark');
});
