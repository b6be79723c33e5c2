/** The service keeps an answer back until there is news, some seconds at most; should it not, it is not asked more often than this. */
const ASK_EVERY_MS = 300;
/** When the network is away. */
const ASK_AFTER_FAULT_MS = 2000;

/**
 * Asks whether something is ready until it is.
 * @param isPending one question; the answer may be kept back, and it may fail
 */
export async function untilReady(isPending: () => Promise<boolean>): Promise<void> {
  for (;;) {
    const least = new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    try {
      if (!(await isPending())) return;
      await least;
    } catch {
      // The network is away: the next round asks again.
      await new Promise((resolve) => setTimeout(resolve, ASK_AFTER_FAULT_MS));
    }
  }
}
