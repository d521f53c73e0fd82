// How Java writes values as text: real numbers in as few digits as tell them from their neighbours, as
// from JDK 19 on. Before that some have digits more.

import { fit, isPrimitive, isReal } from "./types.js";

/** Java writes two digits at least, and of two the nearest ones. */
const LEAST_DIGITS = 2;

function shortest(type, x) {
  for (let digits = LEAST_DIGITS; ; digits++) {
    const text = x.toExponential(digits - 1);
    if (fit(type, Number(text)) === x) {
      return text;
    }
  }
}

/** Writes a real number as Double.toString and Float.toString do. */
export function textOfReal(type, x) {
  if (!Number.isFinite(x)) {
    return String(x);
  }
  const sign = x < 0 || Object.is(x, -0) ? "-" : "";
  if (x === 0) {
    return `${sign}0.0`;
  }
  const [mantissa, power] = shortest(type, Math.abs(x)).split("e");
  const digits = mantissa.replace(".", "").replace(/0+$/, "");
  const e = Number(power);
  if (e < -3 || e >= 7) {
    return `${sign}${digits[0]}.${digits.slice(1) || "0"}E${e}`;
  }
  const whole = e < 0 ? "0" : digits.padEnd(e + 1, "0").slice(0, e + 1);
  const rest = e < 0 ? "0".repeat(-e - 1) + digits : digits.slice(e + 1);
  return `${sign}${whole}.${rest || "0"}`;
}

const BOXED = /^java\.lang\.(Double|Float|Character|Integer|Long|Short|Byte|Boolean)$/;
const UNBOXED = { Character: "char", Integer: "int" };

/** Writes a value as a concatenation does; nothing for an object, which says itself what it is. */
export function textOf(type, value) {
  const [, box] = BOXED.exec(type) ?? [];
  const plain = box ? UNBOXED[box] ?? box.toLowerCase() : type;
  if (value === null || typeof value === "string") {
    return String(value);
  } else if (isReal(plain)) {
    return textOfReal(plain, value);
  } else if (plain === "char") {
    return String.fromCharCode(value);
  }
  return isPrimitive(plain) ? String(value) : undefined;
}
