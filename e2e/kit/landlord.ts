import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { open, pathOf, press, type Visitor } from './browser.ts';
import { inMail } from './mails.ts';
import type { Scene } from './tenant.ts';

const COPIED_WITHIN_MS = 240_000;

/** Opens a link by the code that is sent to an address. Mistakes first. */
export async function openByCode({ program, inspector }: Scene, visitor: Visitor, link: string, email: string): Promise<void> {
  const { page } = visitor;
  await open(page, link);
  await inspector.look(visitor, 'door');
  expect(await press(page)).toBe(422);
  await inspector.look(visitor, 'door with errors');
  await page.fill('main input[name="email"]', email);
  expect(await press(page)).toBe(200);
  const code = (await inMail(program, email, /\b(\d{3}[ \u00a0\u202f]?\d{3})\b/)).replace(/\D/g, '');
  await inspector.look(visitor, 'code');
  await page.fill('main input[name="code"]', code === '000000' ? '111111' : '000000');
  expect(await press(page)).toBe(422);
  await inspector.look(visitor, 'code with errors');
  await page.fill('main input[name="code"]', code);
  expect(await press(page)).toBe(200);
  expect(pathOf(page)).toBe(link);
}

/** Looks at the pages of the first piece, once its copy has been made. @returns its address */
export async function lookAtPiece({ inspector }: Scene, visitor: Visitor): Promise<string> {
  const { page, context } = visitor;
  await page.locator('main a[href*="/pieces/"]').first().click();
  const image = page.locator('.df-page img').first();
  await image.waitFor({ timeout: COPIED_WITHIN_MS });
  await inspector.look(visitor, 'pages of a piece');
  const response = await context.request.get((await image.getAttribute('src')) ?? '', {
    headers: { 'accept-language': visitor.manner.locale },
  });
  expect(response.headers()['content-type']).toBe('image/jpeg');
  expect((await response.body()).length).toBeGreaterThan(10_000);
  return pathOf(page);
}

/** Downloads the whole dossier as one PDF; the page that waits for it leads there by itself. */
export async function download(visitor: Visitor, link: string): Promise<Buffer> {
  const { page } = visitor;
  await open(page, link);
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: COPIED_WITHIN_MS }),
    page.locator(`main a[href="${link}/dossier.pdf"]`).click(),
  ]);
  return readFile(await file.path());
}

/** Asks whether a copy is genuine. @returns the verdict on screen, as the words of the service say it */
export async function verify({ inspector }: Scene, visitor: Visitor, pdf: Buffer, as: string): Promise<string> {
  const { page } = visitor;
  await open(page, '/verifier');
  await page.setInputFiles('main input[name="file"]', { name: 'copie.pdf', mimeType: 'application/pdf', buffer: pdf });
  expect(await press(page)).toBe(200);
  await inspector.look(visitor, `verified: ${as}`);
  return page.locator('main .fr-alert .fr-alert__title').innerText();
}
