import type { Fresh, Situation } from '../catalogue/situation.ts';

const papers = (row: Situation) => row.anyOf.flat();

/** True when files can be in the piece. */
export function hasFiles(row: Situation): boolean {
  return row.limits.files[1] > 0;
}

/** True when a statement of the service can stand instead of files. */
export function hasStatement(row: Situation): boolean {
  return row.without === 'statement';
}

/** True when a text can stand instead of files, or goes with a statement. */
export function isText(row: Situation): boolean {
  return row.without === 'text' || row.text !== undefined;
}

/** True when some accepted paper follows one of these rules of date. */
export function dated(row: Situation, ...fresh: readonly Fresh[]): boolean {
  return papers(row).some((paper) => fresh.includes(paper.fresh));
}

/** True when some accepted paper must be signed. */
export function signedPaper(row: Situation): boolean {
  return papers(row).some((paper) => paper.signed === true);
}

/** True when the activity is proved by a contract or an order that can end. */
export function contracts(row: Situation): boolean {
  return row.category === 'activity' && dated(row, 'ongoing');
}

/** A predicate: the situation is one of these keys, or under one of them (`income.salary` holds `income.salary.not_yet`). */
export function comesFrom(...keys: readonly string[]): (row: Situation) => boolean {
  return (row) => keys.some((key) => row.key === key || row.key.startsWith(`${key}.`));
}
