// What a page knows of code that is not in the graph: texts, boxed numbers, exceptions that are
// made to be thrown, and that assertions are off, as they are unless somebody turns them on.

import { Outside } from "./foreign.js";
import { JavaArray } from "./memory.js";
import { COMPARISONS, sortedPlaces } from "./sorting.js";
import { textOf } from "./texts.js";
import { thrown } from "./types.js";

function check(isRight, message) {
  if (!isRight) {
    throw thrown("IllegalArgumentException", message);
  }
}

const counted = (number, what) => `${number} ${what}${number === 1 ? "" : "s"}`;

const misfit = (operation, rows, columns, needed, given) =>
  `${operation} of ${rows} × ${columns} needs ${needed}, not ${given}`;

/** What the tensor library asks of shapes. */
const SHAPES = {
  same: (operation, ...sizes) => {
    const [left, right] = [sizes.slice(0, sizes.length / 2), sizes.slice(sizes.length / 2)];
    const [one, other] = [left, right].map((each) => each.join(" × "));
    check(one === other, `${operation} needs two of one shape, not ${one} and ${other}`);
  },
  needs: (operation, rows, columns, needed, size) =>
    check(needed === size, misfit(operation, rows, columns, needed, `${size} elements`)),
  needsRows: (operation, rows, columns, needed, otherRows, otherColumns) =>
    check(needed === otherRows, misfit(operation, rows, columns, counted(needed, "row"), `${otherRows} × ${otherColumns}`)),
  needsColumns: (operation, rows, columns, needed, otherRows, otherColumns) =>
    check(needed === otherColumns, misfit(operation, rows, columns, counted(needed, "column"), `${otherRows} × ${otherColumns}`)),
  square: (operation, rows, columns) => {
    check(rows === columns, `${operation} needs a square matrix, not ${rows} × ${columns}`);
    return rows;
  },
  size: (what, size) => {
    check(size >= 0, `a number of ${what} is never ${size}`);
    return size;
  },
  elements: (rows, columns) => {
    check(rows >= 0 && columns >= 0, `a number of rows or columns is never negative`);
    return rows * columns;
  },
  part: (what, from, to, size) =>
    check(from >= 0 && from <= to && to <= size, `slice from ${from} to ${to} of ${size} ${what}`),
  atLeastOne: (operation, size) => {
    check(size > 0, `${operation} of no elements`);
    return size;
  },
  row: (row, size, needed) =>
    check(size === needed, `row ${row} has ${size} elements, row 0 has ${needed}`),
};

const SHAPES_NAME = /^cotangent\.tensor\.Shapes\.(\w+)$/;

const METHODS = {
  ...COMPARISONS,
  "cotangent.Cotangent.stop": (value) => (value instanceof JavaArray ? undefined : value),
  "cotangent.Order.of": sortedPlaces,
  "java.lang.Class.desiredAssertionStatus": () => false,
  "java.lang.String.length": (text) => text.length,
  "java.lang.String.isEmpty": (text) => text.length === 0,
  "java.lang.String.charAt": (text, i) => (i >= 0 && i < text.length ? text.charCodeAt(i) : undefined),
  "java.lang.String.equals": (text, other) => text === other,
};

/** What a box of a number holds is the number. */
const BOXES = /^java\.lang\.(Double|Float|Long|Integer|Short|Byte|Boolean)\.(\w+Value|valueOf)$/;

const NEW_ARRAY = /\[\]\.$/;

/** Methods that write what they are given, one after the other. */
const TO_TEXT = /^java\.lang\.(String\.(valueOf|concat)|(Double|Float|Long|Integer|Boolean|Character)\.toString)$/;

const TYPES_OF_TEXT = /^java\.(lang\.(String|Object|CharSequence|Comparable.*)|io\.Serializable)$/;

function castText(value, type) {
  if (typeof value === "string" && !TYPES_OF_TEXT.test(type)) {
    throw thrown("ClassCastException", `a text is no ${type}`);
  }
  return value;
}

const CLASSES = new Map();

/** Gives the object that stands for a class, of which there is one: programs compare them. */
function classNamed(name) {
  if (!CLASSES.has(name)) {
    CLASSES.set(name, { name });
  }
  return CLASSES.get(name);
}

/** Gives what a member answers; nothing where the page doesn't know it. */
export function knownMember(step, values) {
  const [first] = values;
  const isText = step.kind === "CONCATENATION" || TO_TEXT.test(step.member);
  const parts = isText ? values.map((each, i) => textOf(step.types[i], each)) : [undefined];
  if (!parts.includes(undefined)) {
    return parts.join("");
  }
  if (step.kind === "CAST" && !(first instanceof Outside)) {
    return castText(first, step.member.replace(/\.$/, ""));
  }
  if (step.kind === "NEW" && NEW_ARRAY.test(step.member)) {
    return JavaArray.of(step.member.slice(0, -1), first);
  }
  if (step.kind === "NEW") {
    const name = step.member.replace(/\.$/, "").split(".").pop();
    return { name, message: first };
  }
  if (step.kind === "STATIC_FIELD" && step.member.endsWith(".class")) {
    return classNamed(step.member);
  }
  if (BOXES.test(step.member) && typeof first !== "object") {
    return first;
  }
  const [, shape] = SHAPES_NAME.exec(step.member) ?? [];
  if (shape in SHAPES) {
    return SHAPES[shape](...values);
  }
  const isOfText = step.member.startsWith("java.lang.String.");
  const isMine = step.member in METHODS && (!isOfText || typeof first === "string");
  return isMine ? METHODS[step.member](...values) : undefined;
}
