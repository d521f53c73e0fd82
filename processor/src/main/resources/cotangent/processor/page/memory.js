// Java's arrays. A cell holds a value and the node of the run that computed it, so that reading
// an element leads straight to where it came from.

import { isPrimitive, thrown } from "./types.js";

/** Pairs a value with the node that computed it; constants have none. */
export function cell(value, node = null) {
  return { value, node };
}

const ZERO = { boolean: false, long: 0n };

/** The element type of an array type. */
export function elementType(type) {
  return type.slice(0, -2);
}

/** Tells whether a type is one of arrays. */
export function isArray(type) {
  return type.endsWith("[]");
}

/** What Java puts into a new array. */
export function unset(type) {
  return isPrimitive(type) ? ZERO[type] ?? 0 : null;
}

/** An array of Java's. */
export class JavaArray {
  constructor(type, cells) {
    this.type = type;
    this.cells = cells;
  }

  static of(type, length) {
    if (length < 0) {
      throw thrown("NegativeArraySizeException", String(length));
    }
    const zero = unset(elementType(type));
    return new JavaArray(type, Array.from({ length }, () => cell(zero)));
  }

  /**
   * new double[n][m][]: as many dimensions as lengths are filled.
   *
   * @param lengths cells; one that is the length of another array says of which
   */
  static filled(type, [length, ...inner]) {
    const array = JavaArray.of(type, length.value);
    array.asLongAs = length.of;
    if (inner.length > 0) {
      const row = elementType(type);
      array.cells = array.cells.map(() => cell(JavaArray.filled(row, inner)));
    }
    return array;
  }

  at(index) {
    if (index < 0 || index >= this.cells.length) {
      const message = `Index ${index} out of bounds for length ${this.cells.length}`;
      throw Object.assign(thrown("ArrayIndexOutOfBoundsException", message), { array: this, index });
    }
    return this.cells[index];
  }

  set(index, content) {
    this.at(index);
    this.cells[index] = content;
  }

  clone() {
    return Object.assign(new JavaArray(this.type, [...this.cells]), { asLongAs: this });
  }

  /** Gives zeros in the same shape. */
  zeros() {
    const element = elementType(this.type);
    const zero = (each) => (isArray(element) ? each.value && each.value.zeros() : unset(element));
    return new JavaArray(this.type, this.cells.map((each) => cell(zero(each))));
  }
}

/** Gives an array, or throws what Java throws for null. */
export function nonNull(array) {
  if (array === null) {
    throw thrown("NullPointerException");
  }
  return array;
}
