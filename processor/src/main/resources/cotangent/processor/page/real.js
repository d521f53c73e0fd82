// The methods of Math on real numbers, where JavaScript has none that does the same.

import { bitsOf, exponentOf, fit, fromBits, partsOf, rounded } from "./types.js";

function isNegative(x) {
  return x < 0 || Object.is(x, -0);
}

export function copySign(x, sign) {
  return isNegative(sign) ? -Math.abs(x) : Math.abs(x);
}

/** To the nearest whole number, of two the even one. */
export function rint(x) {
  if (!Number.isFinite(x) || Math.abs(x) >= 2 ** 52) {
    return x;
  }
  const floor = Math.floor(x);
  const rest = x - floor;
  const up = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0);
  return copySign(up ? floor + 1 : floor, x);
}

/** To the nearest whole number, of two the greater one. */
export function roundUp(x) {
  const floor = Math.floor(x);
  return x - floor >= 0.5 ? floor + 1 : floor;
}

export function nextUp(type, x) {
  if (Number.isNaN(x) || x === Infinity) {
    return x;
  }
  return fromBits(type, x === 0 ? 1n : bitsOf(type, x) + (x > 0 ? 1n : -1n));
}

export function nextAfter(type, x, toward) {
  if (Number.isNaN(x) || Number.isNaN(toward)) {
    return NaN;
  }
  if (x === toward) {
    return fit(type, toward);
  }
  return x < toward ? nextUp(type, x) : -nextUp(type, -x);
}

/** The distance to the next greater number in size. */
export function ulp(type, x) {
  if (!Number.isFinite(x)) {
    return Math.abs(x);
  }
  const [digits, least] = type === "float" ? [24, -149] : [53, -1074];
  return 2 ** Math.max(exponentOf(type, x) - digits + 1, least);
}

export function scalb(type, x, power) {
  if (!Number.isFinite(x) || x === 0) {
    return x;
  }
  const { m, e } = partsOf(x);
  return rounded(type, m, e + Math.max(-4300, Math.min(4300, power)));
}

/** Brings exact numbers to the same power of two. */
function aligned(x, y) {
  const e = Math.min(x.e, y.e);
  return [x.m << BigInt(x.e - e), y.m << BigInt(y.e - e), e];
}

/** Multiplies and adds, and rounds once. */
export function fma(type, a, b, c) {
  if (!Number.isFinite(a) || !Number.isFinite(b) || a === 0 || b === 0) {
    return fit(type, a * b + c);
  }
  if (!Number.isFinite(c)) {
    return c;
  }
  const [x, y] = [partsOf(a), partsOf(b)];
  const [product, added, e] = aligned({ m: x.m * y.m, e: x.e + y.e }, partsOf(c));
  return product + added === 0n ? 0 : rounded(type, product + added, e);
}

/** What is left of x after the nearest whole number of times y. */
export function remainderOfNearest(x, y) {
  if (!Number.isFinite(x) || Number.isNaN(y) || y === 0) {
    return NaN;
  }
  if (!Number.isFinite(y) || x === 0) {
    return x;
  }
  const [size, divisor, e] = aligned(partsOf(Math.abs(x)), partsOf(Math.abs(y)));
  const times = size / divisor;
  let rest = size - times * divisor;
  if (2n * rest > divisor || (2n * rest === divisor && times % 2n === 1n)) {
    rest -= divisor;
  }
  if (rest === 0n) {
    return copySign(0, x);
  }
  return rounded("double", isNegative(x) ? -rest : rest, e);
}

/** Compares as Double.compare: −0 comes before 0, NaN last. */
export function compareReal(a, b) {
  if (a < b || a > b) {
    return a < b ? -1 : 1;
  }
  const rank = (x) => (Number.isNaN(x) ? 2 : isNegative(x) ? 0 : 1);
  return a === b || Number.isNaN(a) || Number.isNaN(b) ? Math.sign(rank(a) - rank(b)) : 0;
}
