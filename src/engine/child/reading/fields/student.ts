import type { PaperFacts } from '#domain/findings/facts.ts';
import { addressee } from './address.ts';
import { collect } from './collect.ts';
import { inSegments, inSentence, labelled, type PaperText } from './pick.ts';
import { AMOUNT, ANY_DATE, PERSON, toAmount, toDate, toPerson, toSchoolYear, toText } from './values.ts';

const YEARS = /(20\d{2} ?[-/] ?20\d{2})/;

/** Reads a certificate of schooling or a student card. */
export function readStudentPaper(paper: PaperText): PaperFacts['fields'] {
  return collect({
    full_name:
      inSentence(paper, new RegExp(`QUE (?:L'ETUDIANTE? )?${PERSON.source},? (?:NEE?\\b|INE\\b|EST\\b)`), toPerson) ??
      labelled(paper, /(?:NOM(?: ET PRENOM)?|ETUDIANTE?) ?:/, PERSON, toPerson),
    school: inSegments(paper, /^((?:UNIVERSITE|ECOLE|INSTITUT|LYCEE|FACULTE)\b.*)$/, toText)[0] ?? null,
    school_year:
      inSentence(paper, new RegExp(`ANNEE (?:UNIVERSITAIRE|SCOLAIRE) ?:? ?${YEARS.source}`), toSchoolYear) ??
      inSentence(paper, YEARS, toSchoolYear),
    date: labelled(paper, /FAIT A.*,? LE|DELIVREE? LE/, ANY_DATE, toDate),
  });
}

/** Reads a notice of a grant: the yearly amount stands on its second page. */
export function readScholarship(paper: PaperText): PaperFacts['fields'] {
  return collect({
    full_name: labelled(paper, /(?:NOM(?: ET PRENOM)?|ETUDIANTE?|BENEFICIAIRE) ?:/, PERSON, toPerson) ?? addressee(paper).name,
    school_year:
      inSentence(paper, new RegExp(`(?:NOTIFICATION|ANNEE|BOURSE)[^\\d]{0,60}${YEARS.source}`), toSchoolYear) ??
      inSentence(paper, YEARS, toSchoolYear),
    amount: labelled(paper, /MONTANT (?:ANNUEL|TOTAL|DE (?:LA|VOTRE) BOURSE)/, AMOUNT, toAmount, 'right'),
  });
}
