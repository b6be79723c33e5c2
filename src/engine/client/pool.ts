import type { Message } from '../wire.ts';
import { ChildLost, EngineChild, type ChildOptions, type Limits } from './child-process.ts';

const JOBS_PER_CHILD = 50;
const TIRED_BYTES = 300 * 1024 * 1024;
const REPLY_BYTES = 64 * 1024 * 1024;
/** A request that may take less than the others needs a child that does not hold much already. */
const FREE_SHARE = 0.8;

/** A child per slot, with a warm spare; replaced after some jobs, when it has grown, or after any fault. */
export class Pool {
  readonly #options: ChildOptions;
  readonly #idle: EngineChild[] = [];
  readonly #queue: ((child: EngineChild) => void)[] = [];
  readonly #busy = new Set<EngineChild>();
  readonly #slots: number;
  #closed = false;

  constructor(options: ChildOptions, slots: number) {
    this.#options = options;
    this.#slots = slots;
    this.#warm();
  }

  /** Runs one request in a free child. Throws `ChildLost` when the child did not survive it. */
  async run(build: (child: EngineChild) => Message, limits: Omit<Limits, 'replyBytes'>): Promise<Message> {
    let child = await this.#take();
    if (child.jobs > 0 && child.resident() > limits.residentBytes * FREE_SHARE) {
      this.#busy.delete(child);
      await child.end();
      child = new EngineChild(this.#options, REPLY_BYTES);
      this.#busy.add(child);
    }
    let tired = true;
    try {
      const reply = await child.ask(build(child), { ...limits, replyBytes: REPLY_BYTES });
      tired = reply.header['spent'] === true || child.jobs >= JOBS_PER_CHILD || child.resident() > TIRED_BYTES;
      return reply;
    } finally {
      this.#busy.delete(child);
      if (tired || !child.alive) {
        await child.end();
        this.#warm();
      } else this.#give(child);
    }
  }

  /** Ends every child. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((child) => child.end()));
  }

  #warm(): void {
    if (this.#closed) return;
    const child = new EngineChild(this.#options, REPLY_BYTES);
    this.#give(child);
  }

  #give(child: EngineChild): void {
    const next = this.#queue.shift();
    if (next) {
      this.#busy.add(child);
      next(child);
    } else this.#idle.push(child);
  }

  async #take(): Promise<EngineChild> {
    if (this.#closed) throw new ChildLost(null);
    let child = this.#idle.shift();
    while (child && !child.alive) {
      await child.end();
      child = this.#idle.shift();
    }
    if (!child && this.#busy.size < this.#slots) child = new EngineChild(this.#options, REPLY_BYTES);
    if (!child) return new Promise((resolve) => this.#queue.push(resolve));
    this.#busy.add(child);
    return child;
  }
}
