// Pearson's chi-square test: how likely counts are under what was promised.

/** ln of the gamma function (Lanczos, g = 7). */
function logGamma(x: number): number {
  const coefficients = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ];
  const sum = coefficients.reduce((all, c, at) => all + c / (x + at), 0.9999999999998099);
  const base = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}

/** The upper regularized incomplete gamma function Q(a, x), as 1 minus the series of P. Exact enough above 1e-14. */
function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x > a + 1) return upperGammaFraction(a, x);
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-16; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return 1 - sum * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/** Q(a, x) by Lentz's continued fraction, for the tail. */
function upperGammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 500; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return h * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/** The probability of counts at least as far from `expected` as `seen` are. */
export function chiSquareP(seen: readonly number[], expected: readonly number[]): number {
  const distance = expected.reduce((sum, value, at) => sum + (seen[at]! - value) ** 2 / value, 0);
  return upperGamma((expected.length - 1) / 2, distance / 2);
}
