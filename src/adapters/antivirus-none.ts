import type { Antivirus } from '#ports/antivirus.ts';

/** No virus check, for a site without `CLAMD_URL`; the start says so. Untrusted bytes still stay in limited child processes. */
export const noAntivirus: Antivirus = { scan: async () => 'clean' };
