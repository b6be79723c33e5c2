import type { CivilMonth } from '#kernel/civil-date.ts';
import type { KnownOrigins } from '#domain/origins/known-origins.ts';
import { commonMakeup, type Makeup } from '#domain/origins/makeup.ts';
import { generatedPayslip, SPECIMEN_GENERATOR } from './generated-payslip.ts';
import { payslip } from './payslip.ts';
import { SPECIMEN_PEOPLE } from './people.ts';

const MARCH = '2026-03' as string as CivilMonth;

/**
 * The made-up maker and issuer, as an operator would teach it: from two papers of other people than those it is found with, and a genuine one.
 * @param reader of the make-up of a PDF's first page; `null` for what is no PDF
 */
export async function specimenOrigins(reader: (pdf: Uint8Array) => Promise<Makeup | null>): Promise<KnownOrigins> {
  const [, sacha, ilyas, eloise] = SPECIMEN_PEOPLE;
  const read = async (bytes: Uint8Array): Promise<Makeup> => {
    const makeup = await reader(bytes);
    if (!makeup) throw new Error('no PDF');
    return makeup;
  };
  const samples = [
    await read(await generatedPayslip(sacha, MARCH, 198_000)),
    await read(await generatedPayslip(ilyas, MARCH, 310_000)),
  ];
  const { runs, places } = commonMakeup(samples, [await read((await payslip(eloise, MARCH)).bytes)]);
  return {
    generators: [
      {
        name: SPECIMEN_GENERATOR,
        origin: 'Made up for tests: see the specimens.',
        makeup: { runs: [...runs], places: [...places] },
      },
    ],
    issuers: [
      {
        name: 'Administration imaginaire',
        origin: 'The specimens of this project.',
        kind: 'tax_notice',
        says: ['Direction générale des finances publiques'],
        software: ['Éditique Imaginaire'],
      },
    ],
  };
}
