import type { Id } from '#kernel/ids.ts';
import { fileName, readBlob } from '#features/pieces/api.ts';
import type { House } from '#features/house.ts';

type CollectHouse = Pick<House, 'db' | 'vault' | 'secrets'>;

/** One original of a person, to be read when its turn in the archive comes. */
export interface Original {
  readonly path: string;
  readonly read: () => Promise<Buffer | null>;
}

/** Everything held about the person of an account, nothing about others: texts by file of the archive, and the originals. */
export interface Collected {
  readonly texts: Readonly<Record<string, unknown>>;
  readonly originals: readonly Original[];
}

/**
 * Reads what is held about an account and the person it is. People it fills for, flatmates and guarantors have the same right themselves:
 * nothing of theirs is here. Hashes, keys and addresses of storage are no information about anybody and stay out.
 */
export async function collect(house: CollectHouse, accountId: Id<'account'>): Promise<Collected> {
  const self = await house.db
    .selectFrom('access')
    .select('personId')
    .where('accountId', '=', accountId)
    .where('basis', '=', 'self')
    .where('revokedAt', 'is', null)
    .execute();
  const people = self.map((row) => row.personId);
  const files = await filesOf(house, people);
  return {
    texts: {
      'compte.json': await accountOf(house, accountId),
      'personnes.json': await peopleOf(house, people, files),
      'liens.json': await linksOf(house, accountId),
      'evenements.json': await eventsOf(house, accountId, people),
    },
    originals: files.flatMap((file) =>
      file.wrappedKey === null
        ? []
        : [
            {
              path: `documents/${file.category}/${file.id}-${file.name}`,
              read: () => readBlob(house, file, file.originalAddress, 'original'),
            },
          ],
    ),
  };
}

async function accountOf({ db }: CollectHouse, id: Id<'account'>) {
  return {
    account: await db
      .selectFrom('account')
      .select(['id', 'email', 'emailVerifiedAt', 'locale', 'termsVersion', 'termsAcceptedAt', 'fcIdentity', 'fcIdentityNext'])
      .select(['mutedMails', 'disabledAt', 'deletionDueAt', 'lastContactAt', 'createdAt'])
      .where('id', '=', id)
      .executeTakeFirst(),
    roles: await db.selectFrom('accountRole').select(['role', 'givenAt']).where('accountId', '=', id).execute(),
    sessions: await db
      .selectFrom('session')
      .select(['kind', 'device', 'network', 'createdAt', 'seenAt', 'expiresAt'])
      .where('accountId', '=', id)
      .execute(),
    passkeys: await db.selectFrom('passkey').select(['label', 'createdAt', 'usedAt']).where('accountId', '=', id).execute(),
    mailedLinks: await db
      .selectFrom('mailToken')
      .select(['purpose', 'email', 'createdAt', 'usedAt', 'expiresAt'])
      .where('accountId', '=', id)
      .execute(),
    codes: await db.selectFrom('accountCode').select(['purpose', 'createdAt', 'usedAt']).where('accountId', '=', id).execute(),
    consents: await db
      .selectFrom('consent')
      .select(['purpose', 'textVersion', 'givenAt', 'withdrawnAt'])
      .where('accountId', '=', id)
      .execute(),
    access: await db
      .selectFrom('access')
      .select(['basis', 'rights', 'since', 'until', 'revokedAt'])
      .where('accountId', '=', id)
      .execute(),
    invitations: await db
      .selectFrom('invitation')
      .select(['kind', 'state', 'sentAt', 'answeredAt'])
      .where('invitedBy', '=', id)
      .execute(),
    copiesOfData: await db
      .selectFrom('dataExport')
      .select(['state', 'requestedAt', 'readyAt', 'expiresAt'])
      .where('accountId', '=', id)
      .execute(),
  };
}

const NOBODY = '00000000-0000-7000-8000-000000000000' as Id<'person'>;

async function filesOf(house: CollectHouse, people: readonly Id<'person'>[]) {
  const rows = await house.db
    .selectFrom('file')
    .innerJoin('piece', 'piece.id', 'file.pieceId')
    .selectAll('file')
    .select('piece.category')
    .where('piece.personId', 'in', [NOBODY, ...people])
    .orderBy('file.id')
    .execute();
  return rows.map((row) => ({ ...row, name: fileName(house, row).replace(/[/\\\0]/g, '_') }));
}

async function peopleOf({ db }: CollectHouse, people: readonly Id<'person'>[], files: Awaited<ReturnType<typeof filesOf>>) {
  const ids = [NOBODY, ...people];
  const pieces = await db.selectFrom('piece').selectAll().where('personId', 'in', ids).execute();
  const pieceIds = [NOBODY as string as Id<'piece'>, ...pieces.map((piece) => piece.id)];
  return {
    people: await db.selectFrom('person').selectAll().where('id', 'in', ids).execute(),
    pieces,
    files: files.map(({ id, pieceId, name, type, size, pages, state, code, createdAt, removedAt }) => ({
      ...{ id, pieceId, name, type, size, pages, state, code, createdAt, removedAt },
    })),
    revisions: await db
      .selectFrom('pieceRevision')
      .select(['pieceId', 'rev', 'cause', 'at', 'content', 'note'])
      .where('pieceId', 'in', pieceIds)
      .execute(),
    findings: await db
      .selectFrom('finding')
      .select(['pieceId', 'rev', 'rule', 'outcome', 'level', 'evidence', 'params', 'createdAt'])
      .where('pieceId', 'in', pieceIds)
      .execute(),
    explanations: await db
      .selectFrom('explanation')
      .select(['pieceId', 'rev', 'rule', 'text', 'at'])
      .where('pieceId', 'in', pieceIds)
      .execute(),
    decisions: await db
      .selectFrom('decision')
      .select(['pieceId', 'rev', 'outcome', 'reasons', 'comment', 'declaredAmount', 'checkedAmount', 'kind', 'sealIssuer', 'at'])
      .where('pieceId', 'in', pieceIds)
      .execute(),
    examinations: await db
      .selectFrom('examination')
      .select(['pieceId', 'rev', 'state', 'waitingSince', 'doneAt'])
      .where('pieceId', 'in', pieceIds)
      .execute(),
  };
}

async function linksOf({ db }: CollectHouse, id: Id<'account'>) {
  const links = await db
    .selectFrom('link')
    .select([
      'id',
      'kind',
      'scope',
      'title',
      'door',
      'message',
      'rent',
      'charges',
      'multiple',
      'expiresAt',
      'pausedAt',
      'revokedAt',
    ])
    .select('createdAt')
    .where('madeBy', '=', id)
    .execute();
  const ids = ['00000000-0000-7000-8000-000000000000' as Id<'link'>, ...links.map((link) => link.id)];
  return {
    links,
    addresses: await db.selectFrom('linkAddress').select(['linkId', 'email']).where('linkId', 'in', ids).execute(),
    visits: await db
      .selectFrom('visit')
      .select(['linkId', 'kind', 'recipient', 'network', 'traceCode', 'at'])
      .where((eb) => eb.or([eb('linkId', 'in', ids), eb('accountId', '=', id)]))
      .execute(),
    copies: await db
      .selectFrom('copy')
      .select(['linkId', 'kind', 'recipient', 'traceCode', 'state', 'requestedAt', 'readyAt'])
      .where((eb) => eb.or([eb('linkId', 'in', ids), eb('accountId', '=', id)]))
      .execute(),
    messages: await db.selectFrom('dossier').select(['message', 'messageAt']).where('messageBy', '=', id).execute(),
  };
}

function eventsOf({ db }: CollectHouse, id: Id<'account'>, people: readonly Id<'person'>[]) {
  return db
    .selectFrom('event')
    .select(['type', 'at'])
    .where((eb) => eb.or([eb('actor', '=', id), eb('personId', 'in', [NOBODY, ...people])]))
    .orderBy('at')
    .execute();
}
