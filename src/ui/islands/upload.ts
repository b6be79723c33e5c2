/**
 * Sends documents one by one as soon as they are chosen or dropped, with progress, cancel and retry. Each has a key of its own, sent again
 * with each new try, so that a file whose answer was lost is not stored twice. Without script the form does the same in one go.
 */
type State = 'waiting' | 'sending' | 'offline' | 'failed' | 'refused' | 'done' | 'cancelled';

/** How long to wait before trying again by ourselves, in milliseconds, when the browser does not say that it is back online. */
const AGAIN_MS = 5000;

interface Sending {
  readonly file: File;
  readonly key: string;
  readonly line: Line;
  state: State;
  request: XMLHttpRequest | null;
}

interface Answer {
  readonly results: readonly { readonly code: string; readonly text: string }[];
}

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && Array.isArray((value as { results?: unknown }).results);

/** What the service said: its result of this one document, or what its page of errors says. */
function readAnswer(request: XMLHttpRequest): { result: Answer['results'][number] | null; says: string | null } {
  const type = request.getResponseHeader('content-type') ?? '';
  if (type.startsWith('text/html')) {
    const page = new DOMParser().parseFromString(request.responseText, 'text/html');
    return { result: null, says: page.querySelector('#erreurs li, h1')?.textContent.trim() ?? null };
  }
  try {
    const answer: unknown = JSON.parse(request.responseText);
    return { result: isAnswer(answer) ? (answer.results[0] ?? null) : null, says: null };
  } catch {
    // Cut in the middle, or somebody else's answer: the same as none.
    return { result: null, says: null };
  }
}

const randomKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

interface Words {
  readonly waiting: string;
  readonly sending: string;
  readonly retry: string;
  readonly cancel: string;
  readonly offline: string;
  readonly drop: string;
  readonly failed: string;
  readonly seen: string;
  /** Where it is told what became of the documents. */
  readonly news: string;
}

/** One document on its way: its name, a bar, a word for the state, and the one button that makes sense. */
class Line {
  readonly root = document.createElement('li');
  readonly #bar = document.createElement('progress');
  readonly #state = document.createElement('span');
  readonly #button = document.createElement('button');

  constructor(name: string, onButton: () => void) {
    const title = document.createElement('bdi');
    title.textContent = name;
    title.className = 'df-file__name';
    this.#bar.max = 100;
    this.#bar.value = 0;
    this.#bar.className = 'df-progress';
    this.#bar.setAttribute('aria-label', name);
    this.#button.type = 'button';
    this.#button.className = 'fr-btn fr-btn--tertiary';
    this.#button.addEventListener('click', onButton);
    this.root.className = 'df-sending';
    this.root.append(title, this.#state, this.#button, this.#bar);
  }

  show(text: string, percent: number | null, button: string | null, wrong = false): void {
    this.#state.textContent = text;
    this.#bar.hidden = percent === null;
    if (percent !== null) this.#bar.value = percent;
    this.#button.hidden = button === null;
    this.#button.textContent = button;
    this.root.classList.toggle('df-sending--error', wrong);
  }
}

/** Shows the page again, at the place that tells what became of the documents. */
function showNews(address: string): void {
  const news = new URL(address, location.href);
  if (news.pathname !== location.pathname) return location.assign(news);
  // The same page: going there would only move on it, so it is loaded again; by itself a browser would stay with the form.
  history.replaceState(null, '', news);
  history.scrollRestoration = 'manual';
  location.reload();
}

function start(form: HTMLFormElement, words: Words): void {
  const token = form.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? '';
  const fields = [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')];
  const list = document.createElement('ul');
  list.className = 'df-sendings';
  const spoken = document.createElement('p');
  spoken.className = 'fr-sr-only';
  spoken.setAttribute('role', 'status');
  form.append(list, spoken);
  const all: Sending[] = [];

  const waitOnline = (sending: Sending) => {
    sending.state = 'offline';
    sending.line.show(words.offline, 0, words.cancel);
    spoken.textContent = words.offline;
    setTimeout(() => tryAgain(sending), AGAIN_MS);
  };

  const tryAgain = (sending: Sending) => {
    if (sending.state !== 'offline') return;
    sending.state = 'waiting';
    next();
  };

  const settle = (sending: Sending, request: XMLHttpRequest) => {
    const { result, says } = readAnswer(request);
    const text = result?.text ?? says ?? words.failed;
    sending.state = !result ? 'failed' : result.code === 'accepted' ? 'done' : 'refused';
    if (sending.state === 'done') sending.line.show(text, 100, null);
    else sending.line.show(text, null, sending.state === 'failed' ? words.retry : words.seen, true);
    spoken.textContent = `${sending.file.name} : ${text}`;
  };

  const send = (sending: Sending) => {
    const request = new XMLHttpRequest();
    sending.request = request;
    sending.state = 'sending';
    const progress = (percent: number) => sending.line.show(words.sending.replace('%', String(percent)), percent, words.cancel);
    progress(0);
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) progress(Math.floor((event.loaded / event.total) * 100));
    });
    request.addEventListener('load', () => {
      settle(sending, request);
      next();
    });
    request.addEventListener('error', () => {
      waitOnline(sending);
      next();
    });
    request.open('POST', form.action);
    request.setRequestHeader('accept', 'application/json');
    const body = new FormData();
    body.append('_csrf', token);
    body.append('key', sending.key);
    body.append('documents', sending.file);
    request.send(body);
  };

  /** One at a time: a phone's line is narrow, and the order of the pages is the order of choice. Reloads once nothing is left to do. */
  const next = () => {
    if (all.some((one) => one.state === 'sending')) return;
    const waiting = all.find((one) => one.state === 'waiting');
    if (waiting) return send(waiting);
    const open = all.some((one) => one.state === 'offline' || one.state === 'failed' || one.state === 'refused');
    if (!open && all.some((one) => one.state === 'done')) showNews(words.news);
  };

  const add = (files: readonly File[]) => {
    for (const file of files) {
      const sending: Sending = {
        file,
        key: randomKey(),
        state: 'waiting',
        request: null,
        line: new Line(file.name, () => {
          if (sending.state === 'failed') {
            sending.state = 'waiting';
            sending.line.show(words.waiting, 0, words.cancel);
          } else {
            sending.state = 'cancelled';
            sending.request?.abort();
            sending.line.root.remove();
          }
          next();
        }),
      };
      sending.line.show(words.waiting, 0, words.cancel);
      list.append(sending.line.root);
      all.push(sending);
    }
    next();
  };

  for (const field of fields)
    field.addEventListener('change', () => {
      add([...(field.files ?? [])]);
      field.value = '';
    });
  addEventListener('online', () => {
    all.forEach(tryAgain);
  });
  addEventListener('beforeunload', (event) => {
    if (all.some((one) => one.state === 'sending' || one.state === 'waiting')) event.preventDefault();
  });

  const place = fields[0]?.parentElement;
  if (place) {
    const invitation = document.createElement('p');
    invitation.className = 'fr-hint-text';
    invitation.textContent = words.drop;
    place.append(invitation);
  }
  form.addEventListener('dragover', (event) => {
    event.preventDefault();
    form.classList.add('df-drop');
  });
  form.addEventListener('dragleave', () => form.classList.remove('df-drop'));
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    form.classList.remove('df-drop');
    add([...(event.dataTransfer?.files ?? [])]);
  });
  // Choosing is sending now.
  form.querySelector('.fr-btns-group')?.setAttribute('hidden', '');
}

/** Comes to the news after sending, and once more when reading is done: a page loaded again would begin at its top, with the focus lost. */
function comeToNews(): void {
  if (history.scrollRestoration !== 'manual') return;
  const news = document.getElementById(location.hash.slice(1));
  news?.scrollIntoView();
  news?.focus({ preventScroll: true });
  if (!document.querySelector('[data-refresh]')) history.scrollRestoration = 'auto';
}

comeToNews();
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island="upload"]')) {
  const said = form.querySelector<HTMLElement>('[data-upload-words]')?.dataset;
  if (!said) continue;
  start(form, {
    waiting: said['waiting'] ?? '',
    sending: said['sending'] ?? '',
    retry: said['retry'] ?? '',
    cancel: said['cancel'] ?? '',
    offline: said['offline'] ?? '',
    drop: said['drop'] ?? '',
    failed: said['failed'] ?? '',
    seen: said['seen'] ?? '',
    news: said['news'] ?? location.pathname,
  });
}
export {};
