import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

export interface PdfUaTools {
  readonly java: string;
  /** Jars of JAXB, which left Java with version 11 and which the validator reads its rules with. */
  readonly libraries: readonly string[];
  /** Tools of poppler, which read a PDF as somebody else's program does. */
  readonly poppler: { readonly pdfsig: string; readonly pdftotext: string; readonly pdfinfo: string } | null;
}

const JARS = '/usr/share/java';

const find = (program: string) =>
  (process.env['PATH'] ?? '')
    .split(':')
    .map((folder) => path.join(folder, program))
    .find((place) => existsSync(place)) ?? null;

/** Where Java with its compiler, JAXB and poppler are; or what is missing. */
export function findPdfUaTools(): PdfUaTools | { readonly missing: string } {
  const java = find('java');
  if (!java || !find('javac')) return { missing: 'PDF/UA needs Java with its compiler (a JDK)' };
  const libraries = existsSync(JARS)
    ? readdirSync(JARS)
        .filter((name) => /^(jaxb-(api|runtime|core|impl)|javax\.activation|istack-commons-runtime|txw2)\.jar$/.test(name))
        .map((name) => path.join(JARS, name))
    : [];
  if (!libraries.some((jar) => jar.endsWith('jaxb-api.jar'))) return { missing: 'PDF/UA needs JAXB (Debian: libjaxb-java)' };
  const [pdfsig, pdftotext, pdfinfo] = ['pdfsig', 'pdftotext', 'pdfinfo'].map(find);
  return { java, libraries, poppler: pdfsig && pdftotext && pdfinfo ? { pdfsig, pdftotext, pdfinfo } : null };
}
