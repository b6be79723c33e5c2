import { DAY_MS, MINUTE_MS } from '#kernel/clock.ts';
import { mailChoiceOf } from '#features/accounts/api.ts';
import type { Composer, ComposerHouse, Letter } from '#features/composer.ts';
import type { House } from '#features/house.ts';
import { formats } from '#i18n/format.ts';
import { translator } from '#i18n/translate.ts';
import { layOut } from '#mails/layout.ts';
import { dueMails, markMail } from '#store/outbox.repository.ts';

const TRIES = 8;
const BATCH = 20;

/** Wait before the next try: 1 min, then five times longer each time, to a day at most. @param tries failed so far, from 1 */
export function waitAfter(tries: number): number {
  return Math.min(MINUTE_MS * 5 ** (tries - 1), DAY_MS);
}

/** What became of the mails that were due. */
export interface Delivery {
  readonly sent: number;
  /** Nothing left to say: their cause is gone, or their readers turned them off. */
  readonly void: number;
  /** To be tried again. */
  readonly failed: number;
  /** Given up after eight tries; kept and shown to administrators. */
  readonly dead: number;
}

/**
 * Writes and sends the mails whose time has come. A failure delays that mail only. Each letter keeps one message id over all tries
 * of its row, so that one delivered twice shows once.
 * @param composers by topic
 */
export async function deliverDueMails(
  house: ComposerHouse & Pick<House, 'mailer'>,
  composers: Readonly<Record<string, Composer>>,
): Promise<Delivery> {
  const counts = { sent: 0, void: 0, failed: 0, dead: 0 };
  for (const row of await dueMails(house.db, house.clock.now(), BATCH)) {
    try {
      const compose = composers[row.topic];
      if (!compose) throw new Error(`no composer for ${row.topic}`);
      const letters = [(await compose(house, row.payload)) ?? []].flat();
      let leaving = 0;
      for (const letter of letters) {
        const choice = await mailChoiceOf(house, { to: letter.to, topic: row.topic });
        if (choice.muted) continue;
        await house.mailer.send(write(house, row.id, letter, choice.stopToken));
        leaving += 1;
      }
      const state = leaving > 0 ? 'sent' : 'void';
      await markMail(house.db, row.id, { state, at: house.clock.now() });
      counts[state] += 1;
    } catch (error) {
      const now = house.clock.now();
      const tries = row.tries + 1;
      const failure = failureOf(error);
      if (tries >= TRIES) {
        await markMail(house.db, row.id, { state: 'dead', at: now, failure });
        counts.dead += 1;
      } else {
        await markMail(house.db, row.id, { state: 'waiting', nextAt: new Date(now.getTime() + waitAfter(tries)), failure });
        counts.failed += 1;
      }
    }
  }
  return counts;
}

/** What went wrong without saying to whom: mail servers repeat addresses in their answers. */
function failureOf(error: unknown): string {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return message.replace(/\S+@\S+/g, '…@…').slice(0, 300);
}

function write(house: ComposerHouse, id: string, letter: Letter, stopToken: string | null) {
  const { baseUrl, serviceName, feedback } = house.settings;
  const t = translator(letter.locale);
  const stop = stopToken && `${baseUrl}/ne-plus-recevoir/${stopToken}`;
  const said = { locale: letter.locale, t, format: formats(letter.locale), serviceName, baseUrl };
  const frame = { ...said, feedback: feedback.tenant, stop };
  return {
    to: letter.to,
    ...layOut(frame, letter.content(frame)),
    ...(letter.replyTo ? { replyTo: letter.replyTo } : {}),
    ...(stop ? { unsubscribe: stop } : {}),
    messageId: `<${id}.${recipientMark(house, letter.to)}@${new URL(baseUrl).hostname}>`,
  };
}

/** Tells the letters of one row apart without naming anybody. */
function recipientMark(house: ComposerHouse, to: string): string {
  return house.secrets.keyedHash('message_id', to).toString('hex').slice(0, 12);
}
