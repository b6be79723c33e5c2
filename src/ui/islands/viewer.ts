/**
 * The page viewer of the console: zoom, turn, and keys. J and K go to the next and previous document, A accepts, R refuses, + and - zoom,
 * 0 fits, T turns. Keys sleep while somebody types in a field, and with Ctrl, Alt or Meta, which belong to the browser.
 */
const ZOOMS = [100, 150, 200, 300] as const;
const ASLEEP = 'viewer-keys-asleep';
const place = document.querySelector<HTMLElement>('[data-island="viewer"]');

/** Where the pages stand now. Turns are quarter turns to the right; the stylesheet holds every state, since nothing may be inline. */
let zoom = 0;
let turn = 0;

function show(pages: HTMLElement): void {
  pages.dataset['zoom'] = String(ZOOMS[zoom]);
  pages.dataset['turn'] = String(turn * 90);
  // An enlarged page scrolls, by the keyboard as well.
  for (const page of pages.querySelectorAll('figure')) page.tabIndex = zoom > 0 ? 0 : -1;
}

function zoomBy(pages: HTMLElement, step: number): void {
  zoom = Math.min(ZOOMS.length - 1, Math.max(0, zoom + step));
  show(pages);
}

function goTo(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.df-console nav a[href]')];
  const here = links.findIndex((link) => link.hasAttribute('aria-current'));
  links[here + step]?.click();
}

/** Ticks a decision. Refusing opens the reasons and goes there; saving stays a gesture of its own. */
function decide(outcome: 'accept' | 'refuse'): void {
  const choice = document.querySelector<HTMLInputElement>(`#decision-${outcome}`);
  if (!choice) return;
  choice.checked = true;
  const reasons = choice.form?.querySelector('details');
  if (reasons) reasons.open = outcome === 'refuse';
  if (outcome === 'refuse') reasons?.querySelector<HTMLElement>('input')?.focus();
  else choice.form?.querySelector<HTMLElement>('button[type="submit"]')?.focus();
}

const typesText = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(target.type)));

if (place) {
  const keys: Readonly<Record<string, () => void>> = {
    j: () => goTo(1),
    k: () => goTo(-1),
    a: () => decide('accept'),
    r: () => decide('refuse'),
    '+': () => zoomBy(place, 1),
    '=': () => zoomBy(place, 1),
    '-': () => zoomBy(place, -1),
    '0': () => zoomBy(place, -ZOOMS.length),
    t: () => {
      turn = (turn + 1) % 4;
      show(place);
    },
  };
  const { zoomIn, zoomOut, rotate, keys: help } = place.dataset;
  const tools = document.createElement('div');
  tools.className = 'df-viewer-tools';
  const buttons = [
    [zoomIn, '+'],
    [zoomOut, '-'],
    [rotate, 't'],
  ] as const;
  for (const [label, key] of buttons) {
    if (!label) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'fr-btn fr-btn--secondary';
    button.textContent = label;
    button.addEventListener('click', () => keys[key]?.());
    tools.append(button);
  }
  // Keys of one letter can be put to sleep (WCAG 2.1.4): speech input would set them off.
  const awake = document.createElement('input');
  awake.type = 'checkbox';
  awake.checked = localStorage.getItem(ASLEEP) === null;
  awake.addEventListener('change', () => (awake.checked ? localStorage.removeItem(ASLEEP) : localStorage.setItem(ASLEEP, 'yes')));
  const label = document.createElement('label');
  label.className = 'fr-hint-text';
  label.append(awake, ` ${help ?? ''}`);
  tools.append(label);
  place.prepend(tools);
  document.addEventListener('keydown', (event) => {
    if (!awake.checked || event.ctrlKey || event.altKey || event.metaKey || typesText(event.target)) return;
    const act = keys[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
export {};
