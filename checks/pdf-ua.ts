/**
 * Makes the PDFs that the service hands out, signed, with hostile and non-Latin names, and holds them to PDF/UA-1 with veraPDF and, where
 * it is installed, their signature and the names on their covers to poppler: `tsx checks/pdf-ua.ts`. Needs Java.
 */
import { execFileSync, spawnSync, type StdioOptions } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copiesToCheck } from './pdf-ua/copies-to-check.ts';
import { findPdfUaTools } from './pdf-ua/find-tools.ts';

const tools = findPdfUaTools();
if ('missing' in tools) {
  console.error(tools.missing);
  process.exit(2);
}
const folder = mkdtempSync(path.join(tmpdir(), 'pdf-ua-'));
let faults = 0;
const fault = (text: string) => {
  faults += 1;
  console.error(text);
};

const QUIETLY = { encoding: 'utf8' as const, stdio: ['ignore', 'pipe', 'ignore'] as StdioOptions };

/** Changes one bit in the middle of the first stream, which the signature covers and the structure of the file does not rest on. */
function oneByteFlipped(pdf: Buffer): Buffer {
  const from = pdf.indexOf('stream');
  const at = Math.floor((from + pdf.indexOf('endstream', from)) / 2);
  const flipped = Buffer.from(pdf);
  flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
  return flipped;
}

try {
  const files: string[] = [];
  const signed: string[] = [];
  const covers = new Map<string, string>();
  for (const { name, pdf, unsigned, named } of await copiesToCheck()) {
    const file = path.join(folder, `${name}.pdf`);
    writeFileSync(file, pdf);
    files.push(file);
    if (named) covers.set(file, named);
    if (!unsigned) signed.push(file);
  }
  const jar = path.join(import.meta.dirname, '../node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar');
  const source = path.join(import.meta.dirname, 'pdf-ua/CheckPdfUa.java');
  const checked = spawnSync(tools.java, ['-cp', [jar, ...tools.libraries].join(':'), source, ...files], { encoding: 'utf8' });
  if (checked.status !== 0) fault(`${checked.stdout}${checked.stderr}`.trim());
  else console.log(`${files.length} PDFs are PDF/UA-1, ${signed.length} of them signed`);

  if (tools.poppler) {
    const { pdfsig, pdftotext, pdfinfo } = tools.poppler;
    const isValid = (file: string) => {
      // It ends with an error where a signature is wrong.
      const said = spawnSync(pdfsig, ['-nocert', file], { encoding: 'utf8' }).stdout;
      if (!said.includes('Signature Validation:')) fault(`${file}: pdfsig says nothing of a signature`);
      return said.includes('Signature is Valid');
    };
    for (const file of signed) {
      if (!isValid(file)) fault(`${file}: pdfsig does not find the signature valid`);
      writeFileSync(file, oneByteFlipped(readFileSync(file)));
      if (isValid(file)) fault(`${file}: pdfsig finds the signature valid though a byte was flipped`);
    }
    console.log('their signatures are valid for pdfsig, and are not with one byte flipped');
    for (const [file, named] of covers) {
      const title = execFileSync(pdfinfo, [file], QUIETLY);
      if (!title.split('\n').some((line) => line.startsWith('Title:') && line.includes(named)))
        fault(`${file}: its title does not say ${named}`);
      const cover = execFileSync(pdftotext, ['-l', '1', file, '-'], QUIETLY).replaceAll(/[\u202a-\u202e]/g, '');
      // Word by word: lines break where they must, and the reader orders words from right to left as it can.
      const words = new Set(cover.split(/\s+/));
      for (const word of named.split(' ')) if (!words.has(word)) fault(`${file}: its cover does not print ${word}`);
    }
    console.log('their titles and covers print names as they were typed');
  } else console.log('poppler is not installed: signatures were checked by our own tests only');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(faults === 0 ? 0 : 1);
