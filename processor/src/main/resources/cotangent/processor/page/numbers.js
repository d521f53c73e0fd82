// Java's arithmetic, operation by operation, on JavaScript's numbers.
// double, float and whole numbers up to int are numbers; long is a BigInt.

const LONG = { wrap: (x) => BigInt.asIntN(64, x) };

const WRAP = {
  int: (x) => x | 0,
  short: (x) => (x << 16) >> 16,
  byte: (x) => (x << 24) >> 24,
  char: (x) => x & 0xffff,
  long: LONG.wrap,
  float: Math.fround,
  double: (x) => x,
  boolean: (x) => x,
};

/** Rounds or cuts a number to what the type can hold. */
export function fit(type, x) {
  return WRAP[type](x);
}

class Thrown extends Error {}

/** Makes what Java would throw. */
export function thrown(name, message) {
  const error = new Thrown(message ? `${name}: ${message}` : name);
  error.name = name;
  return error;
}

function divide(type, a, b) {
  if (type === "double" || type === "float") {
    return a / b;
  }
  if (b == 0) {
    throw thrown("ArithmeticException", "/ by zero");
  }
  return type === "long" ? a / b : Math.trunc(a / b);
}

function remainder(type, a, b) {
  if (type !== "double" && type !== "float" && b == 0) {
    throw thrown("ArithmeticException", "/ by zero");
  }
  return a % b;
}

function multiply(type, a, b) {
  return type === "int" ? Math.imul(a, b) : a * b;
}

function rint(x) {
  if (!Number.isFinite(x) || Math.abs(x) >= 2 ** 52) {
    return x;
  }
  const floor = Math.floor(x);
  const rest = x - floor;
  const up = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0);
  return up ? floor + 1 || copySign(0, x) : floor || copySign(0, x);
}

function isNegative(x) {
  return x < 0 || Object.is(x, -0);
}

function copySign(x, sign) {
  return isNegative(sign) ? -Math.abs(x) : Math.abs(x);
}

function wholeMinMax(pick) {
  return (type, a, b) => {
    if (type === "double" || type === "float") {
      return pick === "max" ? Math.max(a, b) : Math.min(a, b);
    }
    return (pick === "max" ? a > b : a < b) ? a : b;
  };
}

function toWhole(bits, x) {
  if (Number.isNaN(x)) {
    return 0n;
  }
  const limit = 2 ** (bits - 1);
  if (x >= limit) {
    return BigInt(limit) - 1n;
  }
  return x <= -limit ? -BigInt(limit) : BigInt(Math.trunc(x));
}

/** Converts between primitive types as a cast does. */
export function cast(from, to, x) {
  const isReal = from === "double" || from === "float";
  if (to === "double" || to === "float") {
    return fit(to, Number(x));
  }
  if (to === "long") {
    return isReal ? toWhole(64, x) : BigInt(x);
  }
  if (from === "long") {
    return fit(to, Number(BigInt.asIntN(32, x)));
  }
  return fit(to, isReal ? Number(toWhole(32, x)) : x);
}

const VIEW = new DataView(new ArrayBuffer(8));

function bitsOf(x) {
  VIEW.setFloat64(0, x);
  return VIEW.getBigInt64(0);
}

function fromBits(bits) {
  VIEW.setBigInt64(0, bits);
  return VIEW.getFloat64(0);
}

function nextUp(x) {
  if (Number.isNaN(x) || x === Infinity) {
    return x;
  }
  if (x === 0) {
    return Number.MIN_VALUE;
  }
  return fromBits(bitsOf(x) + (x > 0 ? 1n : -1n));
}

function exponentOf(x) {
  return x === 0 ? -1023 : Number((bitsOf(x) >> 52n) & 0x7ffn) - 1023;
}

function ulp(x) {
  const size = Math.abs(x);
  if (!Number.isFinite(size)) {
    return size;
  }
  return size === Number.MAX_VALUE ? 2 ** 971 : nextUp(size) - size;
}

function scalb(type, x, power) {
  let result = x;
  let rest = Math.max(-2200, Math.min(2200, power));
  while (rest !== 0) {
    const part = Math.max(-1000, Math.min(1000, rest));
    result *= 2 ** part;
    rest -= part;
  }
  return fit(type, result);
}

function ieeeRemainder(x, y) {
  if (!Number.isFinite(x) || Number.isNaN(y) || y === 0) {
    return NaN;
  }
  if (!Number.isFinite(y)) {
    return x;
  }
  const divisor = Math.abs(y);
  let rest = Math.abs(x) % (2 * divisor);
  if (rest > divisor || (rest === divisor && (Math.abs(x) % (2 * divisor)) > divisor)) {
    rest -= 2 * divisor;
  }
  if (2 * Math.abs(rest) > divisor) {
    rest -= copySign(divisor, rest);
  }
  return isNegative(x) ? -rest || -0 : rest || 0;
}

/** Multiplies and adds with one rounding, by splitting the product into its exact halves. */
function fma(a, b, c) {
  const product = a * b;
  if (!Number.isFinite(product) || !Number.isFinite(c)) {
    return product + c;
  }
  const split = (x) => {
    const big = 134217729 * x;
    const high = big - (big - x);
    return [high, x - high];
  };
  const [ah, al] = split(a);
  const [bh, bl] = split(b);
  const error = al * bl - (product - ah * bh - al * bh - ah * bl);
  const sum = product + c;
  const back = sum - product;
  const rest = product - (sum - back) + (c - back);
  return sum + (rest + error);
}

function round(type, x) {
  return toWhole(type === "float" ? 32 : 64, Math.floor(x + 0.5));
}

const compare = (test) => (type, a, b) => test(a, b);
const real = (f) => (type, ...x) => fit(type, f(...x));

/** What each operation computes: the type of its first operand, then its operands. */
const OPERATIONS = {
  add: (type, a, b) => fit(type, a + b),
  sub: (type, a, b) => fit(type, a - b),
  mul: (type, a, b) => fit(type, multiply(type, a, b)),
  div: (type, a, b) => fit(type, divide(type, a, b)),
  rem: (type, a, b) => fit(type, remainder(type, a, b)),
  neg: (type, a) => fit(type, -a),
  and: (type, a, b) => (type === "boolean" ? a && b : a & b),
  or: (type, a, b) => (type === "boolean" ? a || b : a | b),
  xor: (type, a, b) => (type === "boolean" ? a !== b : a ^ b),
  invert: (type, a) => ~a,
  shl: (type, a, n) => (type === "long" ? LONG.wrap(a << (BigInt(n) & 63n)) : a << Number(n)),
  shr: (type, a, n) => (type === "long" ? a >> (BigInt(n) & 63n) : a >> Number(n)),
  ushr: (type, a, n) =>
    type === "long"
      ? LONG.wrap(BigInt.asUintN(64, a) >> (BigInt(n) & 63n))
      : (a >>> Number(n)) | 0,
  lt: compare((a, b) => a < b),
  le: compare((a, b) => a <= b),
  gt: compare((a, b) => a > b),
  ge: compare((a, b) => a >= b),
  eq: compare((a, b) => a === b),
  ne: compare((a, b) => a !== b),
  not: (type, a) => !a,
  select: (type, condition, a, b) => (condition ? a : b),
  exp: real(Math.exp),
  expm1: real(Math.expm1),
  log: real(Math.log),
  log10: real(Math.log10),
  log1p: real(Math.log1p),
  pow: (type, a, b) => (Math.abs(a) === 1 && !Number.isFinite(b) ? NaN : a ** b),
  sqrt: real(Math.sqrt),
  cbrt: real(Math.cbrt),
  hypot: (type, a, b) => Math.hypot(a, b),
  sin: real(Math.sin),
  cos: real(Math.cos),
  tan: real(Math.tan),
  asin: real(Math.asin),
  acos: real(Math.acos),
  atan: real(Math.atan),
  atan2: real(Math.atan2),
  sinh: real(Math.sinh),
  cosh: real(Math.cosh),
  tanh: real(Math.tanh),
  toDegrees: (type, a) => a * (180 / Math.PI),
  toRadians: (type, a) => a * (Math.PI / 180),
  abs: (type, a) => (type === "double" || type === "float" ? Math.abs(a) : a < 0 ? fit(type, -a) : a),
  max: wholeMinMax("max"),
  min: wholeMinMax("min"),
  fma: (type, a, b, c) => fit(type, fma(a, b, c)),
  copySign: (type, a, sign) => copySign(a, sign),
  scalb,
  IEEEremainder: (type, a, b) => ieeeRemainder(a, b),
  nextUp: (type, a) => nextUp(a),
  nextDown: (type, a) => -nextUp(-a),
  nextAfter: (type, a, b) => (b > a ? nextUp(a) : b < a ? -nextUp(-a) : b),
  floor: (type, a) => Math.floor(a),
  ceil: (type, a) => Math.ceil(a),
  rint: (type, a) => rint(a),
  round: (type, a) => (type === "float" ? Number(round(type, a)) : round(type, a)),
  signum: (type, a) => (typeof a === "bigint" ? BigInt(a > 0n) - BigInt(a < 0n) : Math.sign(a)),
  ulp: (type, a) => ulp(a),
  getExponent: (type, a) => exponentOf(a),
  floorDiv: (type, a, b) => {
    const rest = remainder(type, a, b);
    return fit(type, divide(type, a - ((rest < 0) !== b < 0 && rest != 0 ? rest + b : rest), b));
  },
  floorMod: (type, a, b) => {
    const rest = remainder(type, a, b);
    return (rest < 0) !== b < 0 && rest != 0 ? rest + b : rest;
  },
  "Double.isNaN": (type, a) => Number.isNaN(a),
  "Double.isInfinite": (type, a) => a === Infinity || a === -Infinity,
  "Double.isFinite": (type, a) => Number.isFinite(a),
  "Double.compare": (type, a, b) =>
    Object.is(a, b) ? 0 : a < b || Number.isNaN(b) || (a === b && isNegative(a)) ? -1 : 1,
  "Integer.compare": (type, a, b) => (a < b ? -1 : a === b ? 0 : 1),
};

/** Tells whether the page can compute an operation. */
export function isKnown(operation) {
  return operation in OPERATIONS || operation in WRAP || strict(operation) in OPERATIONS;
}

/** StrictMath's functions are those of Math here: both are within rounding of each other. */
function strict(operation) {
  return operation.replace(/^StrictMath\./, "");
}

/** Computes an operation of the table. */
export function compute(operation, types, operands) {
  if (operation in WRAP) {
    return cast(types[0], operation, operands[0]);
  }
  const type = operation === "select" ? types[1] : types[0];
  const f = OPERATIONS[operation] ?? OPERATIONS[strict(operation)];
  if (f === undefined) {
    throw thrown("unknown operation", operation);
  }
  return f(type, ...operands);
}
