import type { Program } from './program.ts';

const LOOK_EVERY_MS = 500;
const COMES_WITHIN_MS = 60_000;

const unescape = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const pageOf = async (program: Program, path: string) => {
  const response = await fetch(`${program.base}${path}`, { headers: { 'accept-language': 'fr' } });
  return response.text();
};

/** The text of every mail somebody was sent, latest first, as `/dev/courriels` shows it. */
async function mailsTo(program: Program, email: string): Promise<string[]> {
  const list = await pageOf(program, `/dev/courriels?destinataire=${encodeURIComponent(email)}`);
  const paths = [...list.matchAll(/href="(\/dev\/courriels\/[0-9a-f-]{36})"/g)].flatMap(([, path]) => path ?? []);
  const texts: string[] = [];
  for (const path of paths) texts.push(unescape((await pageOf(program, path)).replace(/<[^>]+>/g, '')));
  return texts;
}

/**
 * Waits for a mail that says something.
 * @param pattern what it must hold, e.g. a code
 * @returns what the first group of the pattern matched in the newest such mail
 */
export async function inMail(program: Program, email: string, pattern: RegExp): Promise<string> {
  for (let waited = 0; waited < COMES_WITHIN_MS; waited += LOOK_EVERY_MS) {
    for (const text of await mailsTo(program, email)) {
      const found = pattern.exec(text)?.[1];
      if (found) return found;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error(`no mail to ${email} says ${String(pattern)}`);
}
