import type { FastifyRequest } from 'fastify';
import { cleanText } from '#kernel/text.ts';
import { csrfToken, sameText } from './tokens.ts';

/** A file on its way: its name is what the browser said, cleaned; its bytes must be read to the end or abandoned by throwing. */
export interface IncomingFile {
  readonly field: string;
  readonly name: string;
  /** Ends early when the file is over its limit; ask `truncated()` after reading. */
  readonly bytes: AsyncIterable<Uint8Array>;
  truncated(): boolean;
}

export class RequestTooLarge extends Error {}
export class FormTokenWrong extends Error {}

const NAME_MAX = 200;

/** A file name fit to be shown: no folder, no control character, NFC, at most 200 characters. */
export function cleanFileName(name: string | undefined): string {
  const last = (name ?? '').split(/[/\\]/).at(-1) ?? '';
  return [...cleanText(last)].slice(0, NAME_MAX).join('') || 'document';
}

/**
 * Reads a multipart form in one pass. The form's token must come first. Fields before a file are known when it comes. One oversized file
 * is told by `truncated()` and does not stop the others; a request over its total is stopped.
 * @param onFile reads one file to its end before the next one comes
 * @returns all text fields
 */
export async function readUpload(
  request: FastifyRequest,
  options: {
    secret: Uint8Array;
    maxFileBytes: number;
    maxRequestBytes: number;
    maxFiles: number;
    onFile: (file: IncomingFile, fields: Readonly<Record<string, string>>) => Promise<void>;
  },
): Promise<Readonly<Record<string, string>>> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > options.maxRequestBytes) throw new RequestTooLarge();
  const fields: Record<string, string> = {};
  let total = 0;
  let trusted = false;
  const check = () => {
    const session = request.session;
    trusted ||= !!session && sameText(fields['_csrf'] ?? '', csrfToken(options.secret, session.id));
    if (!trusted) throw new FormTokenWrong();
  };
  const parts = request.parts({
    limits: {
      fileSize: options.maxFileBytes,
      files: options.maxFiles,
      fields: 40,
      fieldSize: 20_000,
      parts: options.maxFiles + 40,
    },
  });
  for await (const part of parts) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') fields[part.fieldname] = part.value;
      continue;
    }
    check();
    const stream = part.file;
    const counted = (async function* () {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        total += chunk.length;
        if (total > options.maxRequestBytes) throw new RequestTooLarge();
        yield chunk as Uint8Array;
      }
    })();
    if (!part.filename) {
      stream.resume();
      continue;
    }
    try {
      await options.onFile(
        { field: part.fieldname, name: cleanFileName(part.filename), bytes: counted, truncated: () => stream.truncated },
        fields,
      );
    } finally {
      stream.resume();
    }
  }
  check();
  return fields;
}
