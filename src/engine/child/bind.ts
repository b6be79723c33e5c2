import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import bwip from 'bwip-js/node';

export interface BindRequest {
  /** Source of the template; ours, never from outside. */
  readonly source: string;
  readonly data: unknown;
  /** Text of the QR code on every page; none when empty. */
  readonly qr: string;
  readonly images: ReadonlyMap<string, Uint8Array>;
  readonly fonts: readonly string[];
  readonly createdAtSeconds: number;
  /** Private folder of this child. */
  readonly directory: string;
}

/** A QR code as PNG, with its quiet zone. */
async function qrPicture(text: string): Promise<Buffer> {
  const options = { bcid: 'qrcode', text, scale: 4, eclevel: 'M', paddingwidth: 2, paddingheight: 2, backgroundcolor: 'FFFFFF' };
  return await bwip.toBuffer(options);
}

const IMAGE_NAME = /^[a-z0-9-]+\.(jpg|png)$/;

/** Binds pages into one tagged PDF (PDF/UA-1). Data enters as JSON through inputs; the workspace holds this job's files and nothing else. */
export async function bind(request: BindRequest): Promise<Uint8Array> {
  const workspace = await mkdtemp(path.join(request.directory, 'bind-'));
  try {
    await writeFile(path.join(workspace, 'main.typ'), request.source);
    if (request.qr !== '') await writeFile(path.join(workspace, 'qr.png'), await qrPicture(request.qr));
    for (const [name, bytes] of request.images) {
      if (!IMAGE_NAME.test(name)) throw new Error('image name');
      await writeFile(path.join(workspace, name), bytes);
    }
    const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [...request.fonts] }] });
    const pdf = compiler.pdf(
      { mainFilePath: path.join(workspace, 'main.typ'), inputs: { data: JSON.stringify(request.data) } },
      { pdfStandard: 'ua-1', creationTimestamp: request.createdAtSeconds },
    );
    return new Uint8Array(pdf);
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}
