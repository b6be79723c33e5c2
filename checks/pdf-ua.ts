/**
 * Makes the PDFs that the service hands out, signed, with hostile and non-Latin names, and holds them to PDF/UA-1 with veraPDF and, where
 * it is installed, their signature to `pdfsig`: `tsx checks/pdf-ua.ts`. Needs Java.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

try {
  const files: string[] = [];
  const signed: string[] = [];
  for (const { name, pdf, unsigned } of await copiesToCheck()) {
    const file = path.join(folder, `${name}.pdf`);
    writeFileSync(file, pdf);
    files.push(file);
    if (!unsigned) signed.push(file);
  }
  const jar = path.join(import.meta.dirname, '../node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar');
  const source = path.join(import.meta.dirname, 'pdf-ua/CheckPdfUa.java');
  const checked = spawnSync(tools.java, ['-cp', [jar, ...tools.libraries].join(':'), source, ...files], { encoding: 'utf8' });
  if (checked.status !== 0) fault(`${checked.stdout}${checked.stderr}`.trim());
  else console.log(`${files.length} PDFs are PDF/UA-1, ${signed.length} of them signed`);

  if (tools.pdfsig) {
    for (const file of signed) {
      const said = execFileSync(tools.pdfsig, ['-nocert', file], { encoding: 'utf8' });
      if (!said.includes('Signature is Valid')) fault(`${file}: pdfsig does not find the signature valid`);
    }
    console.log('their signatures are valid for pdfsig');
  } else console.log('pdfsig is not installed: signatures were checked by our own tests only');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(faults === 0 ? 0 : 1);
