import type { Program } from './program.ts';

/** An answer of the service, read to its end. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** Where a redirect leads. */
  readonly location: string | null;
  readonly type: string;
}

/** Somebody at a program instead of a browser: keeps cookies, sends the form token of the last page. For what is quicker without windows. */
export class Client {
  readonly #program: () => Program;
  readonly #from: string | null;
  readonly #cookies = new Map<string, string>();
  #token = '';

  /**
   * @param program the one that runs now: another after a crash
   * @param from address to be taken for, by a program that trusts its proxy; this machine's when left out
   */
  constructor(program: () => Program, from: string | null = null) {
    this.#program = program;
    this.#from = from;
  }

  /** Opens a page. */
  get(path: string): Promise<Answer> {
    return this.#send(path, { method: 'GET' });
  }

  /** Sends a form. */
  post(path: string, fields: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.#send(path, { method: 'POST', body: new URLSearchParams({ _csrf: this.#token, ...fields }) });
  }

  /**
   * Sends one document as the script of the upload form does. Rejects when the service is not there or goes away meanwhile.
   * @param key sent again with each new try of the same document
   * @param password opens a locked document
   * @returns the code of its result
   */
  async upload(path: string, key: string, name: string, bytes: Uint8Array, password?: string): Promise<string> {
    const form = new FormData();
    form.append('_csrf', this.#token);
    form.append('key', key);
    if (password !== undefined) form.append('password', password);
    form.append('documents', new Blob([new Uint8Array(bytes)]), name);
    const { status, body } = await this.#send(path, { method: 'POST', body: form, headers: { accept: 'application/json' } });
    if (status !== 200) return `status ${status}`;
    return (JSON.parse(body) as { results: { code: string }[] }).results[0]?.code ?? 'nothing';
  }

  /** Fetches a picture. @returns its bytes; `null` when it is not there */
  picture(path: string): Promise<Buffer | null> {
    return this.#bytes(path, 'image/jpeg');
  }

  /** Fetches a PDF. @returns its bytes; `null` when it is not there, or not yet */
  pdf(path: string): Promise<Buffer | null> {
    return this.#bytes(path, 'application/pdf');
  }

  /** Asks whether what a page waits for is still under way, as its script does. */
  async isPending(path: string): Promise<boolean> {
    return (JSON.parse((await this.get(path)).body) as { pending: boolean }).pending;
  }

  async #bytes(path: string, type: string): Promise<Buffer | null> {
    const response = await this.#fetch(path, { method: 'GET' });
    const bytes = Buffer.from(await response.arrayBuffer());
    return response.status === 200 && response.headers.get('content-type') === type ? bytes : null;
  }

  async #send(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Answer> {
    const response = await this.#fetch(path, init);
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const body = await response.text();
    this.#token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? this.#token;
    const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
    return { status: response.status, body, location: response.headers.get('location'), type };
  }

  #fetch(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
    return fetch(`${this.#program().base}${path}`, {
      ...init,
      redirect: 'manual',
      headers: {
        ...init.headers,
        ...(this.#from ? { 'x-forwarded-for': this.#from } : {}),
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'accept-language': 'fr',
      },
    });
  }
}
