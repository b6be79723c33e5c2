import type { FastifyRequest } from 'fastify';
import { parseId, type Id } from '#kernel/ids.ts';
import { readOwnDossier, type OwnDossier } from '#features/dossiers/read-dossier.ts';
import { may } from '#features/dossiers/api.ts';
import type { House } from '#features/house.ts';
import { accountOf } from '#http/guards.ts';
import { HttpFailure } from '#http/server.ts';
import type { PersonRow, PieceRow } from '#features/dossiers/read-dossier.ts';

export type DossierHouse = Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'random' | 'jobs' | 'vault' | 'secrets' | 'engine'>;

const param = <Noun extends string>(request: FastifyRequest, name: string): Id<Noun> => {
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
