import { codeInPdf, verifyCopy, type Verification } from '#features/links/verify-copy.ts';
import type { House } from '#features/house.ts';
import type { App } from '#http/app.ts';
import { sendPage } from '#http/pages.ts';
import { HttpFailure } from '#http/server.ts';
import { readUpload } from '#http/upload.ts';
import { VerifyPage } from './verify.page.tsx';

const MAX_PDF_BYTES = 60 * 1024 * 1024;

/** Anybody can check that a copy is genuine: by its code, by scanning its QR code, or by giving the file. */
export function verifyRoutes(app: App, house: Pick<House, 'db' | 'clock'>, uploads: { secret: Uint8Array }): void {
  app.get('/verifier', async (request, reply) => {
    await request.ensureSession();
    return sendPage(reply, <VerifyPage frame={request.frame()} code="" result={null} errors={{}} />);
  });

  app.get('/verifier/:code', async (request, reply) => {
    const allowed = await request.within('verify', request.network);
    if (!allowed.allowed) throw new HttpFailure(429);
    const code = String((request.params as Readonly<Record<string, unknown>>)['code']).slice(0, 40);
    const result = await verifyCopy(house, { code, file: null });
    await request.ensureSession();
    return sendPage(reply, <VerifyPage frame={request.frame()} code={code} result={result} errors={{}} />);
  });

  app.post('/verifier', { config: { csrfInBody: true } }, async (request, reply) => {
    const allowed = await request.within('verify', request.network);
    if (!allowed.allowed) throw new HttpFailure(429);
    const files: Buffer[] = [];
    const fields = await readUpload(request, {
      secret: uploads.secret,
      maxFileBytes: MAX_PDF_BYTES,
      maxRequestBytes: MAX_PDF_BYTES + 100_000,
      maxFiles: 1,
      onFile: async (file) => {
        const chunks: Uint8Array[] = [];
        for await (const chunk of file.bytes) chunks.push(chunk);
        files.push(Buffer.concat(chunks));
      },
    });
    const file = files.find((one) => one.length > 0) ?? null;
    const typed = (fields['code'] ?? '').slice(0, 40).trim();
    const code = typed || (file ? (codeInPdf(file) ?? '') : '');
    if (!file && code === '') {
      return sendPage(
        reply,
        <VerifyPage frame={request.frame()} code="" result={null} errors={{ code: request.t('verify.missing') }} />,
        422,
      );
    }
    const result: Verification = await verifyCopy(house, { code, file });
    return sendPage(reply, <VerifyPage frame={request.frame()} code={code} result={result} errors={{}} />);
  });
}
