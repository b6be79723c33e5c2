import { z } from 'zod';
import { PAPER_KINDS } from '../findings/facts.ts';
import { LEAST_MAKEUP } from './makeup.ts';

const name = z.string().trim().min(1).max(100);
/** How this is known: who found it, where, when. An entry without it cannot be looked into later. */
const origin = z.string().trim().min(10).max(500);
const numbers = z.array(z.number().int().min(0).max(0xffffffff)).min(LEAST_MAKEUP).max(2000);

const generator = z.strictObject({ name, origin, makeup: z.strictObject({ runs: numbers, places: numbers }) });
const issuer = z.strictObject({
  name,
  origin,
  kind: z.enum(PAPER_KINDS),
  /** All of these stand on its papers; capitals and accents do not count. */
  says: z.array(z.string().trim().min(3).max(200)).min(1).max(10),
  /** One of these stands in the name of the software that makes its files. */
  software: z.array(z.string().trim().min(2).max(100)).min(1).max(10),
});

/** What is known of where papers come from: makers of false papers by their make-up, issuers by the software of their files. */
export const knownOrigins = z.strictObject({
  generators: z.array(generator).max(200).default([]),
  issuers: z.array(issuer).max(200).default([]),
});
export type KnownOrigins = z.output<typeof knownOrigins>;
export type KnownGenerator = KnownOrigins['generators'][number];
export type KnownIssuer = KnownOrigins['issuers'][number];

/**
 * Origins that this project vouches for. None: sites that make false papers keep no public catalogue of what they make, and no issuer publishes which
 * software writes its files. Guessing would accuse honest people. Operators add what they have seen: `docs/forgery.md`.
 */
export const SHIPPED_ORIGINS: KnownOrigins = { generators: [], issuers: [] };

/** Two lists as one. */
export const withOrigins = (a: KnownOrigins, b: KnownOrigins): KnownOrigins => ({
  generators: [...a.generators, ...b.generators],
  issuers: [...a.issuers, ...b.issuers],
});

const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").replace(/\s+/g, ' ').toUpperCase();

/** The issuer whose paper this says it is. @param text of the paper */
export function issuerOf(known: KnownOrigins, kind: string, text: string): KnownIssuer | null {
  const printed = plain(text);
  return known.issuers.find((one) => one.kind === kind && one.says.every((words) => printed.includes(plain(words)))) ?? null;
}

/** True when a file names one of the pieces of software that its issuer uses. @param said producer and creator of the file */
export function isExpected({ software }: KnownIssuer, said: readonly string[]): boolean {
  const named = said.map(plain);
  return software.some((one) => named.some((text) => text.includes(plain(one))));
}
