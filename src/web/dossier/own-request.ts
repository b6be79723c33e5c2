import type { FastifyRequest } from 'fastify';
import { parseId, type Id } from '#kernel/ids.ts';
import { readOwnDossier, type OwnDossier } from '#features/dossiers/read-dossier.ts';
import { may } from '#features/dossiers/api.ts';
import { onlyHelps } from '#features/dossiers/membership.ts';
import type { House } from '#features/house.ts';
import { accountOf } from '#http/guards.ts';
import { HttpFailure } from '#http/server.ts';
import type { Frame } from '#ui/frame.ts';
import type { PersonRow, PieceRow } from '#features/dossiers/read-dossier.ts';
import { nameOf } from './dossier-view.ts';

export type DossierHouse = Pick<
  House,
  'db' | 'transact' | 'clock' | 'ids' | 'random' | 'jobs' | 'vault' | 'secrets' | 'engine' | 'settings'
>;

/** An id of the address; anything else is "no such page". */
export const param = <Noun extends string>(request: FastifyRequest, name: string): Id<Noun> => {
  const id = parseId<Noun>((request.params as Readonly<Record<string, unknown>>)[name]);
  if (!id) throw new HttpFailure(404);
  return id;
};

/** The dossier of the address, for the account of the request; anybody else's is "no such page". */
export async function ownOf(request: FastifyRequest, house: Pick<House, 'db' | 'clock'>): Promise<OwnDossier> {
  const account = accountOf(request);
  const own = await readOwnDossier(house, account.id, param<'dossier'>(request, 'dossier'));
  if (!own) throw new HttpFailure(404);
  return own;
}

/** The person of the address, whom the account may fill for. */
export function personOf(request: FastifyRequest, own: OwnDossier): PersonRow {
  const id = param<'person'>(request, 'person');
  const person = own.rows.persons.find((one) => one.id === id);
  if (!person || !may(own.membership, id, 'fill')) throw new HttpFailure(404);
  return person;
}

/** The piece of the address, of that person. */
export function pieceOf(request: FastifyRequest, own: OwnDossier, person: PersonRow): PieceRow {
  const id = param<'piece'>(request, 'piece');
  const piece = own.rows.pieces.find((one) => one.id === id && one.personId === person.id);
  if (!piece) throw new HttpFailure(404);
  return piece;
}

/** The file of the address. Whether it belongs to the piece is checked by the act. */
export function fileIdOf(request: FastifyRequest): Id<'file'> {
  return param<'file'>(request, 'file');
}

/** True when this part is the account's own: questions say "you". */
export function isSelf(own: OwnDossier, person: PersonRow): boolean {
  return own.membership.persons.get(person.id)?.basis === 'self';
}

/** What a page of a dossier knows of its request; it names whose dossier a helper is in, and whose part is filled for somebody. */
export function frameFor(request: FastifyRequest, own: OwnDossier, person?: PersonRow): Frame {
  const frame = request.frame();
  const { t } = request;
  const helped = own.rows.persons.find((one) => own.membership.persons.get(one.id)?.role === 'tenant');
  if (helped && onlyHelps(own.membership)) return { ...frame, whose: t('people.helping', { name: nameOf(helped, t) }) };
  if (!person || person.guarantorKind === 'organism' || isSelf(own, person)) return frame;
  const key = person.role === 'guarantor' ? 'people.part_of_guarantor' : 'people.part_of';
  return { ...frame, whose: t(key, { name: nameOf(person, t) }) };
}

/** True when the account leads the dossier, or fills for who leads it: it alone changes who is in it. */
export function mayCompose(own: OwnDossier): boolean {
  const leadId = own.rows.dossier.leadPersonId;
  const basis = leadId ? own.membership.persons.get(leadId)?.basis : undefined;
  return basis === 'self' || basis === 'declarant';
}
