import { cataloguePage } from './catalogue-page.ts';
import { lawPage } from './law-page.ts';
import { registerPage, retentionPage } from './privacy-pages.ts';
import { sealsPage } from './seals-page.ts';
import { settingsPage } from './settings-page.ts';

/** Pages under `docs/` that are written from the code, and what writes each. */
export const GENERATED_PAGES: Readonly<Record<string, () => string>> = {
  'docs/catalogue.md': cataloguePage,
  'docs/law.md': lawPage,
  'docs/privacy/register.md': () => registerPage(),
  'docs/privacy/retention.md': retentionPage,
  'docs/seals.md': sealsPage,
  'docs/operations/settings.md': settingsPage,
};
