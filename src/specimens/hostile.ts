import { Readable } from 'node:stream';
import { createDeflate, deflateSync } from 'node:zlib';
import { PDF } from '@libpdf/core';
import type { IntakeCode } from '#domain/pieces/intake.ts';
import { flagCmyk, flagHeic, flagInPdf, flagLocked, flagOwnerLocked, flagTurned } from './flag.ts';
import { rawPdf, rawStream } from './raw-pdf.ts';

/** What may become of a file: taken, or refused with a code. */
export type Outcome = IntakeCode | 'accepted';

/** A file that means harm, or looks as if, and what must become of it. */
export interface HostileSpecimen {
  /** Name as it is sent: it decides nothing. */
  readonly name: string;
  readonly what: string;
  readonly make: () => Promise<Uint8Array> | Uint8Array;
  /** Every outcome that is right; several where a library may repair or give up, both without harm. */
  readonly outcomes: readonly Outcome[];
  /** Words in the file that no copy of it may hold. */
  readonly mustVanish?: string;
}

/** Opens `locked.pdf`. */
export const HOSTILE_PASSWORD = 'secret';
const MARKER = 'this-must-not-leave';
const MIB = 1024 * 1024;

const text = (words: string) => Buffer.from(words, 'latin1');
const PAGES = '<< /Type /Catalog /Pages 2 0 R >>';
const onePage = (page: string, ...more: readonly (string | Uint8Array)[]) =>
  rawPdf([PAGES, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page, ...more]);
const A4_PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';

/** Only what a PNG says of itself: enough to be refused before a pixel is read. */
function pngHeader(width: number, height: number): Uint8Array {
  const header = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const facts = Buffer.alloc(13);
  facts.writeUInt32BE(width, 0);
  facts.writeUInt32BE(height, 4);
  facts.set([1, 0, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc(64));
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  return Buffer.concat([
    header,
    facts,
    Buffer.alloc(4),
    size,
    text('IDAT'),
    data,
    Buffer.alloc(4),
    Buffer.from('0000000049454e44ae426082', 'hex'),
  ]);
}

/** So many megabytes of spaces, deflated, without ever holding them. */
async function deflatedSpaces(megabytes: number): Promise<Buffer> {
  const megabyte = Buffer.alloc(MIB, ' ');
  const deflated: Buffer[] = [];
  for await (const chunk of Readable.from(Array<Buffer>(megabytes).fill(megabyte)).pipe(createDeflate()))
    deflated.push(chunk as Buffer);
  return Buffer.concat(deflated);
}

/** 30,000 pixels a side, one bit each: 112 MB once decoded, 110 kB as it is sent. */
const hugeImage = () =>
  rawStream(
    '/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode',
    deflateSync(Buffer.alloc((30_000 / 8) * 30_000)),
  );

async function manyPages(count: number): Promise<Uint8Array> {
  const pdf = PDF.create();
  for (let page = 0; page < count; page += 1) pdf.addPage({ width: 595, height: 842 });
  return pdf.save();
}

/** A comment that browsers would read as a page, right after the first marker of a JPEG. */
async function jpegWithComment(): Promise<Uint8Array> {
  const jpeg = Buffer.from(await flagTurned());
  const comment = text(`%PDF-1.4\n<html><script>${MARKER}</script></html>`);
  const size = Buffer.alloc(2);
  size.writeUInt16BE(comment.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from('fffe', 'hex'), size, comment, jpeg.subarray(2)]);
}

const zip = Buffer.concat([text('PK\u0003\u0004'), Buffer.alloc(26), text(MARKER)]);

/** Files that somebody may send by mistake or on purpose. All are made here: none is a real virus. */
export const HOSTILE: readonly HostileSpecimen[] = [
  { name: 'vide.pdf', what: 'an empty file', make: () => new Uint8Array(), outcomes: ['empty'] },
  {
    name: 'photo.jpg',
    what: 'a Linux program named as a photo',
    make: () => Buffer.concat([text('\u007fELF'), Buffer.alloc(124)]),
    outcomes: ['wrong_type'],
  },
  {
    name: 'contrat.pdf',
    what: 'a Windows program named as a PDF',
    make: () => Buffer.concat([text('MZ\u0090'), Buffer.alloc(2000)]),
    outcomes: ['wrong_type'],
  },
  { name: 'note.txt', what: 'a text', make: () => text('Bonjour, voici mon dossier.'), outcomes: ['wrong_type'] },
  {
    name: 'image.png',
    what: 'a web page named as a picture',
    make: () => text(`<!doctype html><script>${MARKER}</script>`),
    outcomes: ['wrong_type'],
  },
  {
    name: 'dessin.svg',
    what: 'a drawing with a script',
    make: () => text(`<svg xmlns="http://www.w3.org/2000/svg"><script>${MARKER}</script></svg>`),
    outcomes: ['wrong_type'],
  },
  { name: 'dossier.zip', what: 'an archive', make: () => zip, outcomes: ['wrong_type'] },
  {
    name: 'gros.pdf',
    what: 'more than 10 MiB',
    make: () => Buffer.concat([text('%PDF-1.7\n'), Buffer.alloc(11 * MIB)]),
    outcomes: ['too_big'],
  },
  {
    name: 'coupe.pdf',
    what: 'a PDF cut in the middle',
    make: async () => (await flagInPdf()).slice(0, 500),
    outcomes: ['corrupt', 'accepted'],
  },
  {
    name: 'bruit.pdf',
    what: 'noise behind the first line of a PDF',
    make: () => text(`%PDF-1.7\n${'x\u0000\u00ff'.repeat(300)}`),
    outcomes: ['corrupt'],
  },
  {
    name: 'verrou.pdf',
    what: 'a PDF that asks for a password',
    make: () => flagLocked(HOSTILE_PASSWORD),
    outcomes: ['password_protected'],
  },
  { name: 'proprietaire.pdf', what: 'a PDF that only forbids printing', make: flagOwnerLocked, outcomes: ['accepted'] },
  {
    name: 'cercle.pdf',
    what: 'a page tree that goes in a circle and counts a million pages',
    make: () => rawPdf([PAGES, '<< /Type /Pages /Kids [2 0 R] /Count 1000000 >>']),
    outcomes: ['corrupt'],
  },
  {
    name: 'compte.pdf',
    what: 'one page that says it is a million',
    make: () => rawPdf([PAGES, '<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>', A4_PAGE]),
    outcomes: ['accepted', 'corrupt'],
  },
  { name: 'pages.pdf', what: 'more pages than a piece takes', make: () => manyPages(60), outcomes: ['too_many_pages'] },
  {
    name: 'immense.pdf',
    what: 'a page of 200 kilometres',
    make: () => onePage('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600000000 600000000] >>'),
    outcomes: ['accepted', 'corrupt', 'too_complex'],
  },
  {
    name: 'bombe.pdf',
    what: 'a page of a kilobyte whose text unfolds to 400 MB',
    make: async () =>
      onePage(
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
        rawStream('/Filter [/FlateDecode /FlateDecode]', deflateSync(await deflatedSpaces(400))),
      ),
    outcomes: ['accepted', 'corrupt', 'too_complex'],
  },
  {
    name: 'image-bombe.pdf',
    what: 'a picture of 30,000 pixels a side in a page',
    make: () =>
      onePage(
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 4 0 R >> >> /Contents 5 0 R >>',
        hugeImage(),
        rawStream('', text('q 595 0 0 842 0 0 cm /I Do Q')),
      ),
    outcomes: ['image_too_large'],
  },
  {
    name: 'image-cachee.pdf',
    what: 'the same picture on the second page, in a drawing within a drawing',
    make: () =>
      rawPdf([
        PAGES,
        '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
        A4_PAGE,
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /D 5 0 R >> >> /Contents 8 0 R >>',
        rawStream(
          '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /D 6 0 R >> >>',
          text('q /D Do Q'),
        ),
        rawStream(
          '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /I 7 0 R >> >>',
          text('q 595 0 0 842 0 0 cm /I Do Q'),
        ),
        hugeImage(),
        rawStream('', text('q /D Do Q')),
      ]),
    outcomes: ['image_too_large'],
  },
  {
    name: 'grand.png',
    what: 'a picture that says it is 30,000 pixels a side',
    make: () => pngHeader(30_000, 30_000),
    outcomes: ['image_too_large'],
  },
  {
    name: 'poupees.pdf',
    what: 'fifty thousand lists inside one another',
    make: () =>
      rawPdf([
        PAGES,
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /X ${'['.repeat(50_000)}${']'.repeat(50_000)} >>`,
      ]),
    outcomes: ['corrupt', 'accepted', 'too_complex'],
  },
  {
    name: 'script.pdf',
    what: 'a PDF with a script, a file attached and a form',
    make: () =>
      rawPdf([
        `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (${MARKER}) >> /Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >> >>`,
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        A4_PAGE,
        '<< /Type /Filespec /F (a.html) /EF << /F 5 0 R >> >>',
        rawStream('/Type /EmbeddedFile', text(MARKER)),
      ]),
    outcomes: ['accepted'],
    mustVanish: MARKER,
  },
  {
    name: 'double.jpg',
    what: 'a photo that is also a web page and a PDF',
    make: jpegWithComment,
    outcomes: ['accepted'],
    mustVanish: MARKER,
  },
  {
    name: 'double.pdf',
    what: 'a PDF that is also an archive',
    make: async () => Buffer.concat([await flagInPdf(), zip]),
    outcomes: ['accepted'],
    mustVanish: MARKER,
  },
  { name: 'photo.pdf', what: 'a photo named as a PDF', make: flagCmyk, outcomes: ['accepted'] },
  {
    name: 'tourne.jpg',
    what: 'a photo that lies on its side and holds a place',
    make: flagTurned,
    outcomes: ['accepted'],
    mustVanish: 'Appareil Imaginaire',
  },
  { name: 'iphone.jpg', what: 'a HEIC photo named as a JPEG', make: flagHeic, outcomes: ['accepted'] },
  {
    name: 'recadre.pdf',
    what: 'a turned page cut to a part of itself',
    make: () => onePage('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /CropBox [100 100 400 500] /Rotate 90 >>'),
    outcomes: ['accepted'],
  },
];
