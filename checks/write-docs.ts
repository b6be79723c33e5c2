/** `npm run docs`: writes the pages of `docs/` that come from the code. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { GENERATED_PAGES } from './documents/pages.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

for (const [name, write] of Object.entries(GENERATED_PAGES)) {
  const file = path.join(ROOT, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, write());
  console.log(name);
}
