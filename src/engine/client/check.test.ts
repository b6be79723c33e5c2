import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { builtChild } from '#testing/engine-child.ts';
import { EngineChild } from './child-process.ts';
import { writeFontConfig } from './fonts.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'fonts-'));
const LIMITS = { cpuMs: 20_000, pageCpuMs: 20_000, wallMs: 80_000, residentBytes: 512 * 1024 ** 2, replyBytes: 1024 ** 2 };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function drawnWith(fontConfig: string): Promise<unknown> {
  const child = new EngineChild({ entry: await builtChild(), fontConfig }, LIMITS.replyBytes);
  try {
    return (await child.ask({ header: { kind: 'check' }, blobs: [] }, LIMITS)).header['drawn'];
  } finally {
    await child.end();
  }
}

describe('the check at start', () => {
  test('sees letters with the fonts of the project', async () => {
    expect(await drawnWith(await writeFontConfig(folder))).toBe(true);
  });

  test('sees that a machine without fonts would leave copies without a mark', async () => {
    mkdirSync(path.join(folder, 'none'));
    const file = path.join(folder, 'none.conf');
    const none = path.join(folder, 'none');
    writeFileSync(file, `<?xml version="1.0"?><fontconfig><dir>${none}</dir><cachedir>${none}</cachedir></fontconfig>\n`);
    expect(await drawnWith(file)).toBe(false);
  });
});
