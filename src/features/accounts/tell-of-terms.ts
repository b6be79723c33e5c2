import { sql } from 'kysely';
import { termsToTell, type TermsVersion } from '#domain/accounts/terms.ts';
import { parisDate } from '#kernel/civil-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import { enqueueMail } from '#store/outbox.repository.ts';

const KIND = 'terms.changed';
const BATCH = 200;

type TellHouse = Pick<House, 'transact' | 'clock' | 'ids' | 'settings'>;

/**
 * Tells every account of a coming change of substance of the terms of use, once each, from fifteen days before on. Due and not yet sent:
 * an outage delays a mail, never loses or doubles it. Who accepted that version or a later one, or is leaving, is not told.
 * @returns number of mails written
 */
export async function tellOfTerms(house: TellHouse): Promise<number> {
  const version = termsToTell(house.settings.terms, parisDate(house.clock.now()));
  if (!version) return 0;
  let told = 0;
  for (let batch = BATCH; batch === BATCH; told += batch) batch = await tellSome(house, version);
  return told;
}

function tellSome(house: TellHouse, version: TermsVersion): Promise<number> {
  const now = house.clock.now();
  const { terms } = house.settings;
  const since = new Date(`${version.from}T00:00:00Z`);
  const asNew = sql.join(terms.slice(terms.indexOf(version)).map(({ id }) => id));
  return house.transact(async (tx) => {
    const noted = await sql<{ id: Id<'account'> }>`
      insert into notice_sent (subject_id, kind, about, sent_at)
      select account.id, ${KIND}, ${since}::timestamptz, ${now}::timestamptz from account
      where account.email is not null and account.disabled_at is null and account.deletion_due_at is null
        and account.terms_version not in (${asNew})
        and not exists (
          select from notice_sent where notice_sent.subject_id = account.id and notice_sent.kind = ${KIND} and notice_sent.about = ${since})
      order by account.id
      limit ${BATCH}
      on conflict do nothing
      returning subject_id as id`.execute(tx);
    for (const { id } of noted.rows) {
      const payload = { accountId: id, version: version.id };
      await enqueueMail(tx, { id: house.ids.next(), topic: KIND, payload, about: id, at: now });
    }
    return noted.rows.length;
  });
}
