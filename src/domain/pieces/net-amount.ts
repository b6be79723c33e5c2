/** Ways to work out a net monthly amount from what papers say. */
export const CALCULATIONS = ['gross', 'three', 'line'] as const;
export type Calculation = (typeof CALCULATIONS)[number];

/** Share of a gross salary that is left once contributions are paid: an estimate. */
const NET_SHARE = 0.75;
const MONTHS = 12;

const numberOf = (text: string): number | null => {
  const value = Number(text.replace(',', '.'));
  return /^\d+(?:[.,]\d+)?$/.test(text) && value > 0 ? value : null;
};

/**
 * Whole euros net a month: a gross yearly salary ÷ 12 × 0.75; the mean of three amounts; a yearly line of a tax notice ÷ 12. Cents are
 * dropped. `null` when what was typed is no such number.
 * @param typed `gross`, `line`: one number, spaces between thousands allowed; `three`: three numbers separated by spaces
 */
export function netMonthly(way: Calculation, typed: string): number | null {
  const text = typed.replace(/€/gu, '').trim();
  if (way === 'three') {
    const amounts = text.split(/[\s;]+/u).map(numberOf);
    if (amounts.length !== 3) return null;
    const sum = amounts.reduce<number | null>((total, amount) => (total === null || amount === null ? null : total + amount), 0);
    return sum === null ? null : Math.floor(sum / 3) || null;
  }
  const year = numberOf(text.replace(/\s/gu, ''));
  if (year === null) return null;
  return Math.floor((year / MONTHS) * (way === 'gross' ? NET_SHARE : 1)) || null;
}
