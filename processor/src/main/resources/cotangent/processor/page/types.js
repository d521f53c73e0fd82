// Java's primitive types on JavaScript's numbers: double, float and whole numbers up to int are
// numbers; long is a BigInt.

const WRAP = {
  int: (x) => x | 0,
  short: (x) => (x << 16) >> 16,
  byte: (x) => (x << 24) >> 24,
  char: (x) => x & 0xffff,
  long: (x) => BigInt.asIntN(64, x),
  float: Math.fround,
  double: (x) => x,
  boolean: (x) => x,
};

/** Rounds or cuts a number to what the type can hold. */
export function fit(type, x) {
  return WRAP[type](x);
}

/** Tells whether a name is that of a primitive type. */
export function isPrimitive(type) {
  return type in WRAP;
}

/** Tells whether a type is one of real numbers: those that have derivatives. */
export function isReal(type) {
  return type === "double" || type === "float";
}

/** What is asked for in more letters is cut. */
const LONGEST_QUESTION = 120;

class Thrown extends Error {}

/** Makes what Java would throw. */
export function thrown(name, message) {
  const error = new Thrown(message ? `${name}: ${message}` : name);
  error.name = name;
  return error;
}

/** What a page cannot run: it says so, and nothing is shown in its place. */
export class CannotRun extends Error {}

/** A run that the reader has to help: code outside is asked for its value. */
export class NeedsAnswer extends Error {
  constructor(member, type) {
    const shown = member.replace(/ #\d*$/, "");
    const text = shown.length > LONGEST_QUESTION ? `${shown.slice(0, LONGEST_QUESTION)}…` : shown;
    super(`${text} is code outside, which a page cannot run`);
    this.member = member;
    this.type = type;
  }
}

/** How the bits of the real types lie: digits, smallest exponent, and how bits are got at. */
const VIEW = new DataView(new ArrayBuffer(8));
const FORMAT = {
  double: {
    digits: 53,
    least: -1074,
    bias: 1023,
    bits: (x) => (VIEW.setFloat64(0, x), VIEW.getBigInt64(0)),
    of: (bits) => (VIEW.setBigInt64(0, bits), VIEW.getFloat64(0)),
  },
  float: {
    digits: 24,
    least: -149,
    bias: 127,
    bits: (x) => (VIEW.setFloat32(0, x), BigInt(VIEW.getInt32(0))),
    of: (bits) => (VIEW.setInt32(0, Number(bits)), VIEW.getFloat32(0)),
  },
};

/** Gives the bits of a real number, as a signed whole number. */
export function bitsOf(type, x) {
  return FORMAT[type].bits(x);
}

/** Gives the real number that has such bits. */
export function fromBits(type, bits) {
  return FORMAT[type].of(bits);
}

/** Gives the exponent as it stands in the bits, without its bias. */
export function exponentOf(type, x) {
  const { digits, bias, bits } = FORMAT[type];
  return Number((bits(x) >> BigInt(digits - 1)) & BigInt(2 * bias + 1)) - bias;
}

/** Takes a finite number apart: it is `m` times two to the `e`, exactly. */
export function partsOf(x) {
  const bits = bitsOf("double", x);
  const exponent = exponentOf("double", x) + 1023;
  const fraction = bits & 0xfffffffffffffn;
  const size = exponent === 0 ? fraction : fraction | (1n << 52n);
  return { m: bits < 0n ? -size : size, e: Math.max(exponent, 1) - 1075 };
}

/** Rounds `m` times two to the `e` once: to the nearest number, of two the even one. */
export function rounded(type, m, e) {
  const { digits, least } = FORMAT[type];
  const size = m < 0n ? -m : m;
  const drop = Math.max(size.toString(2).length - digits, least - e, 0);
  const half = drop === 0 ? 0n : 1n << BigInt(drop - 1);
  const rest = drop === 0 ? 0n : size & ((1n << BigInt(drop)) - 1n);
  let kept = size >> BigInt(drop);
  if (drop > 0 && (rest > half || (rest === half && (kept & 1n) === 1n))) {
    kept += 1n;
  }
  return fit(type, (m < 0n ? -1 : 1) * Number(kept) * 2 ** (e + drop));
}
