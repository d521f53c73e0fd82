// Java's arithmetic, operation by operation: the table of docs/operations.md.

import {
  compareReal,
  copySign,
  fma,
  nextAfter,
  nextUp,
  remainderOfNearest,
  rint,
  roundUp,
  scalb,
  ulp,
} from "./real.js";
import { bitsOf, CannotRun, exponentOf, fit, fromBits, isPrimitive, isReal, rounded } from "./types.js";
import { nonZero, wholeMethod } from "./whole.js";

function divide(type, a, b) {
  if (isReal(type)) {
    return a / b;
  }
  nonZero(b);
  return type === "long" ? a / b : Math.trunc(a / b);
}

function remainder(type, a, b) {
  if (!isReal(type)) {
    nonZero(b);
  }
  return a % b;
}

function sigmoid(x) {
  if (x >= 0) {
    return 1 / (1 + Math.exp(-x));
  }
  const e = Math.exp(x);
  return e / (1 + e);
}

function extreme(isLarger, real) {
  return (type, a, b) => (isReal(type) ? real(a, b) : isLarger(a, b) ? a : b);
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
  if (to === "float" && from === "long") {
    return rounded("float", x, 0);
  }
  if (isReal(to)) {
    return fit(to, Number(x));
  }
  if (to === "long") {
    return isReal(from) ? toWhole(64, x) : BigInt(x);
  }
  if (from === "long") {
    return fit(to, Number(BigInt.asIntN(32, x)));
  }
  return fit(to, isReal(from) ? Number(toWhole(32, x)) : x);
}

/** Shifts; of the distance only the last bits count. */
function shift(type, x, distance, onInt, onLong) {
  return type === "long"
    ? fit(type, onLong(x, BigInt.asUintN(6, BigInt(distance))))
    : onInt(x, Number(BigInt.asUintN(5, BigInt(distance))));
}

const test = (holds) => (type, a, b) => holds(a, b);
const real = (f) => (type, ...x) => fit(type, f(...x));
const minus = (type, a, b) => a - b;
const compareReals = (type, a, b) => compareReal(a, b);
const bits = (type, a) => (type === "float" ? Number(bitsOf(type, a)) : bitsOf(type, a));

/** What each operation computes: the type of its first operand, then its operands. */
const OPERATIONS = {
  add: (type, a, b) => fit(type, a + b),
  sub: (type, a, b) => fit(type, a - b),
  mul: (type, a, b) => (type === "int" ? Math.imul(a, b) : fit(type, a * b)),
  div: (type, a, b) => fit(type, divide(type, a, b)),
  rem: (type, a, b) => fit(type, remainder(type, a, b)),
  neg: (type, a) => fit(type, -a),
  and: (type, a, b) => (type === "boolean" ? a && b : a & b),
  or: (type, a, b) => (type === "boolean" ? a || b : a | b),
  xor: (type, a, b) => (type === "boolean" ? a !== b : a ^ b),
  invert: (type, a) => ~a,
  shl: (type, a, n) => shift(type, a, n, (x, by) => x << by, (x, by) => x << by),
  shr: (type, a, n) => shift(type, a, n, (x, by) => x >> by, (x, by) => x >> by),
  ushr: (type, a, n) =>
    shift(type, a, n, (x, by) => (x >>> by) | 0, (x, by) => BigInt.asUintN(64, x) >> by),
  lt: test((a, b) => a < b),
  le: test((a, b) => a <= b),
  gt: test((a, b) => a > b),
  ge: test((a, b) => a >= b),
  eq: test((a, b) => a === b),
  ne: test((a, b) => a !== b),
  not: (type, a) => !a,
  select: (type, condition, a, b) => (condition ? a : b),
  unlessZero: (type, weight, scaled) => (weight === 0 ? 0 : scaled),
  seenAs: (type, value) => value,
  holds: () => true,
  exp: real((x) => Math.exp(x)),
  expm1: real((x) => Math.expm1(x)),
  log: real((x) => Math.log(x)),
  log10: real((x) => Math.log10(x)),
  log1p: real((x) => Math.log1p(x)),
  pow: real((x, p) => Math.pow(x, p)),
  sqrt: real((x) => Math.sqrt(x)),
  cbrt: real((x) => Math.cbrt(x)),
  hypot: real((x, y) => Math.hypot(x, y)),
  sin: real((x) => Math.sin(x)),
  cos: real((x) => Math.cos(x)),
  tan: real((x) => Math.tan(x)),
  asin: real((x) => Math.asin(x)),
  acos: real((x) => Math.acos(x)),
  atan: real((x) => Math.atan(x)),
  atan2: real((y, x) => Math.atan2(y, x)),
  sinh: real((x) => Math.sinh(x)),
  cosh: real((x) => Math.cosh(x)),
  tanh: real((x) => Math.tanh(x)),
  sigmoid: real(sigmoid),
  softplus: real((x) =>
    x >= 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)),
  ),
  toDegrees: (type, a) => a * (180 / Math.PI),
  toRadians: (type, a) => a * (Math.PI / 180),
  abs: (type, a) => (isReal(type) ? Math.abs(a) : a < 0 ? fit(type, -a) : a),
  max: extreme((a, b) => a > b, Math.max),
  min: extreme((a, b) => a < b, Math.min),
  fma,
  copySign: (type, a, sign) => copySign(a, sign),
  scalb,
  IEEEremainder: (type, a, b) => remainderOfNearest(a, b),
  nextUp,
  nextDown: (type, a) => -nextUp(type, -a),
  nextAfter,
  floor: (type, a) => Math.floor(a),
  ceil: (type, a) => Math.ceil(a),
  rint: (type, a) => rint(a),
  round: (type, a) => cast(type, type === "float" ? "int" : "long", roundUp(a)),
  signum: (type, a) => Math.sign(a),
  ulp,
  getExponent: (type, a) => exponentOf(type, a),
  isNaN: (type, a) => Number.isNaN(a),
  isInfinite: (type, a) => a === Infinity || a === -Infinity,
  isFinite: (type, a) => Number.isFinite(a),
  hashCode: (type, a) => wholeMethod(type === "float" ? "Integer.hashCode" : "Long.hashCode")([], [bits(type, a)]),
  doubleToLongBits: bits,
  doubleToRawLongBits: bits,
  longBitsToDouble: (type, a) => fromBits("double", a),
  floatToIntBits: bits,
  floatToRawIntBits: bits,
  intBitsToFloat: (type, a) => fromBits("float", BigInt(a)),
  "Double.compare": compareReals,
  "Float.compare": compareReals,
  "Boolean.compare": (type, a, b) => Number(a) - Number(b),
  "Character.compare": minus,
  "Short.compare": minus,
  "Byte.compare": minus,
};

/** Finds how an operation is computed: StrictMath's methods here are those of Math. */
function operationOf(operation) {
  const method = operation.replace(/^(Strict)?Math\.|^(Double|Float)\.(?!compare)/, "");
  const whole = wholeMethod(method);
  return whole ?? ((types, operands) => rowOf(operation, method)(types[0], ...operands));
}

function rowOf(operation, method) {
  if (!(method in OPERATIONS)) {
    throw new CannotRun(`The page does not know the operation ${operation}`);
  }
  return OPERATIONS[method];
}

const FOUND = new Map();

/** Computes an operation of the table. */
export function compute(operation, types, operands) {
  if (isPrimitive(operation)) {
    return cast(types[0], operation, operands[0]);
  }
  if (!FOUND.has(operation)) {
    FOUND.set(operation, operationOf(operation));
  }
  return FOUND.get(operation)(types, operands);
}
