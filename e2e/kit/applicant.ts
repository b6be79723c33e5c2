import type { SpecimenPerson } from '#specimens/people.ts';
import { Client, type Answer } from './client.ts';
import { inMail } from './mails.ts';
import type { Program } from './program.ts';

/** Password of everybody the walks make. */
export const PASSWORD = 'trois-Girafes-2-vélos';
const DOCUMENTS_FORM = /action="([^"]+\/fichiers)"/;

/** Somebody who fills in a dossier by its forms, as a browser without script would, but without windows. */
export class Applicant {
  readonly client: Client;
  readonly #program: () => Program;
  readonly #email: string;
  #dossier = '';

  /** @param from address to be taken for, see `Client` */
  constructor(program: () => Program, email: string, from: string | null = null) {
    this.#program = program;
    this.#email = email;
    this.client = new Client(program, from);
  }

  /** Where the questions of this person begin: `/dossiers/<id>/<id>`. */
  get dossier(): string {
    return this.#dossier;
  }

  /** Opens an account, confirms its address, says who they are. */
  async signUp(who: SpecimenPerson): Promise<void> {
    await this.client.get('/inscription');
    await this.client.post('/inscription', { email: this.#email, password: PASSWORD, terms: 'on' });
    const confirm = await inMail(this.#program(), this.#email, /(\/inscription\/confirmer\/[\w-]{43})/);
    await this.client.get(confirm);
    await this.client.post(confirm);
    const { location } = await this.client.get('/dossier');
    const { body } = await this.client.get(location ?? '');
    this.#dossier = (/href="([^"]+)\/etat-civil"/.exec(body)?.[1] ?? '').replace(/\/$/, '');
    await this.#send(`${this.#dossier}/etat-civil`, { firstNames: who.firstNames, birthName: who.lastName });
  }

  /** Answers the question of a category. @returns the page of the answer, and the address that takes its documents */
  async answer(slug: string, fields: Readonly<Record<string, string>>): Promise<{ page: string; documents: string }> {
    const { location } = await this.#send(`${this.#dossier}/${slug}`, fields);
    const page = location ?? '';
    return { page, documents: DOCUMENTS_FORM.exec((await this.client.get(page)).body)?.[1] ?? '' };
  }

  /** Says that nobody stands surety, which ends the questions. */
  async withoutGuarantor(): Promise<void> {
    await this.#send(`${this.#dossier}/garants`, { answer: 'none' });
  }

  /** Makes a link that anybody who has it may open, and take copies by. @returns its path */
  async makeLink(): Promise<string> {
    const links = `${this.#dossier.split('/').slice(0, 3).join('/')}/liens`;
    await this.#send(`${links}/nouveau`, { title: 'Agence', days: '30', door: 'none', copies: 'on', acknowledged: 'on' });
    return /value="[^"]*(\/consulter\/[\w-]+)"/.exec((await this.client.get(links)).body)?.[1] ?? '';
  }

  /** Opens a form and sends it. Throws when it is not taken. */
  async #send(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    await this.client.get(path);
    const answer = await this.client.post(path, fields);
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`);
    return answer;
  }
}
