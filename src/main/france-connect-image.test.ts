import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testHouse } from '#testing/test-house.ts';
import { Browser, testServer } from '#testing/test-site.ts';
import { accountsDoor } from '#web/accounts/accounts.door.ts';
import { buttonImageRoute } from '#web/france-connect/button-image.routes.ts';
import { readButtonImage } from './france-connect-image.ts';
import { readSettings, SettingsError } from './settings.ts';

const SVG = '<?xml version="1.0"?>\n<!-- made up --><svg xmlns="http://www.w3.org/2000/svg" width="245" height="60"/>';
const folder = mkdtempSync(path.join(tmpdir(), 'button-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function settingsWith(content: string | Buffer) {
  const file = path.join(folder, 'button');
  writeFileSync(file, content);
  return readSettings({ FC_BUTTON_IMAGE: file });
}

test('the button that the operator supplies is served by this site and is the whole button', async () => {
  const image = await readButtonImage(settingsWith(SVG), 'official');
  if (!image) throw new Error('no image');
  const house = await testHouse();
  const facts = { franceConnect: 'official', franceConnectImage: image.address } as const;
  const app = testServer(house, [(one) => accountsDoor(one, house), (one) => buttonImageRoute(one, image)], facts);
  const browser = new Browser(app);
  for (const page of ['/connexion', '/inscription']) {
    const { body } = await browser.get(page);
    expect(body).toContain(`<img src="${image.address}" alt="S’identifier avec FranceConnect" height="60"/>`);
  }
  const served = await app.inject(image.address);
  expect(served.headers['content-type']).toBe('image/svg+xml');
  expect(served.body).toBe(SVG);
});

test('it is not shown where FranceConnect is off or simulated', async () => {
  expect(await readButtonImage(settingsWith(SVG), 'simulator')).toBeNull();
  expect(await readButtonImage(settingsWith(SVG), 'off')).toBeNull();
  expect(await readButtonImage(readSettings({}), 'official')).toBeNull();
});

test('a file that is no image, is too large or is not there stops the start', async () => {
  for (const content of ['<html><svg></svg></html>', `${SVG}${' '.repeat(200_000)}`, Buffer.from([0xff, 0xd8, 0xff])])
    await expect(readButtonImage(settingsWith(content), 'official')).rejects.toThrow(SettingsError);
  const missing = readSettings({ FC_BUTTON_IMAGE: path.join(folder, 'missing') });
  await expect(readButtonImage(missing, 'official')).rejects.toThrow(/^FC_BUTTON_IMAGE:/);
});

test('PNG is known by its first bytes', async () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect((await readButtonImage(settingsWith(png), 'official'))?.type).toBe('image/png');
});
