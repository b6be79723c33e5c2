const Z = 1.959963984540054;

/**
 * 95 % Wilson score interval of a proportion (Wilson, 1927): holds for few cases and near 0 or 1, unlike the usual one.
 * @returns proportions between 0 and 1, or `null` without any case
 */
export function wilsonInterval(successes: number, cases: number): { readonly low: number; readonly high: number } | null {
  if (cases <= 0) return null;
  const p = successes / cases;
  const spread = Z * Math.sqrt((p * (1 - p)) / cases + (Z * Z) / (4 * cases * cases));
  const centre = p + (Z * Z) / (2 * cases);
  const scale = 1 + (Z * Z) / cases;
  return {
    low: successes <= 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: successes >= cases ? 1 : Math.min(1, (centre + spread) / scale),
  };
}
