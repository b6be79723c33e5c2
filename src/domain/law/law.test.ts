import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { FORBIDDEN_KINDS } from '../findings/facts.ts';
import { SITUATIONS } from '../catalogue/situations.ts';
import { checkRequest } from './check-request.ts';
import { ANNEX_II_COMPANY, ANNEX_II_NATURAL, ANNEX_I, linesOf } from './decree.ts';
import { forbiddenOf } from './forbidden.ts';
import { LAW_ITEMS, lawItemOf } from './items.ts';

const reachable = (role: 'T' | 'N' | 'C') =>
  new Set(SITUATIONS.filter((row) => row.who.includes(role)).flatMap((row) => linesOf(row, role)));

describe('the decree', () => {
  test.each(ANNEX_I)('line %s of annex I is reachable by a tenant', (line) => expect(reachable('T')).toContain(line));
  test.each(ANNEX_II_NATURAL)('line %s of annex II is reachable by a natural guarantor', (line) =>
    expect(reachable('N')).toContain(line),
  );
  test.each(ANNEX_II_COMPANY)('line %s of annex II is reachable by a company', (line) => expect(reachable('C')).toContain(line));

  it('holds every line that the catalogue cites', () => {
    for (const line of reachable('T')) expect(ANNEX_I).toContain(line);
    for (const line of reachable('N')) expect(ANNEX_II_NATURAL).toContain(line);
    for (const line of reachable('C')) expect(ANNEX_II_COMPANY).toContain(line);
  });

  it('gives every paper of every situation a line or the word volunteered, for each role that may bring it', () => {
    for (const row of SITUATIONS)
      for (const role of row.who)
        for (const alternative of row.anyOf) {
          const some = alternative.map((paper) => paper.decree[role]);
          if (some.every((lines) => lines === undefined)) continue;
          expect(
            some.every((lines) => lines !== undefined && lines.length > 0),
            row.key,
          ).toBe(true);
        }
  });
});

describe('papers nobody may ask', () => {
  test.each(FORBIDDEN_KINDS)('%s is known to the law', (kind) => expect(forbiddenOf(kind)?.recognisedAs).toBe(kind));
  it('leaves a payslip alone', () => expect(forbiddenOf('payslip')).toBeNull());
});

const verdictsOf = (text: string, party: 'candidate' | 'guarantor' = 'candidate') =>
  Object.fromEntries(checkRequest(text, party).verdicts.map(({ item, verdict }) => [item, verdict]));

describe('a landlord’s message', () => {
  it('is read item by item', () => {
    const message = `Bonjour, merci de m’envoyer :
      - vos 3 dernières FICHES DE PAIE
      - les relevés de comptes bancaires des 3 derniers mois
      - votre carte vitale, un RIB et une photo d’identité
      - l’attestation d’hébergement et la pièce d’identité de l’hébergeant`;
    expect(verdictsOf(message)).toEqual({
      payslips: 'allowed_if',
      bank_statement: 'not_allowed',
      social_security_card: 'not_allowed',
      rib: 'not_allowed',
      photo: 'not_allowed',
      host_certificate: 'allowed',
      host_identity: 'not_allowed',
    });
  });

  it('is read in English too', () => {
    expect(verdictsOf('Please send your passport, last 3 payslips, bank statements and a credit report.')).toEqual({
      identity_paper: 'allowed_if',
      payslips: 'allowed_if',
      bank_statement: 'not_allowed',
      no_credit_certificate: 'not_allowed',
    });
  });

  it('is judged by the annex of the party', () => {
    expect(verdictsOf('une facture d’électricité', 'candidate')).toEqual({ utility_bill: 'not_allowed' });
    expect(checkRequest('une facture d’électricité', 'guarantor').verdicts[0]).toEqual({
      item: 'utility_bill',
      verdict: 'allowed_if',
      condition: 'under_3_months',
      article: { annex: 'II', line: 'B-2' },
    });
  });

  it('leaves what we do not know to a human, as written', () => {
    expect(checkRequest('Merci de fournir :\n- une attestation de non-fumeur\n- votre avis d’imposition', 'candidate')).toEqual({
      verdicts: [expect.objectContaining({ item: 'tax_notice', article: { annex: 'I', line: 'D-1' } })],
      unknown: ['une attestation de non-fumeur'],
    });
  });

  it('says nothing of a message that asks for nothing', () => {
    expect(checkRequest('Bonjour, la visite est prévue mardi à 18 h. Cordialement', 'candidate')).toEqual({
      verdicts: [],
      unknown: [],
    });
  });

  test.each(LAW_ITEMS.flatMap((item) => item.phrases.map((phrase) => [phrase, item.key] as const)))(
    '“%s” is recognised as %s',
    (phrase, key) => {
      const shouted = phrase.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
      expect(Object.keys(verdictsOf(`Il me faut ${shouted}.`))).toContain(key);
    },
  );

  it('is never a fault, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 6000 }), (text) => {
        for (const { item } of checkRequest(text, 'guarantor').verdicts) expect(lawItemOf(item)).not.toBeNull();
      }),
    );
  });
});
