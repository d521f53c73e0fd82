// The reader's own numbers: where they start, how they are read, and the fields to type them in.

import { isTyped } from "./foreign.js";
import { elementType, isArray } from "./memory.js";

const FIRST_NUMBERS = [2, 3, 0.5, 1.5, 0.25];
const FIRST_SIZE = 3;
const MOST_FIELDS = 400;

function firstScalar(type, i, size, between) {
  switch (type) {
    case "double":
    case "float":
      return firstReal(i, between);
    case "boolean":
      return true;
    case "long":
      return String(size);
    case "java.lang.String":
      return "";
    default:
      return between ? Math.ceil(Math.max(between[0], Math.min(between[1], size))) : size;
  }
}

/** One of a few plain numbers, if it is meant to be between such bounds, else one between them. */
function firstReal(i, between) {
  const plain = FIRST_NUMBERS[i % FIRST_NUMBERS.length];
  if (!between || (between[0] <= plain && plain <= between[1])) {
    return plain;
  }
  const [from, to] = between.map((bound) => Math.max(-1e6, Math.min(1e6, bound)));
  return Number((from + ((to - from) * (1 + (i % 4))) / 5).toPrecision(3));
}

/** Computes a length as @Shape writes it: whole numbers, names, + − *. Each name is one size. */
function lengthOf(expression, size) {
  const sum = expression.replace(/[A-Za-z_$][\w$]*/g, String(size)).replace(/\s/g, "");
  if (!/^\d+([+*-]\d+)*$/.test(sum)) {
    return size;
  }
  const terms = sum.match(/[+-]?[\d*]+/g).map((term) => {
    const product = term.replace(/^[+-]/, "").split("*").reduce((all, each) => all * Number(each), 1);
    return term.startsWith("-") ? -product : product;
  });
  return Math.max(0, terms.reduce((all, each) => all + each, 0));
}

function firstOf(type, i, lengths, size, between) {
  if (isArray(type)) {
    const [length = size, ...rest] = lengths;
    const element = elementType(type);
    return Array.from({ length }, (_, j) => firstOf(element, i + j, rest, size, between));
  }
  return isTyped(type) ? firstScalar(type, i, size, between) : null;
}

/** Gives a number, or nested lists of them: what the input is meant to be. */
function firstValue(leaf, i, size) {
  const lengths = leaf.shape ? leaf.shape.split(",").map((each) => lengthOf(each, size)) : [];
  if (!leaf.tensor) {
    return firstOf(leaf.type, i, lengths, size, leaf.between);
  }
  const [rows = size, columns = size] = lengths;
  const part = leaf.name.slice(leaf.tensor.length + 1);
  const isVector = lengths.length === 1;
  const elements = isVector ? rows : rows * columns;
  return { rows, columns }[part] ?? firstOf(leaf.type, i, [elements], size, leaf.between);
}

/** Tells which inputs are vectors: those without rows. */
function isVector(page, leaf) {
  return !page.inputs.some(({ name }) => name === `${leaf.tensor}.rows`);
}

/** Gives all inputs a number, or nested lists, with arrays of one size where nothing is said. */
export function firstValues(page, size) {
  return page.inputs.map((leaf, i) => {
    const shape = leaf.shape ?? (leaf.tensor && isVector(page, leaf) ? String(size) : undefined);
    return firstValue({ ...leaf, shape }, i, size);
  });
}

/** Reads one number as people type it. */
export function parseScalar(type, text) {
  const trimmed = text.trim().replace("−", "-");
  if (type === "boolean") {
    return trimmed === "true";
  }
  if (type === "java.lang.String") {
    return text;
  }
  if (type === "double" || type === "float") {
    const named = { "∞": Infinity, "-∞": -Infinity, inf: Infinity, NaN };
    const value = trimmed in named ? named[trimmed] : Number(trimmed);
    const isNumber = trimmed !== "" && (!Number.isNaN(value) || trimmed === "NaN");
    return isNumber ? value : undefined;
  }
  if (!/^-?\d+$/.test(trimmed)) {
    return undefined;
  }
  return type === "long" ? trimmed : Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Number(trimmed)));
}

/** Reads pasted text: rows by lines, semicolons or brackets, numbers by commas or spaces. */
export function parsePasted(type, text) {
  const element = elementType(type);
  const lines = text.replace(/[\]}]\s*,?\s*[[{]/g, "\n").split(/[\r\n;]/);
  const rows = isArray(element)
    ? lines.filter((line) => /[^\s,]/.test(line)).map((row) => parsePasted(element, row))
    : text.replace(/[[\]{}]/g, " ").split(/[\s,;]+/).filter(Boolean).map((each) => parseScalar(element, each));
  return rows.some((each) => each === undefined) ? undefined : rows;
}

/** Gives the same array with another length; what is new starts as an array does. */
export function resized(type, value, length) {
  const element = elementType(type);
  const like = isArray(element) && value?.length ? value[0].length : FIRST_SIZE;
  return Array.from({ length: Math.max(0, length) }, (_, i) => {
    if (value && i < value.length) {
      return value[i];
    }
    return isArray(element) ? resized(element, null, like) : firstScalar(element, i, FIRST_SIZE);
  });
}

function field(type, value, onValue, label) {
  const input = document.createElement("input");
  input.setAttribute("aria-label", label);
  if (type === "boolean") {
    input.type = "checkbox";
    input.checked = value;
    input.addEventListener("change", () => onValue(input.checked));
    return input;
  }
  input.type = "text";
  input.inputMode = "decimal";
  input.value = String(value);
  input.size = 7;
  input.addEventListener("change", () => {
    const parsed = parseScalar(type, input.value);
    input.classList.toggle("wrong", parsed === undefined);
    if (parsed !== undefined) {
      onValue(parsed);
    }
  });
  return input;
}

function slider(value, onValue, label, between) {
  const input = document.createElement("input");
  const reach = Math.max(1, 2 * Math.abs(value));
  const isMeant = between && between.every((bound) => Number.isFinite(bound));
  const [min, max] = isMeant ? between : [-reach, reach];
  Object.assign(input, { type: "range", min, max, step: (max - min) / 400 });
  input.value = value;
  input.setAttribute("aria-label", `${label}, slider`);
  input.addEventListener("input", () => onValue(Number(input.value)));
  return input;
}

function countFields(value) {
  return Array.isArray(value) ? value.reduce((sum, each) => sum + countFields(each), 0) : 1;
}

function grid(type, value, onValue, label) {
  const box = document.createElement("div");
  box.className = "grid";
  const element = elementType(type);
  const size = field("int", value.length, (n) => onValue(resized(type, value, n)), `${label}, size`);
  size.className = "size";
  box.append("size ", size);
  const cells = document.createElement("div");
  cells.className = isArray(element) ? "rows" : "cells";
  value.forEach((each, i) => {
    const change = (changed) => onValue(value.map((old, j) => (j === i ? changed : old)));
    const name = `${label}[${i}]`;
    cells.append(isArray(element) ? grid(element, each, change, name) : field(element, each, change, name));
  });
  box.append(cells);
  return box;
}

function pasteField(leaf, onValue) {
  const area = document.createElement("textarea");
  area.placeholder = "paste numbers, a row a line";
  area.rows = 1;
  area.setAttribute("aria-label", `${leaf.name}, paste`);
  area.addEventListener("change", () => {
    const parsed = parsePasted(leaf.type, area.value);
    area.classList.toggle("wrong", parsed === undefined);
    if (parsed !== undefined) {
      onValue(parsed);
    }
  });
  return area;
}

/** Makes the fields of one input. */
function fieldsOf(leaf, value, onValue) {
  const box = document.createElement("div");
  box.className = "input";
  const label = document.createElement("span");
  label.className = leaf.isActive ? "name active" : "name";
  label.textContent = leaf.name;
  label.title = leaf.isActive ? "differentiated by" : "held constant";
  box.append(label);
  if (!isTyped(leaf.type)) {
    const note = document.createElement("span");
    note.textContent = `${leaf.type}: handed on by name`;
    box.append(note);
  } else if (!isArray(leaf.type)) {
    box.append(field(leaf.type, value, onValue, leaf.name));
    if (leaf.type === "double" || leaf.type === "float") {
      box.append(slider(value, onValue, leaf.name, leaf.between));
    }
  } else if (countFields(value) > MOST_FIELDS) {
    box.append(`${countFields(value)} numbers`, pasteField(leaf, onValue));
  } else {
    box.append(grid(leaf.type, value, onValue, leaf.name), pasteField(leaf, onValue));
  }
  return box;
}

/** Arrays that are columns of one array of records have one length. */
function withSiblings(page, values, i) {
  const { elements } = page.inputs[i];
  const fits = (leaf, j) => j === i || !elements || leaf.elements !== elements || !values[i];
  return values.map((value, j) =>
    fits(page.inputs[j], j) ? value : resized(page.inputs[j].type, value, values[i].length),
  );
}

/** A matrix is typed row by row; its rows are of one length. */
function matrixFields(leaf, values, places, onValues) {
  const [rows, columns, cells] = places;
  const width = values[columns];
  const nested = Array.from({ length: values[rows] }, (_, i) =>
    values[cells].slice(i * width, (i + 1) * width),
  );
  return fieldsOf({ ...leaf, name: leaf.tensor, type: "double[][]" }, nested, (changed) => {
    const wide = changed.find((row) => row.length !== width)?.length ?? width;
    const fitted = changed.map((row) => resized("double[]", row, wide));
    const parts = new Map([[rows, fitted.length], [columns, wide], [cells, fitted.flat()]]);
    onValues(values.map((old, i) => parts.get(i) ?? old));
  });
}

/**
 * Makes the fields of all inputs.
 *
 * @param onValues hears of the numbers of all inputs when one is changed
 */
export function allFields(page, values, onValues) {
  const place = (name) => page.inputs.findIndex((leaf) => leaf.name === name);
  return page.inputs.flatMap((leaf, i) => {
    const change = (value) =>
      onValues(withSiblings(page, values.map((old, j) => (j === i ? value : old)), i));
    if (!leaf.tensor) {
      return [fieldsOf(leaf, values[i], change)];
    }
    if (leaf.name !== `${leaf.tensor}.values`) {
      return [];
    }
    const rows = place(`${leaf.tensor}.rows`);
    const places = [rows, place(`${leaf.tensor}.columns`), i];
    return rows < 0
      ? [fieldsOf({ ...leaf, name: leaf.tensor }, values[i], change)]
      : [matrixFields(leaf, values, places, onValues)];
  });
}
