import { SETTINGS } from '#main/settings.ts';
import { generatedFrom, table } from './markdown.ts';

/** Every environment variable of the program, with what it is for and what happens without it. */
export function settingsPage(): string {
  return [
    generatedFrom('`src/main/settings.ts`'),
    '',
    '# Settings',
    '',
    'All settings are environment variables, read once at start. An empty value counts as unset; a wrong one stops the start and is named,',
    'never shown. Secrets are marked: keep them out of files that are copied about.',
    '',
    table(
      ['variable', 'what it is for', 'when unset'],
      Object.entries(SETTINGS).map(([name, setting]) => [
        `\`${name}\`${'secret' in setting ? ' (secret)' : ''}`,
        setting.doc,
        setting.fallback === '' ? '–' : setting.fallback.replaceAll('<', '‹').replaceAll('>', '›'),
      ]),
    ),
    '',
  ].join('\n');
}
