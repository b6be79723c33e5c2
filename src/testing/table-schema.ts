import { z } from 'zod';

const field = z.strictObject({
  name: z.string().min(1),
  title: z.string(),
  description: z.string(),
  type: z.enum(['date', 'string', 'integer', 'number']),
  constraints: z
    .strictObject({
      required: z.literal(true).optional(),
      enum: z.array(z.string()).min(1).optional(),
      pattern: z.string().optional(),
      minimum: z.number().optional(),
    })
    .optional(),
});

const tableSchema = z.object({
  $schema: z.string(),
  name: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  fields: z.array(field).min(1),
  primaryKey: z.array(z.string()).min(1),
  missingValues: z.array(z.string()),
});

/** Reads CSV as RFC 4180 writes it: CRLF, quotes doubled; throws `RangeError` on anything else. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length;) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(at));
    const plain = /^[^",\r\n]*/.exec(text.slice(at))?.[0] ?? '';
    const cell = quoted ? (quoted[1] ?? '').replaceAll('""', '"') : plain;
    at += quoted ? quoted[0].length : plain.length;
    row.push(cell);
    if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else if (text[at] === ',') at += 1;
    else throw new RangeError(`not RFC 4180 at ${at}`);
  }
  return rows;
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

const TYPES = {
  date: isDay,
  string: () => true,
  integer: (text: string) => /^-?\d+$/.test(text),
  number: (text: string) => /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text),
} as const;

/**
 * Holds a CSV file against a Table Schema (Frictionless): header, types, required, enum, pattern, minimum, missing values, primary key.
 * @returns one line a fault; empty when the file is valid
 */
export function schemaFaults(schemaText: string, csv: string): readonly string[] {
  const parsed = tableSchema.safeParse(JSON.parse(schemaText));
  if (!parsed.success) return parsed.error.issues.map((issue) => `schema: ${issue.path.join('.')}: ${issue.message}`);
  const { fields, primaryKey, missingValues } = parsed.data;
  const faults = primaryKey.filter((name) => !fields.some((one) => one.name === name)).map((name) => `key: no field ${name}`);
  const [head = [], ...rows] = readCsv(csv);
  if (head.join() !== fields.map((one) => one.name).join()) return [...faults, `header: ${head.join()}`];
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    const line = `line ${index + 2}`;
    if (row.length !== fields.length) faults.push(`${line}: ${row.length} cells`);
    fields.forEach((one, column) => {
      const text = row[column] ?? '';
      const { required, enum: values, pattern, minimum } = one.constraints ?? {};
      if (missingValues.includes(text)) {
        if (required) faults.push(`${line}: ${one.name} is missing`);
        return;
      }
      if (!TYPES[one.type](text)) faults.push(`${line}: ${one.name} is no ${one.type}: ${text}`);
      if (values && !values.includes(text)) faults.push(`${line}: ${one.name} is not listed: ${text}`);
      if (pattern && !new RegExp(`^(?:${pattern})$`, 'u').test(text)) faults.push(`${line}: ${one.name} does not match: ${text}`);
      if (minimum !== undefined && Number(text) < minimum) faults.push(`${line}: ${one.name} is under ${minimum}: ${text}`);
    });
    const key = primaryKey.map((name) => row[fields.findIndex((one) => one.name === name)]).join('|');
    if (seen.has(key)) faults.push(`${line}: the key stands twice: ${key}`);
    seen.add(key);
  });
  return faults;
}
