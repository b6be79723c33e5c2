import { untilReady } from './look-again.ts';

/** Reloads a page once what it waits for is ready, by the address in `data-refresh`, instead of reloading blindly. */
const address = document.querySelector<HTMLElement>('[data-refresh]')?.dataset['refresh'];
if (address) {
  document.querySelector('meta[http-equiv="refresh"]')?.remove();
  const isPending = async () => {
    const answer = await fetch(address, { headers: { accept: 'application/json' } });
    return ((await answer.json()) as { pending: boolean }).pending;
  };
  void untilReady(isPending).then(() => location.reload());
}
