// What @Shape declares of a helper's parameters, of the components of a record and of results: it
// is looked at where a method comes to it.

import { JavaArray } from "./memory.js";
import { thrown } from "./types.js";

const DECLARED_NAME = /^cotangent\.DeclaredSizes\.\w+$/;

const PLAIN_DIMENSION = /^[\p{L}_$][\p{L}\w$]*$/u;

const DIMENSION_TERM = /([+-]?)([^+-]+)/g;

/** Gives the lengths of an array and of its first rows. */
function lengthsOf(array) {
  const lengths = [];
  for (let each = array; each instanceof JavaArray; each = each.cells[0]?.value) {
    lengths.push(each.cells.length);
  }
  return lengths;
}

/** Gives what is declared, one after the other; what is null says nothing, nor do many matrices. */
function declarations(values) {
  const all = [];
  let next = 0;
  for (let i = 0; i < values.length; i = next) {
    const [name, shape, first, second, third] = values.slice(i, i + 5);
    const isMatrix = typeof shape === "string" && typeof first === "number";
    const areMany = first instanceof JavaArray && second instanceof JavaArray;
    next = i + (isMatrix || areMany ? 5 : 3);
    if (typeof shape !== "string") {
      all.unshift({ name, text: `${name} is ${first}`, parts: [name], sizes: [first] });
    } else if ((isMatrix && third instanceof JavaArray) || (!areMany && first instanceof JavaArray)) {
      const sizes = isMatrix ? [first, second] : lengthsOf(first);
      const text = sizes.length === 1 ? `${name} has length ${sizes[0]}` : `${name} is ${sizes.join(" × ")}`;
      all.push({ name, text, shape, parts: shape.split(",").map((part) => part.trim()), sizes });
    }
  }
  return all;
}

/** Computes a size as it is declared; not a number where a name is unknown. */
function declaredSize(expression, names) {
  const factor = (text) => (/^\d+$/.test(text) ? Number(text) : names.get(text)?.size ?? NaN);
  const terms = [...expression.replace(/\s/g, "").matchAll(DIMENSION_TERM)];
  const product = (text) => text.split("*").map(factor).reduce((one, other) => one * other);
  return terms.reduce((sum, [, sign, text]) => sum + (sign === "-" ? -1 : 1) * product(text), 0);
}

/** Whether a member looks at declared sizes; ends in an exception where they don't agree. */
export function looksAtDeclared(member, values) {
  if (!DECLARED_NAME.test(member)) {
    return false;
  }
  const all = declarations(values);
  const names = new Map();
  all.forEach(({ parts, sizes, text }) =>
    parts.forEach((part, i) => {
      if (PLAIN_DIMENSION.test(part) && !names.has(part) && i < sizes.length) {
        names.set(part, { size: sizes[i], text });
      }
    }),
  );
  for (const { text, shape = "", parts, sizes } of all) {
    const wanted = parts.map((part) => declaredSize(part, names));
    const wrong = sizes.findIndex((size, i) => !Number.isNaN(wanted[i]) && size !== wanted[i]);
    if (wrong >= 0) {
      const by = parts[wrong].split(/[\s*+-]+/).filter((part) => names.has(part));
      const why = [...new Set(by.map((name) => names.get(name).text))].join(" and ");
      const is = wanted.map((size) => (Number.isNaN(size) ? "?" : size)).join(" × ");
      const message = `${text}, but @Shape("${shape}") is ${is}${why ? `, as ${why}` : ""}`;
      throw thrown("IllegalArgumentException", message);
    }
  }
  return true;
}
