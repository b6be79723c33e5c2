const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Contents of every `<name>` element of an S3 answer: flat XML without attributes of interest, so no parser is needed. */
export function elementsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))].map((match) => match[1] ?? '');
}

/** Text of the first `<name>` element, entities resolved; `null` without one. */
export function textOf(xml: string, name: string): string | null {
  const raw = elementsOf(xml, name)[0];
  if (raw === undefined) return null;
  return raw.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, named?: string) => {
    const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : null;
    if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return ENTITIES[named ?? ''] ?? whole;
  });
}
