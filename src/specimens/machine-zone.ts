import { mrzDigit } from '#domain/findings/numbers.ts';
import { latinTokens } from '#domain/people/transliterate.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { SpecimenPerson } from './people.ts';

const pad = (text: string, length: number) => text.slice(0, length).padEnd(length, '<');
const short = (date: CivilDate) => date.slice(2).replaceAll('-', '');
const checked = (text: string) => `${text}${mrzDigit(text)}`;
const name = (text: string) => (latinTokens(text) ?? []).join('<');

/** Three lines of 30 characters: identity cards since 2021 (`ID`) and residence permits (`IR`). Source: ICAO 9303-5. */
export function writeTd1(who: SpecimenPerson, code: 'ID' | 'IR', number: string, expiry: CivilDate): readonly string[] {
  const top = `${code}FRA${checked(pad(number, 9))}${'<'.repeat(15)}`;
  const dates = `${checked(short(who.bornOn))}${who.sex}${checked(short(expiry))}`;
  const whole = mrzDigit(`${top.slice(5)}${dates.slice(0, 7)}${dates.slice(8)}${'<'.repeat(11)}`);
  return [top, `${dates}${who.nationality}${'<'.repeat(11)}${whole}`, pad(`${name(who.lastName)}<<${name(who.firstNames)}`, 30)];
}

/** Two lines of 44 characters: passports. Source: ICAO 9303-4. */
export function writeTd3(who: SpecimenPerson, number: string, expiry: CivilDate): readonly string[] {
  const dates = `${checked(short(who.bornOn))}${who.sex}${checked(short(expiry))}`;
  const [document, optional] = [checked(pad(number, 9)), `${'<'.repeat(14)}0`];
  const whole = mrzDigit(`${document}${dates.slice(0, 7)}${dates.slice(8)}${optional}`);
  return [
    pad(`P<${who.nationality}${name(who.lastName)}<<${name(who.firstNames)}`, 44),
    `${document}${who.nationality}${dates}${optional}${whole}`,
  ];
}
