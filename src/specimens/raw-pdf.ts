/**
 * A PDF written by hand from its objects, so that it can say what no library would write.
 * @param objects bodies of objects 1, 2, 3…; a body may hold a stream
 * @param root number of the catalogue
 */
export function rawPdf(objects: readonly (string | Uint8Array)[], root = 1): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n', 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const push = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((body, index) => {
    offsets.push(length);
    push(Buffer.from(`${index + 1} 0 obj\n`));
    push(Buffer.from(body as string, 'latin1'));
    push(Buffer.from('\nendobj\n'));
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root ${root} 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** An object with a stream. @param facts entries of its dictionary beside the length */
export function rawStream(facts: string, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`<< ${facts} /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from('\nendstream')]);
}
