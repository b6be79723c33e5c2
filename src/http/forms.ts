import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isWordKey, type WordKey } from '#i18n/translate.ts';

/** Messages by field, in the person's language. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What was typed, to show it again. Passwords are never in it. */
export type Typed = Readonly<Record<string, string>>;

export type Form<Value> =
  | { readonly ok: true; readonly value: Value; readonly typed: Typed }
  | { readonly ok: false; readonly errors: FieldErrors; readonly typed: Typed };

const SECRET = /password|code/i;

/**
 * Reads a form against a schema. Messages of the schema are word keys; anything else becomes a general "check this field".
 * Fields sent several times arrive as arrays only when the schema asks for one.
 */
export function readForm<Schema extends z.ZodType>(request: FastifyRequest, schema: Schema): Form<z.output<Schema>> {
  const body = typeof request.body === 'object' && request.body !== null ? (request.body as Record<string, unknown>) : {};
  const typed: Record<string, string> = {};
  for (const [name, value] of Object.entries(body)) {
    if (name !== '_csrf' && !SECRET.test(name)) typed[name] = Array.isArray(value) ? value.join(',') : String(value);
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data, typed };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.') || 'form';
    const key: WordKey = isWordKey(issue.message) ? issue.message : 'http.field_wrong';
    errors[field] ??= request.t(key);
  }
  return { ok: false, errors, typed };
}

/** A tick box: present or absent. */
export const ticked = z.preprocess((value) => value === 'on' || value === 'true' || value === '1', z.boolean());

/** Several boxes of one name. */
export const severalTexts = z.preprocess((value) => listOf(value), z.array(z.string().max(200)).max(200));

const listOf = (value: unknown): readonly unknown[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
};
