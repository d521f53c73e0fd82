// The numbers that a page starts with: what the inputs are meant to be, and where nobody said so,
// sizes that agree with one another, found by running the method.

import { firstValues, resized } from "./inputs.js";
import { JavaArray, cell, elementType } from "./memory.js";
import { runMethod } from "./run.js";
import { CannotRun, NeedsAnswer } from "./types.js";

/** Sizes that are tried, for what no array may be too short for. */
const SIZES = [3, 2, 4, 6, 1];
const LARGEST = 64;
const MOST_TRIES = 400;
const MOST_STEPS_TRIED = 200_000;

/** Gives all arrays of one depth another length. */
function lengthened(type, value, depth, length) {
  return depth === 0
    ? resized(type, value, Math.max(length, value.length))
    : value.map((each) => lengthened(elementType(type), each, depth - 1, length));
}

/** Gives the input that an array is, or is as long as. */
function inputOf(array) {
  return array && !array.path ? inputOf(array.asLongAs) : array;
}

/** Lengthens the array that was too short, and those that belong to it; nothing where that is wrong. */
function longer(page, values, { array, index }) {
  const [input, ...inner] = inputOf(array)?.path ?? [];
  const leaf = page.inputs[input];
  if (!leaf || leaf.shape || leaf.tensor || index < 0 || index >= LARGEST) {
    return undefined;
  }
  const belongs = (other, i) => i === input || (inner.length === 0 && leaf.elements && other.elements === leaf.elements);
  return values.map((value, i) =>
    belongs(page.inputs[i], i) ? lengthened(page.inputs[i].type, value, inner.length, index + 1) : value,
  );
}

/** Gives another element like one. */
function another({ value }, path) {
  const isRow = value instanceof JavaArray;
  return cell(isRow ? Object.assign(new JavaArray(value.type, [...value.cells]), { path }) : value);
}

/** Lengthens an input while it is read, and notes that: so one run finds out about all of them. */
function lengthening(noted) {
  return (array, index) => {
    const { cells, path } = array;
    if (path && cells.length > 0 && index < LARGEST) {
      while (index >= cells.length) {
        noted.set(array, { array, index });
        cells.push(another(cells[0], [...path, cells.length]));
      }
    }
  };
}

/** Runs the method, and lengthens arrays as long as it reads beyond their ends. */
function tried(page, size) {
  let values = firstValues(page, size);
  for (let i = 0; i < MOST_TRIES; i++) {
    const noted = new Map();
    const how = { isQuiet: true, mostSteps: MOST_STEPS_TRIED, lengthens: lengthening(noted) };
    const { error } = runMethod(page, values, {}, how);
    if (noted.size === 0 && (!error || error instanceof CannotRun || error instanceof NeedsAnswer)) {
      return { values, isGood: true };
    }
    const short = noted.size > 0 ? [...noted.values()] : [error];
    const next = short.reduce((all, each) => all && longer(page, all, each), values);
    if (!next) {
      break;
    }
    values = next;
  }
  return { values, isGood: false };
}

/** Gives numbers to start with, and whether the method runs on them. */
export function startValues(page) {
  for (const size of SIZES) {
    const found = tried(page, size);
    if (found.isGood) {
      return found;
    }
  }
  return { values: firstValues(page, SIZES[0]), isGood: false };
}
