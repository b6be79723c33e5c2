import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import type { PagePixels } from '../page-pixels.ts';
import type { Word } from './word.ts';

/** How a picture is read: language, page layout of tesseract (6 one block, 11 scattered words), the only letters it may hold. */
export interface OcrHow {
  readonly language: 'fra' | 'eng';
  readonly layout: 4 | 6 | 11;
  readonly only?: string;
}

/** Reads words from pixels; boxes are shares of the picture given. */
export interface Ocr {
  read(page: PagePixels, how: OcrHow): Promise<readonly Word[]>;
  close(): Promise<void>;
}

/** Words of tesseract's table: level 5 rows with a confidence. */
function wordsOfTable(table: string, width: number, height: number): readonly Word[] {
  return table.split('\n').flatMap((row): Word[] => {
    const cells = row.split('\t');
    const text = cells[11]?.trim() ?? '';
    const confidence = Number(cells[10]);
    if (cells[0] !== '5' || text === '' || !(confidence >= 0)) return [];
    const [left = 0, top = 0, wide = 0, high = 0] = cells.slice(6, 10).map(Number);
    return [{ text, box: [left / width, top / height, wide / width, high / height], source: 'ocr', confidence }];
  });
}

const TIME_LIMIT_MS = 15_000;
const OUTPUT_LIMIT = 8 * 1024 * 1024;

const netpbm = (page: PagePixels) =>
  Buffer.concat([Buffer.from(`P${page.channels === 1 ? 5 : 6}\n${page.width} ${page.height}\n255\n`), page.data]);

/** The system's tesseract, one thread each time: with more it is six times slower. @param path absolute */
export function systemOcr(path: string): Ocr {
  return {
    read: (page, how) =>
      new Promise((resolve, reject) => {
        const only = how.only ? ['-c', `tessedit_char_whitelist=${how.only}`] : [];
        const child = spawn(
          path,
          ['stdin', 'stdout', '-l', how.language, '--psm', String(how.layout), '--dpi', '200', ...only, 'tsv'],
          {
            env: { OMP_THREAD_LIMIT: '1', LC_ALL: 'C' },
            stdio: ['pipe', 'pipe', 'ignore'],
            timeout: TIME_LIMIT_MS,
            killSignal: 'SIGKILL',
          },
        );
        const chunks: Buffer[] = [];
        let size = 0;
        child.stdout.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > OUTPUT_LIMIT) child.kill('SIGKILL');
          else chunks.push(chunk);
        });
        child.on('error', reject);
        child.on('close', (code) => {
          if (code === 0) resolve(wordsOfTable(Buffer.concat(chunks).toString('utf8'), page.width, page.height));
          else reject(new Error(`tesseract ended with ${code ?? 'a signal'}`));
        });
        // The reader may die before it has read everything; `close` tells.
        child.stdin.on('error', () => undefined);
        child.stdin.end(netpbm(page));
      }),
    close: async () => undefined,
  };
}

/** The reader that ships with the project: slower, needs nothing of the system, calls no network. */
export function bundledOcr(): Ocr {
  const require = createRequire(import.meta.url);
  const load = async (language: 'fra' | 'eng') => {
    const { createWorker } = await import('tesseract.js');
    const langPath = join(dirname(require.resolve(`@tesseract.js-data/${language}/package.json`)), '4.0.0_best_int');
    return createWorker(language, 1, { langPath, cacheMethod: 'none', gzip: true });
  };
  const workers = new Map<string, ReturnType<typeof load>>();
  return {
    async read(page, how) {
      const loading = workers.get(how.language) ?? load(how.language);
      workers.set(how.language, loading);
      const worker = await loading;
      await worker.setParameters({
        tessedit_pageseg_mode: String(how.layout) as never,
        tessedit_char_whitelist: how.only ?? '',
        user_defined_dpi: '200',
      });
      const png = await sharp(page.data, { raw: { width: page.width, height: page.height, channels: page.channels } })
        .png({ compressionLevel: 1 })
        .toBuffer();
      const { data } = await worker.recognize(png, {}, { text: false, tsv: true });
      return wordsOfTable(data.tsv ?? '', page.width, page.height);
    },
    async close() {
      for (const loading of workers.values()) await (await loading).terminate();
      workers.clear();
    },
  };
}
