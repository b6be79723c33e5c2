/**
 * Upload → preview and upload → watermarked copy, for a digital payslip and a scan of five pages, as ratios to a bare decode and
 * encode of the same pixels in the same run. `npx tsx bench/upload.ts [folder of the corpus]`
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { readBlob } from '../src/features/pieces/read-blob.ts';
import { savePiece } from '../src/features/pieces/save-piece.ts';
import { uploadFile } from '../src/features/pieces/upload-file.ts';
import { startTenant } from '../src/main/seed.ts';
import { fullHouse } from '../src/testing/full-house.ts';
import { emptyDatabase, testDatabase } from '../src/testing/test-database.ts';

const corpus = process.argv[2] ?? path.join(process.cwd(), '../shared/corpus');
const ROUNDS = 5;
const TEXT = 'LOCATION – POUR agence@exemple.test – 24/11/2026 – ABCD-EFGH-JK';

async function* once(bytes: Uint8Array) {
  yield bytes;
}
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const timed = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
  const started = performance.now();
  const value = await work();
  return [performance.now() - started, value];
};

await emptyDatabase();
const house = await fullHouse();
const tenant = await startTenant(house, 'bench@exemple.test');
const saved = await savePiece(house, { ...tenant, category: 'activity', situation: 'activity.permanent' });
if (!saved.ok) throw new Error(saved.error);

console.log('paper                     upload→preview  ÷floor   watermark   ÷floor   pages');
for (const file of ['digital/payslip_2026-10.pdf', 'scanned/dossier_5_pages.pdf']) {
  const bytes = readFileSync(path.join(corpus, file));
  const previews: number[] = [];
  const copies: number[] = [];
  const floors: number[] = [];
  let pages = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const fresh = Buffer.concat([bytes, Buffer.from(`\n%${round}\n`)]);
    const [preview, fileId] = await timed(async () => {
      const sent = await uploadFile(house, { ...tenant, pieceId: saved.value.pieceId, name: 'a.pdf', bytes: once(fresh) });
      if (!sent.ok || !sent.value.fileId) throw new Error('not taken');
      await house.work();
      const row = await house.db.selectFrom('file').selectAll().where('id', '=', sent.value.fileId).executeTakeFirstOrThrow();
      if (!(await readBlob(house, row, row.previewAddress, 'preview'))) throw new Error('no preview');
      return sent.value.fileId;
    });
    const [copy, made] = await timed(() => house.engine.watermark({ bytes: fresh, type: 'pdf', text: TEXT, holes: [] }));
    if (!made.ok) throw new Error(made.error);
    pages = made.value.length;
    const [floor] = await timed(async () => {
      for (const page of made.value) {
        const { data, info } = await sharp(page.jpeg).raw().toBuffer({ resolveWithObject: true });
        await sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels as 1 | 3 } })
          .jpeg({ quality: 82, chromaSubsampling: '4:2:0', optimiseCoding: false })
          .toBuffer();
      }
    });
    await house.db.deleteFrom('file').where('id', '=', fileId).execute();
    if (round === 0) continue;
    previews.push(preview);
    copies.push(copy);
    floors.push(floor);
  }
  const [preview, copy, floor] = [median(previews), median(copies), median(floors)];
  console.log(
    `${file.padEnd(26)} ${preview.toFixed(0).padStart(10)} ms ${(preview / floor).toFixed(2).padStart(7)} ${copy.toFixed(0).padStart(8)} ms ${(copy / floor).toFixed(2).padStart(7)} ${String(pages).padStart(7)}`,
  );
}
await house.engine.close();
await (await testDatabase()).close();
