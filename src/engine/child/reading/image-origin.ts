import sharp from 'sharp';

/** What an image says of the software that made it. */
export interface ImageOrigin {
  readonly software: string | null;
  readonly generated: boolean;
}

const SOFTWARE =
  /(?:<xmp:CreatorTool>|xmp:CreatorTool=")([^<"]{2,100})|\b((?:Adobe Photoshop|GIMP|Canva|Affinity Photo|Pixelmator|Snapseed|PicsArt|Paint\.NET)[^\0<"]{0,40})/;
const GENERATOR = /Stable Diffusion|Midjourney|DALL[·-]E|Adobe Firefly|ImageGen|c2pa\.created|trainedAlgorithmicMedia/i;

/** Looks for editors and generators in EXIF, XMP and content credentials. Says what is written there, not that it is true. */
export async function imageOriginOf(bytes: Uint8Array): Promise<ImageOrigin> {
  const facts = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  const said = [facts?.exif, facts?.xmp, facts?.iptc].flatMap((part) => (part ? [part.toString('latin1')] : [])).join('\n');
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 512 * 1024)).toString('latin1');
  const credentials = /jumb.{0,64}c2pa/s.test(head) ? head : '';
  const match = SOFTWARE.exec(said);
  return { software: (match?.[1] ?? match?.[2])?.trim() ?? null, generated: GENERATOR.test(`${said}\n${credentials}`) };
}
