// How numbers, operations and slopes are written.

import { slopeOf } from "./derive.js";

const INFIX = { add: "+", sub: "−", mul: "·", div: "/", rem: "%" };
const TEST = { lt: "<", le: "≤", gt: ">", ge: "≥", eq: "=", ne: "≠", and: "and", or: "or" };
const STRENGTH = { "+": 1, "−": 1, "·": 2, "/": 2, "%": 2 };

/** Writes a number in few digits, and says where it is none. */
export function number(x, digits = 5) {
  if (typeof x !== "number") {
    return String(x);
  }
  if (Number.isNaN(x)) {
    return "NaN";
  }
  if (!Number.isFinite(x)) {
    return x > 0 ? "∞" : "−∞";
  }
  if (Object.is(x, -0)) {
    return "−0";
  }
  const size = Math.abs(x);
  const text =
    size !== 0 && (size < 1e-4 || size >= 1e7)
      ? x.toExponential(digits - 2).replace(/\.?0+e/, "e").replace("e+", "e")
      : String(Number(x.toPrecision(digits)));
  return text.replace("-", "−");
}

/** The short sign of an operation, as it stands in a node. */
export function symbol(kind) {
  return INFIX[kind] ?? { neg: "−", sqrt: "√", pow: "^", abs: "|·|" }[kind] ?? kind;
}

/** What a node is called: the user's name, else one of ours. */
export function title(node) {
  return node.name || node.role || `v${subscript(node.id)}`;
}

/** Writes a number as a factor: a negative one in parentheses. */
export function factor(x) {
  const text = number(x);
  return text.startsWith("−") ? `(${text})` : text;
}

/** Puts a sum or a product into parentheses. */
export function parenthesised(text) {
  return /[ ]/.test(text) ? `(${text})` : text;
}

function subscript(n) {
  return String(n).replace(/\d/g, (digit) => "₀₁₂₃₄₅₆₇₈₉"[digit]);
}

function wrapped(part, strength) {
  return part.strength < strength ? `(${part.text})` : part.text;
}

function atom(text) {
  return { text, strength: 9 };
}

/** Writes an operation on parts that are written already. */
function written(kind, parts) {
  const sign = INFIX[kind];
  if (sign) {
    const strength = STRENGTH[sign];
    const right = kind === "sub" || kind === "div" || kind === "rem" ? strength + 1 : strength;
    const text = `${wrapped(parts[0], strength)} ${sign} ${wrapped(parts[1], right)}`;
    return { text, strength };
  }
  if (kind === "neg") {
    return { text: `−${wrapped(parts[0], 2)}`, strength: 1.5 };
  }
  if (kind === "select") {
    return { text: `${parts[1].text} if ${parts[0].text} else ${parts[2].text}`, strength: 0 };
  }
  if (kind === "seenAs") {
    return { text: `${parts[0].text}, differentiated as ${parts[1].text}`, strength: 0 };
  }
  if (TEST[kind]) {
    return { text: `${wrapped(parts[0], 1)} ${TEST[kind]} ${wrapped(parts[1], 1)}`, strength: 0.5 };
  }
  return atom(`${kind}(${parts.map((part) => part.text).join(", ")})`);
}

function operandPart(each) {
  return each.node ? atom(title(each.node)) : atom(number(each.value));
}

/** Writes what a node computes: `x · x`. */
export function formula(node) {
  if (node.kind === "input") {
    return "input";
  }
  return written(node.kind, node.operands.map(operandPart)).text;
}

/** What a node passes on to another by all operands that this is: `2 · x` for a square. */
function passedText(page, terms) {
  const texts = terms.map((term) => slopeText(page, term.from, term.operand));
  const isTwice = texts.length === 2 && texts[0] === texts[1];
  return isTwice ? `2 · ${parenthesised(texts[0])}` : texts.join(" + ");
}

/** Gathers the terms of a sum that come from the same node. */
function byUser(terms) {
  const users = new Map();
  for (const term of terms) {
    users.set(term.from, [...(users.get(term.from) ?? []), term]);
  }
  return [...users];
}

const LONGEST_WRITTEN_OUT = 60;

/** Writes a cotangent in the names of numbers alone; nothing where that would be long. */
function writtenOut(page, player, node, depth = 0) {
  const texts = byUser(player.terms(node)).map(([from, terms]) => {
    if (!from) {
      return terms.length === 1 && terms[0].value === 1 ? "1" : undefined;
    }
    const outer = depth < 3 ? writtenOut(page, player, from, depth + 1) : undefined;
    const slope = passedText(page, terms);
    return outer === "1" ? slope : outer && `${factorText(outer)} · ${factorText(slope)}`;
  });
  const text = texts.join(" + ");
  return texts.includes(undefined) || text.length > LONGEST_WRITTEN_OUT ? undefined : text;
}

/** A product or a quotient may stand beside a dot, a sum may not. */
function factorText(text) {
  return /[^(] [+−] |^−/.test(text) ? `(${text})` : text;
}

/** Writes a cotangent: the sum over all uses, in words, in the names of numbers, and in numbers. */
export function cotangentText(page, player, node) {
  const users = byUser(player.terms(node));
  const words = users.map(([from, terms]) =>
    from ? `∂${title(from)} · ${parenthesised(passedText(page, terms))}` : "seed",
  );
  const numbers = users.map(([from, terms]) => {
    const local = terms.reduce((sum, term) => sum + term.local, 0);
    const cotangent = from && player.back.cotangents.get(from.id).value;
    return from ? `${factor(cotangent)} · ${factor(local)}` : number(terms[0].value);
  });
  const value = number(player.back.cotangents.get(node.id).value, 8);
  const out = users.some(([from]) => from) ? writtenOut(page, player, node) : undefined;
  const all = [words.join(" + "), ...(out ? [out] : []), numbers.join(" + "), value];
  return `∂${title(node)} = ${all.join(" = ")}`;
}

function simplified(kind, parts) {
  const isOne = (part) => part.text === "1";
  if (kind === "mul" && isOne(parts[0])) {
    return parts[1];
  }
  if (kind === "mul" && isOne(parts[1])) {
    return parts[0];
  }
  if (kind === "div" && isOne(parts[1])) {
    return parts[0];
  }
  if (kind === "mul" && parts[0].text === parts[1].text) {
    return { text: `${wrapped(parts[0], 3)}²`, strength: 3 };
  }
  if (kind === "add" && parts[0].text === parts[1].text) {
    return written("mul", [atom("2"), parts[0]]);
  }
  return written(kind, parts);
}

/** Writes a power with its exponent above, where that is a small whole number. */
function power(x, exponent) {
  const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹"[exponent];
  return exponent === "1" ? x : raised ? `${x}${raised}` : `pow(${x}, ${exponent})`;
}

/** The exponent of a slope: one less. */
function oneLess(exponent) {
  return Number.isFinite(Number(exponent)) ? String(Number(exponent) - 1) : `${exponent} − 1`;
}

/** Slopes as people write them, where the compiler's own use the result. */
const AS_TAUGHT = {
  pow: [(x, p) => `${p} · ${power(x, oneLess(p))}`, (x, p) => `pow(${x}, ${p}) · log(${x})`],
  div: [(a, b) => `1 / ${b}`, (a, b) => `−${a} / ${b}²`],
  exp: [(x) => `exp(${x})`],
  sqrt: [(x) => `1 / (2 · sqrt(${x}))`],
};

/** Writes the slope of a node by one of its operands, in the names of the run: `2 · x`. */
export function slopeText(page, node, operand) {
  const taught = AS_TAUGHT[node.kind]?.[operand];
  if (taught) {
    return taught(...node.operands.map((each) => wrapped(operandPart(each), 3)));
  }
  if (node.rule) {
    return `∂${title(node)}/∂${title(node.operands[operand].node)}`;
  }
  const slope = slopeOf(page, node, operand);
  if (!slope) {
    return "0";
  }
  const parts = new Map();
  const given = [...node.operands.map(operandPart), atom(title(node)), atom("1")];
  slope.parameters.forEach((parameter, i) => parts.set(parameter.id, given[i]));
  for (const step of slope.steps) {
    parts.set(
      step.out[0].id,
      step.do === "constant"
        ? atom(number(Number(step.value)))
        : simplified(step.op, step.in.map((id) => parts.get(id))),
    );
  }
  return parts.get(slope.yields[0]).text;
}
