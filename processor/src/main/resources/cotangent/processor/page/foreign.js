// Objects of code outside: a page cannot make them, but it can hand them on by name, and ask the reader
// for the numbers that come out of them.

import { JavaArray, cell, elementType, isArray } from "./memory.js";
import { NeedsAnswer, fit, isPrimitive, isReal } from "./types.js";

/** Tells whether a reader can type what is of a type: a number, a word, or an array of these. */
export function isTyped(type) {
  return /^(double|float|int|short|byte|char|long|boolean|java\.lang\.String)(\[\])*$/.test(type);
}

function shown(value) {
  return value instanceof JavaArray
    ? `[${value.cells.map((each) => shown(each.value)).join(", ")}]`
    : String(value?.name ?? value);
}

/** Something outside, and where it comes from. */
export class Outside {
  /**
   * @param kind of the member, `INPUT` for what comes in, `OPERATION` for one of Java's own, `ELEMENT` for one of an array
   * @param member its class and its name
   * @param operands what it is given, the object first
   */
  constructor(kind, member, operands) {
    Object.assign(this, { kind, member, operands, isChanged: false });
  }

  toString() {
    const [first, ...rest] = this.operands.map(shown);
    const name = this.member.split(".").pop();
    switch (this.kind) {
      case "STATIC_FIELD":
      case "INPUT":
        return this.member;
      case "FIELD":
      case "COMPONENT":
        return `${first}.${name}`;
      case "METHOD":
        return `${first}.${name}(${rest.join(", ")})`;
      case "CAST":
        return first;
      case "ELEMENT":
        return `${first}[${rest}]`;
      default:
        return `${this.member}(${this.operands.map(shown).join(", ")})`;
    }
  }
}

/** Reads a literal as JSON has it: what JSON has no word for stands in quotes. */
export function literal(type, value) {
  if (value === null) {
    return null;
  }
  if (isArray(type)) {
    return new JavaArray(type, value.map((each) => cell(literal(elementType(type), each))));
  }
  if (type === "long") {
    return BigInt(value);
  }
  if (isReal(type)) {
    return fit(type, Number(value));
  }
  return typeof value === "string" && isPrimitive(type) ? Number(value) : value;
}

/**
 * Gives what comes from outside: an object by name, a number as the reader says it, once for the
 * same operands.
 *
 * @param objects those that are known already, by their texts
 * @param answers what the reader has said
 */
export function fromOutside(outside, type, place, objects, answers) {
  const isChanged = outside.operands.some((each) => each?.isChanged);
  const key = `${outside}${isChanged ? ", changed" : ""} #${place}`;
  if (!isTyped(type)) {
    if (!objects.has(key)) {
      objects.set(key, outside);
    }
    return objects.get(key);
  }
  if (!(key in answers)) {
    throw Object.assign(new NeedsAnswer(key, type), { outside });
  }
  return literal(type, answers[key]);
}
