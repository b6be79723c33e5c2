/** Value of a character in a machine-readable zone: digits, A = 10 … Z = 35, filler 0. */
const mrzValue = (letter: string): number =>
  /[0-9]/.test(letter) ? Number(letter) : /[A-Z]/.test(letter) ? letter.charCodeAt(0) - 55 : 0;

/** Check digit of a machine-readable zone: weights 7-3-1, modulo 10. Source: ICAO 9303-3 §4.9. */
export function mrzDigit(text: string): number {
  return [...text].reduce((sum, letter, index) => sum + mrzValue(letter) * ([7, 3, 1][index % 3] ?? 0), 0) % 10;
}

/** Luhn sum of a string of digits is a multiple of 10. */
function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** A SIRET number has a right key. La Poste (356 000 000) has its own rule: the digits sum to a multiple of 5. Source: INSEE. */
export function siretIsRight(siret: string): boolean {
  if (!/^\d{14}$/.test(siret)) return false;
  if (siret.startsWith('356000000')) return [...siret].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0 || luhn(siret);
  return luhn(siret);
}

/** A social security number with its key (15 characters): key = 97 − n mod 97, Corsica 2A → 19 and 2B → 18. Source: INSEE. */
export function nirIsRight(nir: string): boolean {
  const match = /^([1-478]\d{4}(?:\d{2}|2[AB])\d{6})(\d{2})$/.exec(nir);
  if (!match?.[1]) return false;
  const number = Number(match[1].replace('2A', '19').replace('2B', '18'));
  return 97 - (number % 97) === Number(match[2]);
}

/** Sex that a right NIR tells: odd is a man's. Source: INSEE. */
export const sexOfNir = (nir: string): 'F' | 'M' => (Number(nir[0]) % 2 === 1 ? 'M' : 'F');

/** Birth that a right NIR tells, `YY-MM`; `YY` where the month is 20 or more, which stands for an unknown one. Source: INSEE. */
export const birthOfNir = (nir: string): string =>
  /^(?:0[1-9]|1[0-2])$/.test(nir.slice(3, 5)) ? `${nir.slice(1, 3)}-${nir.slice(3, 5)}` : nir.slice(1, 3);

/** A tax number: the last three digits are the first ten modulo 511. Specimens do not follow it, so it only informs. */
export function taxNumberIsRight(number: string): boolean {
  return /^\d{13}$/.test(number) && Number(number.slice(0, 10)) % 511 === Number(number.slice(10));
}

/** An IBAN has a right key (ISO 13616, modulo 97). Used only to recognise bank papers, which nobody may ask for. */
export function ibanIsRight(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban)) return false;
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
