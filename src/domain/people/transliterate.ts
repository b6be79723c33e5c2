/** Letters that NFKD does not open. */
const LATIN: Readonly<Record<string, string>> = {
  æ: 'AE',
  œ: 'OE',
  ø: 'O',
  å: 'A',
  ß: 'SS',
  ł: 'L',
  đ: 'D',
  ð: 'D',
  þ: 'TH',
  ı: 'I',
  ħ: 'H',
  ŋ: 'N',
  ə: 'E',
};

/** ICAO 9303-3 §6 where it defines one; usual romanisation otherwise. */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'A',
  б: 'B',
  в: 'V',
  г: 'G',
  ґ: 'G',
  д: 'D',
  е: 'E',
  ё: 'E',
  є: 'IE',
  ж: 'ZH',
  з: 'Z',
  и: 'I',
  і: 'I',
  ї: 'I',
  й: 'I',
  к: 'K',
  л: 'L',
  м: 'M',
  н: 'N',
  о: 'O',
  п: 'P',
  р: 'R',
  с: 'S',
  т: 'T',
  у: 'U',
  ф: 'F',
  х: 'KH',
  ц: 'TS',
  ч: 'CH',
  ш: 'SH',
  щ: 'SHCH',
  ъ: 'IE',
  ы: 'Y',
  ь: '',
  э: 'E',
  ю: 'IU',
  я: 'IA',
  ј: 'J',
  љ: 'LJ',
  њ: 'NJ',
  ћ: 'C',
  џ: 'DZ',
  ђ: 'DJ',
  ў: 'U',
};
const GREEK: Readonly<Record<string, string>> = {
  α: 'A',
  β: 'V',
  γ: 'G',
  δ: 'D',
  ε: 'E',
  ζ: 'Z',
  η: 'I',
  θ: 'TH',
  ι: 'I',
  κ: 'K',
  λ: 'L',
  μ: 'M',
  ν: 'N',
  ξ: 'X',
  ο: 'O',
  π: 'P',
  ρ: 'R',
  σ: 'S',
  ς: 'S',
  τ: 'T',
  υ: 'Y',
  φ: 'F',
  χ: 'CH',
  ψ: 'PS',
  ω: 'O',
};
const ARABIC: Readonly<Record<string, string>> = {
  ا: 'A',
  أ: 'A',
  إ: 'I',
  آ: 'A',
  ب: 'B',
  ت: 'T',
  ث: 'TH',
  ج: 'J',
  ح: 'H',
  خ: 'KH',
  د: 'D',
  ذ: 'DH',
  ر: 'R',
  ز: 'Z',
  س: 'S',
  ش: 'SH',
  ص: 'S',
  ض: 'D',
  ط: 'T',
  ظ: 'Z',
  ع: 'A',
  غ: 'GH',
  ف: 'F',
  ق: 'Q',
  ك: 'K',
  ل: 'L',
  م: 'M',
  ن: 'N',
  ه: 'H',
  ة: 'A',
  و: 'OU',
  ؤ: 'OU',
  ي: 'I',
  ى: 'A',
  ئ: 'I',
  ء: '',
  پ: 'P',
  چ: 'TCH',
  ژ: 'J',
  گ: 'G',
  ک: 'K',
  ی: 'I',
};
const HEBREW: Readonly<Record<string, string>> = {
  א: 'A',
  ב: 'B',
  ג: 'G',
  ד: 'D',
  ה: 'H',
  ו: 'V',
  ז: 'Z',
  ח: 'H',
  ט: 'T',
  י: 'Y',
  כ: 'K',
  ך: 'K',
  ל: 'L',
  מ: 'M',
  ם: 'M',
  נ: 'N',
  ן: 'N',
  ס: 'S',
  ע: 'A',
  פ: 'P',
  ף: 'P',
  צ: 'TS',
  ץ: 'TS',
  ק: 'K',
  ר: 'R',
  ש: 'SH',
  ת: 'T',
};
const ARMENIAN = 'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ';
const ARMENIAN_LATIN = 'A B G D E Z E Y T ZH I L KH TS K H DZ GH CH M Y N SH O CH P J R S V T R TS V P K O F'.split(' ');
const GEORGIAN = 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ';
const GEORGIAN_LATIN = 'A B G D E V Z T I K L M N O P ZH R S T U P K GH Q SH CH TS DZ TS CH KH J H'.split(' ');

const TABLE: ReadonlyMap<string, string> = new Map([
  ...[LATIN, CYRILLIC, GREEK, ARABIC, HEBREW].flatMap((table) => Object.entries(table)),
  ...[...ARMENIAN].map((letter, index) => [letter, ARMENIAN_LATIN[index] ?? ''] as const),
  ...[...GEORGIAN].map((letter, index) => [letter, GEORGIAN_LATIN[index] ?? ''] as const),
]);

/** Upper-case A–Z tokens of a name in any script; `null` when a letter has no romanisation (Han, Thai…): it cannot be compared by machine. */
export function latinTokens(name: string): readonly string[] | null {
  let latin = '';
  for (const letter of name.normalize('NFC').toLowerCase()) {
    const direct = TABLE.get(letter);
    if (direct !== undefined) {
      latin += direct;
      continue;
    }
    for (const part of letter.normalize('NFKD').replace(/\p{M}/gu, '')) {
      const mapped = TABLE.get(part);
      if (mapped !== undefined) latin += mapped;
      else if (/[a-z]/.test(part)) latin += part.toUpperCase();
      else if (/\p{L}/u.test(part)) return null;
      else latin += ' ';
    }
  }
  return latin.split(' ').filter((token) => token !== '');
}
