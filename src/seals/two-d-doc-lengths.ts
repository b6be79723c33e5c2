/** Length of a data element: a fixed number of characters, or a range. */
export interface FieldLength {
  readonly least: number;
  readonly most: number;
}

/** Fixed lengths, then ranges, of every identifier of perimeter 01. Source: ANTS, 2D-Doc technical specification 3.3.7. */
const TABLE: readonly (readonly [length: string, identifiers: string])[] = [
  ['1', '1G 1H 5T 68 6J 76 7C-7G 7I 7J 7O 8E-8H 8J AF AG AT B6 BA BD C0 C5 EA EF F3 F5 L7 L8'],
  ['2', '26 2D 34 5J 65 67 6C 6I 6Y 7H A0 A6 B5 B9 BG D8 E0 E5 G0 G1 H1 H3 HL HQ-HS LA'],
  ['3', '6B A5 A7 A9 BE BF DY E4'],
  ['4', '06 08 09 36 37 45 4S 53 54 56 AD AE E1-E3 I0'],
  ['5', '24 2B 4P 5H 6W 78 7A AY C9 EB HJ'],
  ['6', '07 51 AO'],
  ['7', '52 AK H8 I1'],
  ['8', '1C 4A-4C 55 57 69 6L 6N 6O 75 8A 8I 96 AA AI AN B7 C4 D3 D4 D6 D7 D9 DA DD DL DS EC F2 G3 H4 H5 H9 HA HO L2 L9'],
  ['9', '0A 0B 7L DF DN DU E7 HB'],
  ['10', 'CB'],
  ['11', 'AL I6'],
  ['12', '6R 70 71 86 C3 CC E8 F6 HN HP'],
  ['13', '40 44 47 49 7K AJ'],
  ['14', '50 8D BK DG DO DV'],
  ['15', '4F'],
  ['16', '7P I2'],
  ['17', '85 A4 D0'],
  ['19', '6K'],
  ['21', '5N'],
  ['36', '0D'],
  ['0-3', '4M'],
  ['1-3', 'ED'],
  ['0-5', 'AM'],
  ['1-5', '43'],
  ['3-7', 'F4'],
  ['0-8', 'AB'],
  ['0-10', '4V-4X 6Q 8C AS DZ G4'],
  ['1-10', '6H'],
  ['5-10', '88 8B'],
  ['8-10', 'D5'],
  ['0-11', '38 39 58 5A 5C'],
  ['8-11', '32'],
  ['9-11', '6Z'],
  ['0-12', '41 4D 4E 4I 4J 59 5B 5U A8'],
  ['5-13', 'I5'],
  ['9-14', '5L'],
  ['5-15', 'L4'],
  ['0-16', '1D'],
  ['0-17', 'A1-A3'],
  ['0-18', '95'],
  ['15-18', 'HM'],
  ['0-19', 'AC E9'],
  ['0-20', '5P 5R 61 66 82 B1 BC C2 C7 D2 DH DP DW G2 HH'],
  ['0-25', 'AQ'],
  ['0-30', '1E 1F 33 4R 4T AH BH-BJ L3'],
  ['4-30', 'DI DX'],
  ['5-30', 'L5 L6'],
  ['0-32', '25 2C 4Q 5I 6A 6X AZ B8 HK'],
  ['14-34', '35'],
  ['0-35', 'AR'],
  ['1-37', 'I4'],
  [
    '0-38',
    '10-17 1I-1P 20-23 27-2A 46 48 4G 4K 4L 4N 4O 4U 5D-5G 5M 5O 5Q 62-64 6S-6V 72 74 80 90-94 AU-AX B2-B4 C1 C6 C8 F1 H0 H2 HC-HG HI',
  ],
  ['1-38', '6G'],
  ['14-38', '31'],
  ['0-40', '5S 6M 6P 83 84 H6'],
  ['0-45', '77 7B CA G5'],
  ['0-50', '5K BB D1 DB DC DE DJ DK DM DQ DR DT'],
  ['0-53', 'H7'],
  ['1-54', 'I3'],
  ['0-60', '60 6D 6E 73 81 AP B0 F0'],
  ['0-63', '87'],
  ['0-64', '7M'],
  ['1-64', '89 8K'],
  ['0-65', 'E6'],
  ['0-77', '4H'],
  ['0-80', 'L0 L1'],
  ['0-90', '6F'],
  ['0-100', 'EE'],
  ['0-114', '79'],
  ['0-128', '7N'],
  ['0-140', '30'],
  ['0-*', '01-05 0C 18-1B 42 4Y'],
];

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** `1I-1L` as 1I, 1J, 1K, 1L: ranges run over digits, then letters, of the second character. */
function expand(identifiers: string): readonly string[] {
  return identifiers.split(' ').flatMap((part) => {
    const [from = '', to] = part.split('-');
    if (to === undefined) return [from];
    const [first, last] = [DIGITS.indexOf(from.charAt(1)), DIGITS.indexOf(to.charAt(1))];
    return Array.from({ length: last - first + 1 }, (_, step) => `${from.charAt(0)}${DIGITS.charAt(first + step)}`);
  });
}

/** The length of each known identifier. */
export const FIELD_LENGTHS: ReadonlyMap<string, FieldLength> = new Map(
  TABLE.flatMap(([length, identifiers]) => {
    const [least = '0', most = least] = length.split('-');
    const range = { least: Number(least), most: most === '*' ? Number.POSITIVE_INFINITY : Number(most) };
    return expand(identifiers).map((identifier) => [identifier, range] as const);
  }),
);
