import type { Fact, PaperFacts } from '#domain/findings/facts.ts';
import { collect } from './collect.ts';
import { inSentence, labelled, type PaperText } from './pick.ts';
import { AMOUNT, ANY_DATE, MONTH, PERSON, toAmount, toDate, toMonth, toPerson, toText } from './values.ts';

const LINE = /([A-Z0-9].*)/;

/** Reads a rent receipt or a due notice. */
export function readRentReceipt(paper: PaperText): PaperFacts['fields'] {
  const start = inSentence(paper, new RegExp(`PERIODE (?:DU |DE LOCATION DU )?${ANY_DATE.source} AU `), toDate);
  const month: Fact | null = labelled(paper, /^MOIS ?:|MOIS DE|PERIODE ?:|LOYER (?:DE|DU MOIS)/, MONTH, toMonth);
  return collect({
    full_name:
      labelled(paper, /LOCATAIRES?(?:\(S\))? ?:/, PERSON, toPerson) ??
      inSentence(paper, new RegExp(`RECU DE ${PERSON.source}`), toPerson),
    landlord: labelled(paper, /(?:BAILLEUR|PROPRIETAIRE) ?:/, /([A-Z][^,]*)/, toText),
    address: labelled(paper, /(?:LOGEMENT|ADRESSE DU BIEN(?: LOUE)?|ADRESSE DE LA LOCATION) ?:/, LINE, toText),
    period: month ?? (start ? { ...start, value: start.value.slice(0, 7) } : inSentence(paper, MONTH, toMonth)),
    rent: labelled(paper, /^\W*LOYER(?! ET)/, AMOUNT, toAmount),
    charges: labelled(paper, /^\W*(?:PROVISIONS? .*|DONT )?CHARGES/, AMOUNT, toAmount),
    total: labelled(paper, /TOTAL|SOMME DE/, AMOUNT, toAmount),
    date: labelled(paper, /FAIT A.*,? LE/, ANY_DATE, toDate),
  });
}

/** Reads a bill of energy, water, telephone, or a certificate of its holder. */
export function readUtilityBill(paper: PaperText): PaperFacts['fields'] {
  return collect({
    full_name: labelled(paper, /(?:TITULAIRE|CLIENT|SOUSCRIPTEUR)(?: DU CONTRAT)? ?:/, PERSON, toPerson),
    address: labelled(paper, /(?:LIEU DE CONSOMMATION|ADRESSE DU LOGEMENT|POINT DE LIVRAISON|LOGEMENT) ?:/, LINE, toText),
    invoice_number: inSentence(paper, /FACTURE N[°O]? ?:? ?([A-Z0-9][A-Z0-9-]{4,})/, toText),
    date:
      inSentence(paper, new RegExp(`FACTURE N.{3,40}?(?: DU | LE |DATE : )${ANY_DATE.source}`), toDate) ??
      labelled(paper, /(?:FAITE?|EMISE?|EDITEE?|DATE D'EMISSION|DATE)\b.{0,20}(?:LE|DU|:)/, ANY_DATE, toDate),
    amount:
      labelled(paper, /TOTAL TTC|TOTAL A PAYER|MONTANT (?:TOTAL )?A PAYER/, AMOUNT, toAmount) ??
      labelled(paper, /\bTTC\b/, AMOUNT, toAmount),
  });
}

/** Reads a certificate of insurance, of the landlord, of a host, of an address. */
export function readHomeCertificate(paper: PaperText): PaperFacts['fields'] {
  return collect({
    full_name:
      labelled(paper, /(?:TITULAIRE|ASSURE|SOUSCRIPTEUR|LOCATAIRE|BENEFICIAIRE)S? ?:/, PERSON, toPerson) ??
      inSentence(paper, new RegExp(`(?:QUE|HEBERGER?|SOUSSIGNEE?,?) ${PERSON.source}`), toPerson),
    address: labelled(paper, /(?:ADRESSE|LOGEMENT|RISQUE ASSURE|DOMICILE)[A-Z ]{0,20}:/, LINE, toText),
    date: labelled(paper, /FAIT A.*,? LE|DELIVREE? LE|DATE D'EFFET|EN DATE DU/, ANY_DATE, toDate),
  });
}
