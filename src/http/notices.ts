import { isWordKey, type WordKey, type WordParams } from '#i18n/translate.ts';

export type NoticeKind = 'success' | 'info' | 'warning' | 'error';

/** What to say once on the next page: a key, so that it is said in the language of that page and holds no text of anybody. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly key: WordKey;
  readonly params?: Readonly<Record<string, string | number>>;
}

export const NOTICE_COOKIE = 'notice';

/** A notice as a cookie value. */
export function encodeNotice(notice: Notice): string {
  return Buffer.from(JSON.stringify(notice)).toString('base64url');
}

/** Reads the cookie; `null` when it is not one of ours. Parameters are shown as text only. */
export function decodeNotice(value: string | undefined): Notice | null {
  if (!value || value.length > 1000) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
    if (typeof read !== 'object' || read === null || !('kind' in read) || !('key' in read)) return null;
    const { kind, key } = read;
    if (typeof key !== 'string' || !isWordKey(key)) return null;
    if (kind !== 'success' && kind !== 'info' && kind !== 'warning' && kind !== 'error') return null;
    const params: Record<string, string | number> = {};
    if ('params' in read && typeof read.params === 'object' && read.params !== null) {
      for (const [name, text] of Object.entries(read.params as WordParams)) {
        if (typeof text === 'string' || typeof text === 'number') params[name] = text;
      }
    }
    return { kind, key, params };
  } catch {
    return null;
  }
}
