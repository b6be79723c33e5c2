import sharp from 'sharp';
import { PDF, rgb } from '@libpdf/core';

/** Side of the flag, in pixels and in points. */
const SIDE = 64;
const QUARTERS = {
  topLeft: { r: 208, g: 32, b: 32 },
  topRight: { r: 32, g: 160, b: 48 },
  bottomLeft: { r: 32, g: 64, b: 192 },
  bottomRight: { r: 255, g: 255, b: 255 },
} as const;

/** Colours of the flag's quarters when it is upright: a turn, a mirror or lost colours show at once. */
export const FLAG: readonly { readonly x: number; readonly y: number; readonly colour: { r: number; g: number; b: number } }[] = [
  { x: 0.25, y: 0.25, colour: QUARTERS.topLeft },
  { x: 0.75, y: 0.25, colour: QUARTERS.topRight },
  { x: 0.25, y: 0.75, colour: QUARTERS.bottomLeft },
  { x: 0.75, y: 0.75, colour: QUARTERS.bottomRight },
];

/** The flag as phones of one maker save photos. Made once by libheif's encoder from the same four quarters: nothing here writes HEIC. */
const HEIC = [
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAkVtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAA',
  'NGlsb2MAAAAAREAAAgABAAAAAAJpAAEAAAAAAAAAPwACAAAAAAKoAAEAAAAAAAAAFAAAADhpaW5mAAAAAAACAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAFWlu',
  'ZmUCAAAAAAIAAGh2YzEAAAABhGlwcnAAAAFfaXBjbwAAAHhodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroC',
  'QCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmubgQEDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAEAAAABAAAAAEHBpeGkA',
  'AAAAAwgICAAAAHJodmNDAQQIAAAAAAAAAAAAHvAA/Pz4+AAADwMgAAEAF0ABDAH//wQIAAADAJ/4AAADAAAeugJAIQABACZCAQEECAAAAwCf+AAAAwAAHsCC',
  'BBZbqSSmubAgAAADACAAAAMAISIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAEAAAABAAAAADnBpeGkAAAAAAQgAAAAnYXV4QwAAAAB1cm46bXBlZzpoZXZj',
  'OjIwMTU6YXV4aWQ6MQAAAAAdaXBtYQAAAAAAAAACAAEDgQKDAAIEhAWGhwAAABppcmVmAAAAAAAAAA5hdXhsAAIAAQABAAAAW21kYXQAAAA7KAGvCeAhOXVf',
  '//y03//8N+8h+5C3Z558kVh/Et//8ZknCf/x+RAfxP8X/yVrzI//5uJTp7GxYvoSe4AAAAAQKAGuE8A7iOv1/+5w7FIq4A==',
].join('');

async function pixels() {
  const half = SIDE / 2;
  const quarter = (background: { r: number; g: number; b: number }) =>
    sharp({ create: { width: half, height: half, channels: 3, background } })
      .png()
      .toBuffer();
  const [topRight, bottomLeft, bottomRight] = await Promise.all(
    [QUARTERS.topRight, QUARTERS.bottomLeft, QUARTERS.bottomRight].map(quarter),
  );
  const flag = sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: QUARTERS.topLeft } }).composite([
    { input: topRight, left: half, top: 0 },
    { input: bottomLeft, left: 0, top: half },
    { input: bottomRight, left: half, top: half },
  ]);
  return flag.png().toBuffer();
}

/** HEIC, as an iPhone sends it. */
export const flagHeic = (): Uint8Array => Buffer.from(HEIC, 'base64');

/** A JPEG whose pixels lie turned and which says so (EXIF orientation 8), with a place and a camera in its data. */
export async function flagTurned(): Promise<Uint8Array> {
  const turned = await sharp(await pixels())
    .rotate(90)
    .png()
    .toBuffer();
  return sharp(turned)
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .withMetadata({ orientation: 8 })
    .withExifMerge({ IFD0: { Make: 'Appareil Imaginaire' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 30/1' } })
    .toBuffer();
}

/** A JPEG in the colours of print shops. */
export const flagCmyk = async (): Promise<Uint8Array> =>
  sharp(await pixels())
    .toColourspace('cmyk')
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer();

/** WebP: taken although forms do not announce it. */
export const flagWebp = async (): Promise<Uint8Array> =>
  sharp(await pixels())
    .webp({ lossless: true })
    .toBuffer();
/** TIFF, as scanners make it: taken although forms do not announce it. */
export const flagTiff = async (): Promise<Uint8Array> =>
  sharp(await pixels())
    .tiff({ compression: 'lzw' })
    .toBuffer();

function flagPdf(): PDF {
  const pdf = PDF.create();
  const page = pdf.addPage({ width: SIDE, height: SIDE });
  const half = SIDE / 2;
  const paint = (x: number, y: number, { r, g, b }: { r: number; g: number; b: number }) =>
    page.drawRectangle({ x, y, width: half, height: half, color: rgb(r / 255, g / 255, b / 255) });
  paint(0, half, QUARTERS.topLeft);
  paint(half, half, QUARTERS.topRight);
  paint(0, 0, QUARTERS.bottomLeft);
  paint(half, 0, QUARTERS.bottomRight);
  return pdf;
}

/** A PDF that opens without a password and forbids printing and copying. */
export async function flagOwnerLocked(): Promise<Uint8Array> {
  const pdf = flagPdf();
  pdf.setProtection({ ownerPassword: 'owner', permissions: { copy: false, print: false } });
  return pdf.save();
}

/** A PDF that asks for a password. */
export async function flagLocked(password: string): Promise<Uint8Array> {
  const pdf = flagPdf();
  pdf.setProtection({ userPassword: password, ownerPassword: 'owner' });
  return pdf.save();
}

/** The plain one. */
export const flagInPdf = (): Promise<Uint8Array> => flagPdf().save();
