/** Several images as one blob: a count, their lengths, their bytes. */
export function packImages(images: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(4 + images.length * 4);
  head.writeUInt32BE(images.length);
  images.forEach((image, index) => head.writeUInt32BE(image.length, 4 + index * 4));
  return Buffer.concat([head, ...images]);
}

/** One image of a packed blob; `null` when there are fewer. */
export function unpackImage(packed: Buffer, wanted: number): Buffer | null {
  const count = packed.readUInt32BE(0);
  if (wanted < 0 || wanted >= count) return null;
  let at = 4 + count * 4;
  for (let index = 0; index < wanted; index += 1) at += packed.readUInt32BE(4 + index * 4);
  return packed.subarray(at, at + packed.readUInt32BE(4 + wanted * 4));
}
