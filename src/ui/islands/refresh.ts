/** Reloads a page once what it waits for is ready: asks the address in `data-refresh` every second instead of reloading blindly. */
const place = document.querySelector<HTMLElement>('[data-refresh]');
const address = place?.dataset['refresh'];
if (address) {
  document.querySelector('meta[http-equiv="refresh"]')?.remove();
  const ask = async () => {
    try {
      const answer = await fetch(address, { headers: { accept: 'application/json' } });
      const { pending } = (await answer.json()) as { pending: boolean };
      if (!pending) return location.reload();
    } catch {
      // The network is away: the next round asks again.
    }
    setTimeout(() => void ask(), 1000);
  };
  setTimeout(() => void ask(), 1000);
}
export {};
