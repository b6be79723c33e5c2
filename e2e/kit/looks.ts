import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// Looks that run in the page. Texts, because browser globals exist in islands only.

/** The accessibility checker, to be run in a page before `VIOLATIONS` of whoever uses it. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Language and direction of the page, and how many titles it has. */
export const LANGUAGE = `({
  lang: document.documentElement.lang,
  dir: document.documentElement.dir,
  titles: document.querySelectorAll('h1').length,
})`;

/** What makes the page scroll sideways: nothing when it does not. */
export const STICKS_OUT = `document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth ? [] :
  [...document.querySelectorAll('body *')]
    .filter((one) => { const box = one.getBoundingClientRect(); return one.checkVisibility({ contentVisibilityAuto: true }) && (box.right > innerWidth + 1 || box.left < -1); })
    .map((one) => one.localName + '.' + (one.getAttribute('class') || '')).slice(0, 8).concat('the page is wider than the screen')`;

/**
 * Text that does not fit where it stands: cut by its box, lying on other text, or in a box that scrolls sideways and that a keyboard
 * cannot reach or a screen reader cannot name (WCAG 1.4.4, 1.4.10, 1.4.12). Two texts lie on each other when the lines of one cover
 * half of the other's: the boxes of neighbouring lines touch in any font.
 */
export const MISFITS = `(() => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  const say = (one) => one.localName + '.' + (one.getAttribute('class') || '') + ' « ' + one.textContent.trim().slice(0, 60) + ' »';
  const faults = [];
  for (const one of document.querySelectorAll('body *')) {
    const style = getComputedStyle(one);
    if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
    if (!shown(one) || style.clipPath !== 'none' || one.matches('select, input, textarea, svg')) continue;
    const wide = one.scrollWidth > one.clientWidth + 1;
    const high = one.scrollHeight > one.clientHeight + 1;
    if ((wide && /hidden|clip/.test(style.overflowX)) || (high && /hidden|clip/.test(style.overflowY))) faults.push('cut: ' + say(one));
    if ((wide && /auto|scroll/.test(style.overflowX)) || (high && /auto|scroll/.test(style.overflowY)))
      if (one.tabIndex < 0 || !(one.getAttribute('aria-label') || one.getAttribute('aria-labelledby')))
        faults.push('scrolls without a name or out of reach of the keyboard: ' + say(one));
  }
  const lines = [];
  // What scrolls shows only what lies within its box.
  const scrolls = '.fr-table, [data-zoom]';
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement;
    if (!text.data.trim() || !shown(parent) || parent.closest('.fr-sr-only, .fr-skiplinks, option, svg, script')) continue;
    if (getComputedStyle(parent.closest('thead') || parent).clipPath !== 'none') continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const place = parent.closest(scrolls)?.getBoundingClientRect();
    for (const { left, right, top, bottom, height } of range.getClientRects()) {
      const box = { left: Math.max(left, place?.left ?? left), right: Math.min(right, place?.right ?? right), top, bottom, height };
      if (box.right - box.left > 4 && height > 4) lines.push({ box, text });
    }
  }
  lines.sort((one, other) => one.box.top - other.box.top);
  lines.forEach((one, index) => {
    for (let at = index + 1; at < lines.length && lines[at].box.top < one.box.bottom; at += 1) {
      const other = lines[at];
      if (other.text === one.text) continue;
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (wide > 4 && high > Math.min(one.box.height, other.box.height) / 2)
        faults.push('on each other: « ' + one.text.data.trim().slice(0, 40) + ' » « ' + other.text.data.trim().slice(0, 40) + ' »');
    }
  });
  return [...new Set(faults)].slice(0, 8);
})()`;

/** French sentences in a page of another language: text and names outside what says that it is French, or somebody's own words. */
export const FRENCH_SENTENCES = `(() => {
  const FRENCH = /(?<![\\p{L}])(?:le|la|les|des|du|une|et|vous|votre|vos|est|dans|pour|sur|avec|pas|qui|que|ne|ce|cette|au|aux)(?![\\p{L}])/giu;
  const isFrench = (text) => (text.match(FRENCH) || []).length >= 2;
  const own = '[lang]:not(html), bdi, code, blockquote[dir], textarea, script';
  const found = [];
  const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    if (isFrench(text.data) && !text.parentElement.closest(own)) found.push(text.data.trim().slice(0, 80));
  for (const one of document.querySelectorAll('[aria-label], [title], [alt], [placeholder]'))
    if (!one.closest(own))
      for (const name of ['aria-label', 'title', 'alt', 'placeholder'])
        if (isFrench(one.getAttribute(name) || '')) found.push(name + ': ' + one.getAttribute(name).slice(0, 80));
  return found.slice(0, 8);
})()`;

/** Lines of a summary of errors that say the same of two fields: who reads them alone cannot tell which is meant. */
export const SAME_ERRORS = `[...document.querySelectorAll('.df-summary a')].map((one) => one.textContent)
  .filter((text, index, all) => all.indexOf(text) !== index).map((text) => 'two errors say the same: ' + text)`;

/** Puts the keyboard before the first element of the page, as when it has just been opened, and forgets where it was. */
export const BEGIN = `(() => {
  scrollTo(0, 0);
  const start = document.createElement('span');
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus();
  start.remove();
  globalThis.walked = [];
})()`;

/**
 * Where the keyboard is now. Tells whether it left the page, whether it came back to where it was, what is wrong with how that is shown
 * (no ring, out of the screen, behind something: WCAG 2.4.7 and 2.4.11), and whether something folds there.
 */
export const HERE = `(() => {
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return { left: true };
  const again = walked.indexOf(one);
  const parts = one === walked.at(-1) && one.matches('input[type=date], input[type=month], input[type=time], video, audio');
  if (again < 0) walked.push(one);
  const say = one.localName + ' « ' + (one.getAttribute('aria-label') || one.textContent.trim() || one.getAttribute('name') || '').slice(0, 60) + ' »';
  const style = getComputedStyle(one);
  const faults = [];
  if (!(style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)) faults.push('focus does not show: ' + say);
  const box = [...one.getClientRects()].find(({ width, height }) => width > 0 && height > 0) ?? new DOMRect();
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]]
    .filter(() => right > left && bottom > top)
    .map(([x, y]) => [left + (right - left) * x, top + (bottom - top) * y]);
  const uncovered = ([x, y]) => {
    const front = document.elementFromPoint(x, y);
    return front && (one.contains(front) || front.contains(one) || front.closest('label')?.control === one);
  };
  if (!points.some(uncovered)) faults.push('focus is hidden: ' + say);
  const folds = one.localName === 'summary' ? (one.parentElement.matches('.df-menu') ? 'menu' : 'part') : '';
  return { left: false, again: again >= 0 && !parts, say, faults, folds, open: folds !== '' && one.parentElement.open };
})()`;

/** What the keyboard did not reach, or reached in another order than that of reading; and what orders the screen otherwise than the page. */
export const UNREACHED = `(() => {
  const say = (one) => one.localName + ' « ' + (one.getAttribute('aria-label') || one.textContent.trim() || one.getAttribute('name') || '').slice(0, 60) + ' »';
  const firstOfGroup = (one) => {
    if (one.type !== 'radio') return true;
    const group = [...document.querySelectorAll('input[type=radio]')].filter((other) => other.name === one.name && other.form === one.form);
    return one === (group.find(({ checked }) => checked) ?? group[0]);
  };
  const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]')].filter(
    (one) => one.tabIndex >= 0 && !one.disabled && one.type !== 'hidden' && firstOfGroup(one) && one.checkVisibility({ visibilityProperty: true }),
  );
  const faults = stops.filter((one) => !walked.includes(one)).map((one) => 'not reached: ' + say(one));
  walked.forEach((one, index) => {
    const next = walked[index + 1];
    if (next && !(one.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING)) faults.push('out of order: ' + say(next));
  });
  for (const one of document.querySelectorAll('body *')) {
    const { order, flexDirection, display } = getComputedStyle(one);
    if (order !== '0' || (/flex/.test(display) && /reverse/.test(flexDirection))) faults.push('shown in another order: ' + say(one));
  }
  return faults.slice(0, 8);
})()`;
