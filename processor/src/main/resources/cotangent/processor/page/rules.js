// Calls whose derivatives a rule says: of one number or of many, each number of the results is a node
// that is made of all numbers of the operands, and passes on to them what the rule gives.

import { knownKernel } from "./kernels.js";
import { JavaArray, cell, elementType, isArray } from "./memory.js";
import { CannotRun, isReal } from "./types.js";

/** The name of a method without that of its class. */
function shortName(member) {
  return member.split(".").pop();
}

/** Gives what a cell holds, without the nodes that it comes from. */
function plain({ value }) {
  return cell(value instanceof JavaArray ? new JavaArray(value.type, value.cells.map(plain)) : value);
}

/** Gives the cells of real numbers in what has a type: itself, or those of an array. */
function realCells(content, type) {
  if (isArray(type)) {
    return (content?.value?.cells ?? []).flatMap((each) => realCells(each, elementType(type)));
  }
  return isReal(type) ? [content] : [];
}

/** Notes each number of a result. */
function noted(run, content, type, name, note) {
  if (isArray(type) && content.value !== null) {
    const element = elementType(type);
    const cells = content.value.cells.map((each, i) => noted(run, each, element, `${name}[${i}]`, note));
    return cell(new JavaArray(type, cells));
  }
  return isReal(type) ? note(content.value, { type, name }) : content;
}

/** Runs such a call. */
export function ruledCall(run, step, operands) {
  if (!step.pullback) {
    throw new CannotRun(`${step.member} has no rule for its derivative`);
  }
  const primal = run.functions[step.function];
  const types = primal.parameters.map(({ type }) => type);
  const given = operands.map(plain);
  const kernel = knownKernel(step.member, given);
  const results = kernel ? [kernel] : run.quietly(() => run.call(primal, given.map(plain)));
  const rule = { step, types, given, results: results.map(plain), answers: run.answers };
  const sources = operands.flatMap((each, i) => realCells(each, types[i]));
  let place = 0;
  const note = (value, out) => {
    const made = run.note(shortName(step.member), out, value, sources, step);
    if (made.node) {
      Object.assign(made.node, { rule, place: place++ });
    }
    return made;
  };
  return results.map((each, i) => noted(run, each, step.out[i].type, step.out[i].name ?? "", note));
}

/** Gives a seed in the shape of results: zero but at one place. */
function seedsOf({ step, results }, place, t) {
  let at = 0;
  const seed = (content, type) => {
    if (!isArray(type)) {
      return cell(isReal(type) && at++ === place ? t : 0);
    }
    const cells = content.value?.cells.map((each) => seed(each, elementType(type)));
    return cell(cells ? new JavaArray(type, cells) : null);
  };
  return results.map((each, i) => seed(each, step.out[i].type));
}

/**
 * Runs the rule of a call: what one number of its results passes on to each number of its operands.
 *
 * @param node that number
 * @param t what is scaled
 * @param call calls a function of the page by its name
 */
export function passedOn(node, t, call) {
  const { step, types, given, results } = node.rule;
  const operands = [...given, ...results, ...seedsOf(node.rule, node.place, t)].map(plain);
  const found = call(step.pullback, operands);
  return types.flatMap((type, operand) => {
    const size = realCells(given[operand], type).length;
    const by = step.by.indexOf(operand);
    if (by < 0 || found[by].value === null) {
      return Array(size).fill(0);
    }
    const numbers = realCells(found[by], type).map(({ value }) => value);
    if (numbers.length !== size) {
      throw new CannotRun(`The rule of ${step.member} gives ${numbers.length} derivatives for ${size} numbers`);
    }
    return numbers;
  });
}
