import { isWordKey, type WordKey } from '#i18n/translate.ts';

export type NoticeKind = 'success' | 'info' | 'warning' | 'error';

/** What to say once on the next page: a key, so that it is said in the language of that page and holds no text of anybody. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly key: WordKey;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Reads what a session keeps; `null` when it is not one of ours, e.g. after a key has gone. Parameters are shown as text only. */
export function readNotice(kept: Readonly<Record<string, unknown>> | null | undefined): Notice | null {
  if (!kept) return null;
  const { kind, key, params } = kept;
  if (typeof key !== 'string' || !isWordKey(key)) return null;
  if (kind !== 'success' && kind !== 'info' && kind !== 'warning' && kind !== 'error') return null;
  const read: Record<string, string | number> = {};
  if (typeof params === 'object' && params !== null) {
    for (const [name, value] of Object.entries(params as Readonly<Record<string, unknown>>)) {
      if (typeof value === 'string' || typeof value === 'number') read[name] = value;
    }
  }
  return { kind, key, params: read };
}
