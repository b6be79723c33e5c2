import type { NameMatch, PaperIdentity } from './compare-names.ts';

/** One declared name on one paper, and what the comparison must say of it. */
export interface NameCase {
  /** What makes it hard. */
  readonly why: string;
  /** First names | birth name | used name; an empty first part means a single name. */
  readonly declared: string;
  /** People of the paper: first names | last names, further last names after `/`. */
  readonly printed: readonly string[];
  /** The issuer cut its fields. */
  readonly truncated?: true;
  readonly match: NameMatch;
}

const on = (match: NameMatch, why: string, declared: string, ...printed: readonly string[]): NameCase => ({
  why,
  declared,
  printed,
  match,
});

const cut = (match: NameMatch, why: string, declared: string, ...printed: readonly string[]): NameCase => ({
  ...on(match, why, declared, ...printed),
  truncated: true,
});

/** Hard names, made up, with the answer that a careful reader gives. The rule stands in `compare-names.ts`; whoever changes it looks here first. */
export const NAME_CASES: readonly NameCase[] = [
  // Accents, case, letters that Unicode does not open
  on('exact', 'accents', 'José|Pérez', 'JOSE|PEREZ'),
  on('exact', 'accents on the paper alone', 'Jose|Perez', 'José|Pérez'),
  on('exact', 'Polish letters', 'Łukasz|Żółć', 'LUKASZ|ZOLC'),
  on('exact', 'Vietnamese letters', 'Thị Ánh|Nguyễn', 'THI ANH|NGUYEN'),
  on('exact', 'Vietnamese đ', 'Đức|Đặng', 'DUC|DANG'),
  on('exact', 'German ß', 'Jürgen|Weiß', 'JURGEN|WEISS'),
  on('exact', 'Danish ø and å', 'Søren|Ågård', 'SOREN|AGARD'),
  on('exact', 'Icelandic þ and ð', 'Guðrún|Þórsdóttir', 'GUDRUN|THORSDOTTIR'),
  on('exact', 'French œ', 'Cœlia|Lebœuf', 'COELIA|LEBOEUF'),
  on('exact', 'Turkish İ and ı', 'İbrahim|Yıldız', 'IBRAHIM|YILDIZ'),
  on('exact', 'Romanian comma below', 'Ștefan|Țepeș', 'STEFAN|TEPES'),
  on('exact', 'accents typed as marks of their own', 'E\u0301lodie|Ne\u0301el', 'ÉLODIE|NÉEL'),
  on('exact', 'small letters on the paper', 'NADIA|HADDAD', 'nadia|haddad'),

  // Particles, apostrophes, hyphens, names written together
  on('exact', 'a particle left out on the paper', 'Jean|de La Tour', 'JEAN|TOUR'),
  on('exact', 'a particle added by the paper', 'Anne|Villiers', 'ANNE|DE VILLIERS'),
  on('exact', 'Dutch particles', 'Pieter|van den Berg', 'PIETER|DEN BERG'),
  on('exact', 'German particle', 'Karl|von Stein', 'KARL|STEIN'),
  on('exact', 'Le, written together', 'Yann|Le Goff', 'YANN|LEGOFF'),
  on('exact', 'El, taken apart', 'Samir|Elamrani', 'SAMIR|EL AMRANI'),
  on('exact', 'Ben, written together', 'Leïla|Ben Salah', 'LEILA|BENSALAH'),
  on('exact', 'de la, written together', 'Jean|de la Tour', 'JEAN|DELATOUR'),
  on('mismatch', 'one particle of two written together', 'Jean|de La Tour', 'JEAN|LATOUR'),
  on('exact', 'typewriter apostrophe', "Élise|D'Artagnan", 'ELISE|D’ARTAGNAN'),
  on('exact', 'apostrophe lost', 'Élise|D’Artagnan', 'ELISE|DARTAGNAN'),
  on('exact', 'Irish apostrophe lost', 'Sean|O’Brien', 'SEAN|OBRIEN'),
  on('exact', 'hyphen read as a space', 'Jean-Loup|Petit-Radel', 'JEAN LOUP|PETIT RADEL'),
  on('exact', 'hyphen lost in a last name', 'Zoé|Petit-Radel', 'ZOE|PETITRADEL'),
  on('exact', 'hyphen lost in a first name', 'Jean-Loup|Radel', 'JEANLOUP|RADEL'),
  on('exact', 'Catalan middle dot', 'Núria|Gal·la', 'NURIA|GAL LA'),
  on('exact', 'a name that is nothing but particles', 'Thi|Le', 'THI|LE'),

  // Several names
  on('exact', 'one first name of three on the paper', 'Camille Aline Rose|Exemplaire', 'CAMILLE|EXEMPLAIRE'),
  on('exact', 'the usual first name is the second', 'Marie Camille|Exemplaire', 'CAMILLE|EXEMPLAIRE'),
  on('exact', 'used name on the paper', 'Anne|Martin|Durand', 'ANNE|DURAND'),
  on('exact', 'birth name on the paper', 'Anne|Martin|Durand', 'ANNE|MARTIN'),
  on('exact', 'both last names on the paper', 'Anne|Martin|Durand', 'ANNE|MARTIN/DURAND'),
  on('exact', 'both last names in one field', 'Anne|Martin|Durand', 'ANNE|MARTIN DURAND'),
  on('exact', 'a used name that the person did not give', 'Anne|Martin', 'ANNE|DURAND/MARTIN'),
  on('exact', 'Spanish: the first of two last names declared', 'Lucía|García', 'LUCIA|GARCIA LORCA'),
  on('mismatch', 'Spanish: one of two last names on the paper', 'Lucía|García Lorca', 'LUCIA|GARCIA'),
  on('mismatch', 'two last names in the other order', 'Rui|Silva Costa', 'RUI|COSTA SILVA'),
  on('exact', 'single name', '|Suharto', '|SUHARTO'),
  on('exact', 'single name put in both fields by the paper', '|Suharto', 'SUHARTO|SUHARTO'),
  on('mismatch', 'another single name', '|Suharto', '|WIDODO'),
  on('near', 'another name two letters away: near never accepts by itself', '|Suharto', '|SUKARNO'),

  // Other people
  on('mismatch', 'a short name inside a long one', 'Marie|Li', 'MARIE|OLIVIER'),
  on('mismatch', 'a name that begins like the other', 'Paul|Martin', 'PAUL|MARTINEAU'),
  on('mismatch', 'same last name, another first name', 'Paul|Durand', 'ANNE|DURAND'),
  on('mismatch', 'same first name, another last name', 'Paul|Durand', 'PAUL|MOREL'),
  on('mismatch', 'a first name that is the last name of the other', 'Paul|Martin', 'MARTIN|PAUL'),
  on('exact', 'second declarant of a joint notice', 'Inès|Morel', 'PAUL|DURAND', 'INES|MOREL'),
  on('mismatch', 'last name of one declarant, first name of the other', 'Paul|Durand', 'ANNE|DURAND', 'PAUL|MARTIN'),
  on('near', 'second declarant, badly read', 'Inès|Moreau', 'PAUL|DURAND', 'INES|MOREAL'),
  on('mismatch', 'nobody’s first name on the paper', 'Paul|Durand', '|DURAND'),

  // Badly read: one letter in words of four to six, two from seven on
  on('mismatch', 'one letter of three', 'Luc|Roy', 'LUC|RAY'),
  on('near', 'one letter of four', 'Paul|Noel', 'PAUL|NOEI'),
  on('mismatch', 'two letters of four', 'Paul|Noel', 'PAUL|NOIE'),
  on('near', 'one letter of six', 'Paul|Durand', 'PAUL|DURAMD'),
  on('mismatch', 'two letters of six', 'Paul|Durand', 'PAUL|DUBAMD'),
  on('near', 'two letters of seven', 'Paul|Lambert', 'PAUL|LAMRERI'),
  on('mismatch', 'three letters of seven', 'Paul|Lambert', 'PAUL|LAMRENI'),
  on('mismatch', 'rn read as m: two letters, and the shorter word has six', 'Paul|Bernard', 'PAUL|BEMARD'),
  on('near', 'rn read as m in a longer word', 'Paul|Bernardin', 'PAUL|BEMARDIN'),
  on('near', 'a letter lost', 'Paul|Lefebvre', 'PAUL|LEFEVRE'),
  on('near', 'a letter too many', 'Paul|Morel', 'PAUL|MORREL'),
  on('near', 'a misread first name', 'Camille|Roy', 'CAMILIE|ROY'),
  on('mismatch', 'a digit in place of a letter leaves two words', 'Camille|Roy', 'CAM1LLE|ROY'),
  on('mismatch', 'one word of two is another one', 'Zoé|Petit-Radel', 'ZOE|PETIT RAYMOND'),

  // Other scripts
  on('exact', 'Arabic, with its particle', 'علي|بن صالح', 'ALI|BEN SALH'),
  on('mismatch', 'Arabic, with the vowels of the paper: an agent looks', 'محمد|صالح', 'MOHAMMED|SALAH'),
  on('exact', 'Arabic on the paper too', 'محمد|بن علي', 'محمد|بن علي'),
  on('exact', 'Ukrainian', 'Олексій|Шевченко', 'OLEKSII|SHEVCHENKO'),
  on('exact', 'Russian, soft sign', 'Игорь|Щербаков', 'IGOR|SHCHERBAKOV'),
  on('exact', 'Greek', 'Θάνος|Παπαδόπουλος', 'THANOS|PAPADOPOYLOS'),
  on('near', 'Greek, by the other romanisation', 'Θάνος|Παπαδόπουλος', 'THANOS|PAPADOPOULOS'),
  on('exact', 'Georgian', 'ნინო|გელაშვილი', 'NINO|GELASHVILI'),
  on('exact', 'Armenian', 'Անի|Պետրոսյան', 'ANI|PETROSYAN'),
  on('exact', 'Hebrew', 'דוד|לוי', 'DVD|LVY'),
  on('unreadable', 'Chinese declared', '伟|张', 'WEI|ZHANG'),
  on('unreadable', 'Chinese on the paper', 'Wei|Zhang', '伟|张'),
  on('exact', 'Chinese on one line, Latin on the next', 'Wei|Zhang', '伟|张', 'WEI|ZHANG'),
  on('unreadable', 'Thai', 'สมชาย|ใจดี', 'SOMCHAI|JAIDEE'),
  on('unreadable', 'nobody read on the paper', 'Ana|Silva'),

  // Machine-readable zones cut long names
  cut('exact', 'a last name cut', 'Alexandra|Featherstonehaugh', 'ALEXANDRA|FEATHERSTONE'),
  cut('exact', 'a first name cut', 'Maximiliane|Roy', 'MAXIM|ROY'),
  cut('exact', 'cut to four letters', 'Alexandra|Roy', 'ALEX|ROY'),
  cut('mismatch', 'cut to three letters tells nothing', 'Alexandra|Roy', 'ALE|ROY'),
  cut('exact', 'the second of two last names cut', 'Ana|Albuquerque Vasconcelos', 'ANA|ALBUQUERQUE VASCONC'),
  cut('mismatch', 'cut, and another name', 'Alexandra|Featherstonehaugh', 'ALEXANDRA|FEATHERLEY'),
  on('mismatch', 'the same letters where nothing was cut', 'Alexandra|Featherstonehaugh', 'ALEXANDRA|FEATHERSTONE'),
];

/** The parts of a case, as the comparison takes them. */
export function partsOf({ declared, printed, truncated }: NameCase): {
  readonly declared: { firstNames: string; birthName: string; usedName: string | null; singleName: boolean };
  readonly people: readonly PaperIdentity[];
} {
  const [firstNames = '', birthName = '', usedName = null] = declared.split('|');
  return {
    declared: { firstNames, birthName, usedName, singleName: firstNames === '' },
    people: printed.map((one) => {
      const [first = '', lasts = ''] = one.split('|');
      return { firstNames: first, lastNames: lasts.split('/'), truncated: truncated ?? false };
    }),
  };
}
