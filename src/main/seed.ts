import { addMonths, monthOf, parisDate, type CivilMonth } from '#kernel/civil-date.ts';
import type { Id } from '#kernel/ids.ts';
import { parseEmail } from '#domain/accounts/email.ts';
import type { AgentRole } from '#domain/accounts/roles.ts';
import { termsInForce } from '#domain/accounts/terms.ts';
import { payslipWindow, rentWindow } from '#domain/dates/windows.ts';
import { checkCode, currentCodeOf, prepareCodes } from '#features/accounts/agent-codes.ts';
import { declareNoGuarantor, skipTax } from '#features/dossiers/answer-later.ts';
import { saveNames } from '#features/dossiers/save-names.ts';
import { startDossier } from '#features/dossiers/start-dossier.ts';
import { submitDossier } from '#features/dossiers/submit-dossier.ts';
import { createLink } from '#features/links/create-link.ts';
import { savePiece } from '#features/pieces/save-piece.ts';
import { uploadFile } from '#features/pieces/upload-file.ts';
import { awaitProgress } from '#features/pieces/read-progress.ts';
import { claimCase } from '#features/review/claim-case.ts';
import { saveDraft } from '#features/review/drafts.ts';
import { finishCase } from '#features/review/finish-case.ts';
import { readCase } from '#features/review/read-case.ts';
import type { House } from '#features/house.ts';
import { idCard, payslip, rentReceipt, workContract } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE, type SpecimenPerson } from '#specimens/people.ts';
import type { Specimen } from '#specimens/specimen.ts';
import { findAccountByEmail, giveRole, insertAccount, type Role } from '#store/accounts.repository.ts';
import { seedFigures } from './seed-figures.ts';

/** Password of every made-up person. Known to all, so they never exist in production. */
export const SEED_PASSWORD = 'Exemple-2026!';

export const SEED_PEOPLE = {
  halfWay: 'sacha@exemple.test',
  verified: 'camille@exemple.test',
  agent: 'agent@exemple.test',
  referent: 'referent@exemple.test',
  copied: 'mohamed@exemple.test',
} as const;

const FILES_WAIT_MS = 60_000;

async function* once(bytes: Uint8Array) {
  yield bytes;
}

/** An account with `SEED_PASSWORD` and a confirmed address. */
export async function addAccount(house: House, text: string, role: Role): Promise<Id<'account'>> {
  const email = parseEmail(text);
  if (!email) throw new Error(`not an address: ${text}`);
  const id = house.ids.next<'account'>();
  const now = house.clock.now();
  const passwordHash = await house.passwords.hash(SEED_PASSWORD);
  await house.transact(async (tx) => {
    await insertAccount(tx, {
      id,
      email,
      locale: 'fr',
      termsVersion: termsInForce(house.settings.terms, parisDate(now)).id,
      termsAcceptedAt: now,
      lastContactAt: now,
      createdAt: now,
    });
    await tx.updateTable('account').set({ passwordHash, emailVerifiedAt: now }).where('id', '=', id).execute();
    await giveRole(tx, { accountId: id, role, by: null, at: now });
  });
  return id;
}

/** A tenant with their dossier. */
export interface Tenant {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
  readonly personId: Id<'person'>;
}

/** Fills a dossier by the same acts as a person would. */
export class Filling {
  readonly #house: House;
  readonly #who: Tenant;
  readonly #work: () => Promise<void>;

  /** @param work runs the jobs that are waiting, where no worker does */
  constructor(house: House, who: Tenant, work: () => Promise<void> = async () => {}) {
    this.#house = house;
    this.#who = who;
    this.#work = work;
  }

  async names(person: SpecimenPerson): Promise<void> {
    await saveNames(this.#house, {
      ...this.#who,
      firstNames: person.firstNames,
      birthName: person.lastName,
      usedName: '',
      singleName: false,
      postcode: '',
    });
  }

  async piece(
    category: 'identity' | 'home' | 'activity' | 'income' | 'tax',
    situation: string,
    papers: readonly Specimen[],
    amount?: number,
  ): Promise<void> {
    const saved = await savePiece(this.#house, {
      ...this.#who,
      category,
      situation,
      ...(amount === undefined ? {} : { amount }),
    });
    if (!saved.ok) throw new Error(`seed: ${situation}: ${saved.error}`);
    const { pieceId } = saved.value;
    for (const paper of papers)
      await uploadFile(this.#house, { ...this.#who, pieceId, name: paper.name, bytes: once(paper.bytes) });
    await this.#work();
    await awaitProgress(this.#house, pieceId, 'opening', FILES_WAIT_MS);
  }

  /** Everything that a tenant with a salary owes, papers of the right months included; only sending is left. */
  async everything(person: SpecimenPerson): Promise<void> {
    const today = parisDate(this.#house.clock.now());
    const of = (months: readonly CivilMonth[], make: (who: SpecimenPerson, month: CivilMonth) => Promise<Specimen>) =>
      Promise.all(months.map((month) => make(person, month)));
    await this.names(person);
    await this.piece('identity', 'identity.id_card', [await idCard(person)]);
    await this.piece('home', 'home.tenant.receipts', await of(rentWindow(today).asked, rentReceipt));
    await this.piece('activity', 'activity.permanent', [await workContract(person)]);
    await this.piece('income', 'income.salary.over_3_months', await of(payslipWindow(today).asked, payslip), 1912);
    await skipTax(this.#house, this.#who);
    await declareNoGuarantor(this.#house, this.#who);
  }
}

/** An account with a confirmed address and an empty dossier. */
export async function startTenant(house: House, email: string): Promise<Tenant> {
  const accountId = await addAccount(house, email, 'tenant');
  const started = await startDossier(house, { accountId });
  if (!started.ok) throw new Error('seed: no dossier');
  const { dossierId } = started.value;
  const { id: personId } = await house.db
    .selectFrom('person')
    .select('id')
    .where('dossierId', '=', dossierId)
    .executeTakeFirstOrThrow();
  return { accountId, dossierId, personId };
}

async function seedAgent(house: House, email: string, role: AgentRole): Promise<Id<'account'>> {
  const accountId = await addAccount(house, email, role);
  await prepareCodes(house, { accountId });
  const code = await currentCodeOf(house, { accountId });
  if (code) await checkCode(house, { accountId, code });
  return accountId;
}

async function seedVerified(house: House, agent: Id<'account'>): Promise<void> {
  const [camille] = SPECIMEN_PEOPLE;
  const tenant = await startTenant(house, SEED_PEOPLE.verified);
  const { accountId, dossierId } = tenant;
  await new Filling(house, tenant).everything(camille);
  const sent = await submitDossier(house, {
    accountId,
    dossierId,
    message: 'Bonjour, je cherche un deux-pièces calme.',
    sworn: true,
  });
  if (!sent.ok) throw new Error(`seed: submission ${JSON.stringify(sent.error)}`);
  const claimed = await claimCase(house, { accountId: agent });
  if (!claimed.ok) throw new Error('seed: no case');
  const view = await readCase(house, agent, claimed.value.caseId);
  for (const { piece, due } of view?.people.flatMap((owner) => owner.pieces) ?? []) {
    if (due)
      await saveDraft(house, {
        accountId: agent,
        caseId: claimed.value.caseId,
        pieceId: piece.id,
        rev: piece.rev,
        outcome: 'accept',
        reasons: [],
        comment: '',
      });
  }
  await finishCase(house, { accountId: agent, caseId: claimed.value.caseId });
  await createLink(house, {
    accountId,
    dossierId,
    title: 'Agence du Port',
    days: 30,
    door: 'any_address',
    addresses: [],
    send: false,
    message: '',
    copiesAllowed: true,
    acknowledged: true,
  });
}

async function seedHalfWay(house: House): Promise<void> {
  const [, sacha] = SPECIMEN_PEOPLE;
  const last = addMonths(monthOf(parisDate(house.clock.now())), -1);
  const filling = new Filling(house, await startTenant(house, SEED_PEOPLE.halfWay));
  await filling.names(sacha);
  await filling.piece('identity', 'identity.id_card', [await idCard(sacha)]);
  await filling.piece('home', 'home.tenant.receipts', [await rentReceipt(sacha, last)]);
}

/** Somebody who sends a payslip of Camille's on which their own name stands: what a fraud referent is told of. */
async function seedCopied(house: House): Promise<void> {
  const [camille, , , , mohamed] = SPECIMEN_PEOPLE;
  const [month] = payslipWindow(parisDate(house.clock.now())).asked;
  if (!month) return;
  const filling = new Filling(house, await startTenant(house, SEED_PEOPLE.copied));
  await filling.names(mohamed);
  const { street } = camille;
  await filling.piece('income', 'income.salary.over_3_months', [await payslip({ ...mohamed, street }, month)], 1912);
}

/**
 * Puts made-up people in an empty database, once: a tenant half-way, a tenant with a verified dossier and an open link, one whose payslip is also
 * another's, an agent and a fraud referent, each with a second factor. Everything is done by the acts that real people use, papers included; the worker must run.
 */
export async function seed(house: House): Promise<boolean> {
  const known = parseEmail(SEED_PEOPLE.agent);
  if (!known || (await findAccountByEmail(house.db, known))) return false;
  const agent = await seedAgent(house, SEED_PEOPLE.agent, 'reviewer');
  await seedAgent(house, SEED_PEOPLE.referent, 'fraud_referent');
  await seedVerified(house, agent);
  await seedHalfWay(house);
  await seedCopied(house);
  await seedFigures(house);
  return true;
}
