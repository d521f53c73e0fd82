// The methods of Math, Integer and Long on whole numbers. They are computed on BigInts, whose
// digits never end, and then cut to their type or found to be too many for it.

import { fit, thrown } from "./types.js";

/** Gives a whole number of a type from a BigInt. */
function cut(type, x) {
  return type === "long" ? BigInt.asIntN(64, x) : Number(BigInt.asIntN(32, x));
}

/** The same, or what the exact methods throw. */
function exact(type, x) {
  const bits = type === "long" ? 64 : 32;
  if (BigInt.asIntN(bits, x) !== x) {
    throw thrown("ArithmeticException", `${type === "long" ? "long" : "integer"} overflow`);
  }
  return cut(type, x);
}

/** Refuses to divide by zero. */
export function nonZero(x) {
  if (x == 0) {
    throw thrown("ArithmeticException", "/ by zero");
  }
  return BigInt(x);
}

function flooredQuotient(a, b) {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

const sign = (x) => (x > 0n ? 1 : x < 0n ? -1 : 0);

/** Methods of Math: the type of the first operand, then operands as BigInts, then their types. */
const EXACT = {
  addExact: (type, a, b) => exact(type, a + b),
  subtractExact: (type, a, b) => exact(type, a - b),
  multiplyExact: (type, a, b) => exact(type, a * b),
  negateExact: (type, a) => exact(type, -a),
  incrementExact: (type, a) => exact(type, a + 1n),
  decrementExact: (type, a) => exact(type, a - 1n),
  absExact: (type, a) => exact(type, a < 0n ? -a : a),
  toIntExact: (type, a) => exact("int", a),
  floorDiv: (type, a, b) => cut(type, flooredQuotient(a, nonZero(b))),
  floorMod: (type, a, b, types) => cut(types[1], a - flooredQuotient(a, nonZero(b)) * b),
  multiplyFull: (type, a, b) => a * b,
  multiplyHigh: (type, a, b) => (a * b) >> 64n,
};

const digits = (bits, x) => x.toString(2).padStart(bits, "0");
const reversed = (pieces) => BigInt(`0b${pieces.reverse().join("")}`);

/** Methods of Integer and Long: how many bits, then operands without a sign. */
const BITS = {
  compareUnsigned: (bits, a, b) => sign(a - b),
  bitCount: (bits, a) => digits(bits, a).replaceAll("0", "").length,
  highestOneBit: (bits, a) => (a === 0n ? 0n : 1n << BigInt(a.toString(2).length - 1)),
  lowestOneBit: (bits, a) => a & -a,
  numberOfLeadingZeros: (bits, a) => (a === 0n ? bits : bits - a.toString(2).length),
  numberOfTrailingZeros: (bits, a) => (a === 0n ? bits : /0*$/.exec(digits(bits, a))[0].length),
  reverse: (bits, a) => reversed([...digits(bits, a)]),
  reverseBytes: (bits, a) => reversed(digits(bits, a).match(/.{8}/g)),
  rotateLeft: (bits, a, n) => {
    const by = BigInt.asUintN(bits === 64 ? 6 : 5, n);
    return (a << by) | (a >> (BigInt(bits) - by));
  },
  rotateRight: (bits, a, n) => BITS.rotateLeft(bits, a, -n),
  hashCode: (bits, a) => (bits === 64 ? Number(BigInt.asIntN(32, a ^ (a >> 32n))) : a),
  divideUnsigned: (bits, a, b) => a / nonZero(b),
  remainderUnsigned: (bits, a, b) => a % nonZero(b),
};

const METHOD = /^(Integer|Long)\.(\w+)$/;

/** Finds a method on whole numbers: a function of the types of operands, and operands. */
export function wholeMethod(name) {
  if (name in EXACT) {
    return (types, operands) => EXACT[name](types[0], ...operands.map(BigInt), types);
  }
  const [, owner, method] = METHOD.exec(name) ?? [];
  if (method === "compare" || method === "signum") {
    return (types, [a, b = 0]) => sign(BigInt(a) - BigInt(b));
  }
  if (name === "Integer.toUnsignedLong") {
    return (types, [a]) => BigInt.asUintN(32, BigInt(a));
  }
  if (!(method in BITS)) {
    return undefined;
  }
  const type = owner === "Long" ? "long" : "int";
  const bits = owner === "Long" ? 64 : 32;
  return (types, operands) => {
    const given = operands.map((each) => BigInt.asUintN(bits, BigInt(each)));
    const result = BITS[method](bits, ...given);
    return typeof result === "bigint" ? cut(type, result) : fit("int", result);
  };
}
