import { nextWait } from './look-again.ts';

/**
 * Reloads a page once what it waits for is ready: asks the address in `data-refresh`, soon at first, then less and less often, at least
 * every second or every `data-refresh-seconds`, instead of reloading blindly.
 */
const place = document.querySelector<HTMLElement>('[data-refresh]');
const address = place?.dataset['refresh'];
const atMostMs = Number(place?.dataset['refreshSeconds'] ?? 1) * 1000;
if (address) {
  document.querySelector('meta[http-equiv="refresh"]')?.remove();
  const askAfter = (waitMs: number) => setTimeout(() => void ask(waitMs), waitMs);
  const ask = async (waitedMs: number) => {
    try {
      const answer = await fetch(address, { headers: { accept: 'application/json' } });
      const { pending } = (await answer.json()) as { pending: boolean };
      if (!pending) return location.reload();
    } catch {
      // The network is away: the next round asks again.
    }
    askAfter(nextWait(waitedMs, atMostMs));
  };
  askAfter(nextWait(null, atMostMs));
}
