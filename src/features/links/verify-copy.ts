import { createHash } from 'node:crypto';
import { z } from 'zod';
import { linkState } from '#domain/links/rules.ts';
import { parseTraceCode } from '#domain/links/trace-code.ts';
import type { House } from '#features/house.ts';
import { countPublic } from '#features/stats/api.ts';

export type Verdict = 'genuine' | 'outdated' | 'revoked' | 'altered' | 'unknown';

const issuedFacts = z.object({
  at: z.string(),
  verified: z.boolean(),
  checked: z.number(),
  total: z.number(),
  kind: z.string(),
  income: z.number(),
  names: z.array(z.string()),
});
export type IssuedFacts = z.infer<typeof issuedFacts>;

export interface Verification {
  readonly verdict: Verdict;
  /** What the copy said when it was issued, names masked; `null` when unknown. */
  readonly issued: IssuedFacts | null;
  /** The file itself was compared, not only its code. */
  readonly compared: boolean;
}

/**
 * Says whether a copy is genuine: by its code, and by its bytes when the file is given. A known code whose file differs is altered,
 * whatever else is true.
 * @param file bytes of the PDF; read here, kept nowhere
 */
export async function verifyCopy(
  house: Pick<House, 'db' | 'clock'>,
  input: { code: string; file: Uint8Array | null },
): Promise<Verification> {
  const answer = await judge(house, input);
  await countPublic(house, `verify.${answer.verdict}`);
  return answer;
}

async function judge(
  house: Pick<House, 'db' | 'clock'>,
  input: { code: string; file: Uint8Array | null },
): Promise<Verification> {
  const compared = input.file !== null;
  const code = parseTraceCode(input.code);
  const copies = code
    ? await house.db.selectFrom('copy').selectAll().where('traceCode', '=', code).where('readyAt', 'is not', null).execute()
    : [];
  const [copy] = copies;
  if (!copy) return { verdict: 'unknown', issued: null, compared };
  const facts = issuedFacts.safeParse(copy.issued);
  const issued = facts.success ? facts.data : null;
  const digest = input.file && createHash('sha256').update(input.file).digest();
  if (digest && !copies.some((one) => one.sha256?.equals(digest))) return { verdict: 'altered', issued, compared };
  const link = copy.linkId
    ? await house.db.selectFrom('link').selectAll().where('id', '=', copy.linkId).executeTakeFirst()
    : undefined;
  const dossier = copy.dossierId
    ? await house.db
        .selectFrom('dossier')
        .select(['contentRev', 'status', 'closedAt'])
        .where('id', '=', copy.dossierId)
        .executeTakeFirst()
    : undefined;
  const state = link ? linkState(link, house.clock.now()) : 'revoked';
  if (!dossier || dossier.closedAt || dossier.status === 'archived' || state === 'revoked')
    return { verdict: 'revoked', issued, compared };
  return { verdict: state === 'expired' || dossier.contentRev !== copy.contentRev ? 'outdated' : 'genuine', issued, compared };
}

/** The code printed in the metadata of one of our PDFs, or `null`. */
export function codeInPdf(file: Uint8Array): string | null {
  const text = Buffer.from(file).toString('latin1');
  for (const match of text.matchAll(/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}/g)) {
    const code = parseTraceCode(match[0]);
    if (code) return code;
  }
  return null;
}
