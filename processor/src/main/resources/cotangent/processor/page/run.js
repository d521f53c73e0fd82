// Runs a graph on numbers and writes down each real number that it computes: the run's nodes, in
// the order of evaluation.

import { compute } from "./numbers.js";
import { JavaArray, cell, elementType, isArray, nonNull } from "./memory.js";
import { looksAtDeclared } from "./declared.js";
import { Outside, fromOutside, isTyped, literal } from "./foreign.js";
import { kernelOf, knownKernel } from "./kernels.js";
import { knownMember } from "./outside.js";
import { ruledCall } from "./rules.js";
import { stretchesOf } from "./stretches.js";
import { CannotRun, isPrimitive, isReal, thrown } from "./types.js";

const MOST_STEPS = 3_000_000;
const MOST_NODES = 200_000;

class Run {
  constructor(page, answers, how = {}) {
    this.functions = page.functions;
    this.method = page.method;
    this.answers = answers;
    this.objects = new Map();
    Object.assign(this, { mostNodes: MOST_NODES, mostSteps: MOST_STEPS, isQuiet: false }, how);
    this.nodes = [];
    this.steps = 0;
    this.boxes = [];
    this.calls = page.calls ?? [];
    this.chains = this.calls.map((call, i) => this.chainOf(i));
    this.stretches = this.isQuiet ? new Map() : stretchesOf(page, this.chains);
    this.openCall = -1;
    this.inputs = new Map();
    this.sizes = new Map(this.calls.flatMap(({ shape = [] }) => shape.map((id) => [id, []])));
  }

  /** The calls that lead to one, which were read in their place, the outermost first. */
  chainOf(number) {
    const outer = this.calls[number].call;
    return [...(outer === undefined ? [] : this.chainOf(outer)), number];
  }

  /** The boxes of lines and calls that a step is in, beyond the calls that are open. */
  boxesOf(step) {
    const chain = this.chains[step?.call] ?? [];
    const open = this.chains[this.openCall] ?? [];
    let shared = 0;
    while (shared < open.length && open[shared] === chain[shared]) {
      shared++;
    }
    const stretches = this.stretches.get(step?.id) ?? [];
    const inner = chain.slice(shared).map((number) => this.boxOf(number));
    return [...inner, undefined].flatMap((box, i) => [stretches[shared + i] ?? [], box ?? []].flat());
  }

  /** The box of a call that was read in its place. */
  boxOf(number) {
    const { name, line = 0, shape, isForeign } = this.calls[number];
    return { step: `c${number}`, turn: 0, label: name, line, isCall: true, shape, isForeign };
  }

  /** Gives what a whole number was when so many nodes were known. */
  sizeAt(id, count) {
    const known = this.sizes.get(id) ?? [];
    return (known.findLast((each) => each.count <= count) ?? known[0])?.value;
  }

  /** Notes a real number; where it lies in loops and calls is in its boxes. */
  note(kind, out, value, operands, step) {
    if (this.isQuiet) {
      return cell(value);
    }
    if (this.nodes.length >= this.mostNodes) {
      throw new CannotRun(`This run computes more than ${this.mostNodes} numbers: take fewer`);
    }
    const node = {
      id: this.nodes.length,
      kind,
      name: out.name ?? "",
      type: out.type,
      value,
      operands,
      isActive: operands.some((each) => each.node && each.node.isActive),
      types: step?.types ?? [],
      line: step?.line ?? 0,
      step: step?.id ?? -1,
      rule: null,
      column: step?.column ?? 0,
      boxes: [...this.boxes, ...this.boxesOf(step)],
    };
    this.nodes.push(node);
    return cell(value, node);
  }

  call(graph, args) {
    const frame = new Map();
    return this.region(graph, args, frame);
  }

  region(graph, args, frame) {
    graph.parameters.forEach((parameter, i) => this.learn(frame, parameter.id, args[i]));
    for (const step of graph.steps) {
      this.step(step, frame);
    }
    return graph.yields.map((id) => frame.get(id));
  }

  step(step, frame) {
    if (++this.steps > this.mostSteps) {
      throw new CannotRun(`This run was stopped after ${this.mostSteps} steps: take fewer numbers`);
    }
    if (!STEPS.has(step.do)) {
      throw new CannotRun(`The page does not know how to run the step "${step.do}"`);
    }
    const operands = (step.in ?? []).map((id) => frame.get(id));
    const results = this[step.do](step, operands, frame);
    (step.out ?? []).forEach((out, i) => this.learn(frame, out.id, results[i]));
  }

  /** Gives a value its content, and remembers it where it is the size of something. */
  learn(frame, id, content) {
    frame.set(id, content);
    this.sizes.get(id)?.push({ count: this.nodes.length, value: content.value });
  }

  /** Runs what a step holds in a box of its own, which is in those of the calls around it. */
  inBox(step, box, work) {
    const [outside, outerCall] = [this.boxes, this.openCall];
    this.boxes = [...outside, ...this.boxesOf(step), { step: step.id, line: step.line ?? 0, ...box }];
    this.openCall = step.call ?? this.openCall;
    const result = work();
    this.boxes = outside;
    this.openCall = outerCall;
    return result;
  }

  /** Notes an operation on double numbers that no step of the graph is. */
  compute(op, operands, step) {
    const types = operands.map(() => "double");
    const value = compute(op, types, operands.map((each) => each.value));
    const noted = { ...step, types };
    return this.note(op, { type: "double" }, value, operands, noted);
  }

  constant(step) {
    return [cell(literal(step.out[0].type, step.value))];
  }

  apply(step, operands) {
    const values = operands.map((each) => each.value);
    const out = step.out[0];
    if (values.some((each) => each instanceof Outside) && ASKED.has(step.op) && values[0] !== values[1]) {
      return [this.ask("OPERATION", step.op, values, step)];
    }
    if (step.op === "length") {
      return [Object.assign(cell(nonNull(values[0]).cells.length), { of: values[0] })];
    }
    if (step.op === "select" && isReal(out.type)) {
      const chosen = operands[values[0] ? 1 : 2];
      return [chosen];
    }
    const value = compute(step.op, step.types, values);
    return isReal(out.type) ? [this.note(step.op, out, value, operands, step)] : [cell(value)];
  }

  new(step, operands) {
    return [cell(JavaArray.filled(step.out[0].type, operands))];
  }

  zeros(step, [array]) {
    return [cell(array.value && array.value.zeros())];
  }

  clone(step, [array]) {
    return [cell(nonNull(array.value).clone())];
  }

  read(step, [array, index]) {
    if (array.value instanceof Outside) {
      return [this.ask("ELEMENT", "", [array.value, index.value], step)];
    }
    this.lengthens?.(nonNull(array.value), index.value);
    return [nonNull(array.value).at(index.value)];
  }

  write(step, [array, index, content]) {
    if (array.value instanceof Outside) {
      throw new CannotRun(`${array.value} is an array of code outside, which a page cannot change`);
    }
    nonNull(array.value).set(index.value, content);
    return [];
  }

  copy(step, [source, from, target, to, length]) {
    const part = nonNull(source.value).cells.slice(from.value, from.value + length.value);
    const cells = nonNull(target.value).cells;
    const fits = from.value >= 0 && to.value >= 0 && length.value >= 0;
    if (!fits || part.length < length.value || to.value + length.value > cells.length) {
      throw thrown("ArrayIndexOutOfBoundsException", "arraycopy");
    }
    part.forEach((each, i) => (cells[to.value + i] = each));
    return [];
  }

  fill(step, [array, from, to, content]) {
    for (let i = from.value; i < to.value; i++) {
      nonNull(array.value).set(i, content);
    }
    return [];
  }

  branch(step, [condition], frame) {
    const arm = condition.value ? step.then : step.otherwise;
    return this.region(arm, [], frame);
  }

  loop(step, [from, to, ...initial], frame) {
    let carried = initial;
    let i = from.value;
    for (let turn = 0; step.stride > 0 ? i < to.value : i > to.value; turn++) {
      const label = `${step.body.parameters[0].name || "i"} = ${i}`;
      const box = { turn, label };
      carried = this.inBox(step, box, () => this.region(step.body, [cell(i), ...carried], frame));
      i += step.stride;
    }
    return carried;
  }

  while(step, initial, frame) {
    let carried = initial;
    for (let turn = 0; ; turn++) {
      const box = { turn, label: `turn ${turn + 1}` };
      const [condition, ...exits] = this.inBox(step, box, () =>
        this.region(step.before, carried, frame),
      );
      if (!condition.value) {
        return exits;
      }
      carried = this.inBox(step, box, () => this.region(step.after, [], frame));
    }
  }

  function(step, operands) {
    const isSelf = step.function.replace(/\d+$/, "") === this.method;
    const name = isSelf ? this.method : step.function;
    const label = `${name}(${countsOf(this.functions[step.function], operands)})`;
    const box = { turn: this.nodes.length, label, isCall: true };
    return this.inBox(step, box, () => {
      this.openCall = -1;
      return this.call(this.functions[step.function], operands);
    });
  }

  /** A call whose derivative a rule says. */
  ruled(step, operands) {
    const shown = kernelOf(step.member)?.(this, step, operands);
    return shown ? [shown] : ruledCall(this, step, operands);
  }

  /** Runs something of which only the result is shown. */
  quietly(work) {
    const outer = this.isQuiet;
    this.isQuiet = true;
    try {
      return work();
    } finally {
      this.isQuiet = outer;
    }
  }

  /** Code outside isn't here; what it says is asked of the reader. */
  member(step, operands) {
    if (step.isAttempted) {
      throw new CannotRun(`${step.member} may throw what is caught here: it is code outside, which a page cannot run`);
    }
    if (step.member.startsWith(KEYS_OF_MAPS)) {
      throw new CannotRun("Maps keep their keys in code outside, which a page cannot run");
    }
    const values = operands.map((each) => each.value);
    if (looksAtDeclared(step.member, values)) {
      return [];
    }
    const known = knownKernel(step.member, operands)?.value ?? knownMember(step, values);
    if (known !== undefined) {
      return [cell(known)];
    }
    const outside = values.filter((each) => each instanceof Outside);
    if ((step.out ?? []).length === 0) {
      if (values.some((each) => each instanceof JavaArray)) {
        throw new CannotRun(`${step.member} may change an array: it is code outside, which a page cannot run`);
      }
      outside.forEach((each) => (each.isChanged = true));
      return [];
    }
    return [this.ask(step.kind, step.member, values, step)];
  }

  /** Gives what comes from outside. */
  ask(kind, member, values, step) {
    const [{ type }] = step.out;
    const isElsewhere = kind === "STATIC_FIELD" || kind === "OPERATION" || kind === "ELEMENT";
    const place = isElsewhere ? "" : step.id;
    const outside = new Outside(kind, member, values);
    return cell(fromOutside(outside, type, place, this.objects, this.answers));
  }

  throw(step, [exception]) {
    throw thrown(exception.value?.name ?? "exception", exception.value?.message);
  }
}

/** Operations on objects of which only code outside knows the result. */
const ASKED = new Set(["eq", "ne", "length"]);

/** Where a map finds the places of its values; what its members answer changes with every put. */
const KEYS_OF_MAPS = "cotangent.Keys.";

/** What a graph can be made of; docs/graph-format.md says what each does. */
const STEPS = new Set(
  "constant apply new zeros clone read write copy fill branch loop while function ruled member throw"
    .split(" "),
);

/** Tells calls of a function apart by the whole numbers that they are given. */
function countsOf(graph, operands) {
  const counts = graph.parameters.flatMap(({ type, name }, i) =>
    isReal(type) || !isPrimitive(type) ? [] : [`${name} = ${operands[i].value}`],
  );
  return counts.join(", ") || "…";
}

/** Calls one of the page's functions for what it gives alone. */
export function callQuietly(page, name, operands, answers) {
  return new Run(page, answers, { isQuiet: true }).call(page.functions[name], operands);
}

/** What an element of an input is called: those of a matrix by row and column. */
function elementName(name, i, columns) {
  return columns ? `${name}[${Math.floor(i / columns)}, ${i % columns}]` : `${name}[${i}]`;
}

/**
 * Makes cells of an input, whose real numbers become the first nodes of the run.
 *
 * @param leaf what the input is; for a tensor, how many columns it has
 * @param path where the value lies in all that is entered
 */
function enter(run, leaf, type, value, name, path) {
  if (isArray(type)) {
    if (value === null) {
      return cell(null);
    }
    const element = elementType(type);
    const cells = value.map((each, i) =>
      enter(run, leaf, element, each, elementName(name, i, leaf.columns), [...path, i]),
    );
    return cell(Object.assign(new JavaArray(type, cells), { path }));
  }
  if (!isTyped(type)) {
    return cell(new Outside("INPUT", name, []));
  }
  if (!isReal(type)) {
    return cell(literal(type, value));
  }
  const entered = run.note("input", { name, type }, literal(type, value), [], null);
  if (entered.node) {
    Object.assign(entered.node, { isActive: leaf.isActive, path });
    run.inputs.set(path.join(), entered.node);
  }
  return entered;
}

/** Enters all inputs; tensors are called by their own names. */
function enterAll(run, page, values) {
  return page.inputs.map((leaf, i) => {
    const columns = page.inputs.findIndex(({ name }) => name === `${leaf.tensor}.columns`);
    const known = { isActive: leaf.isActive, columns: columns < 0 ? 0 : values[columns] };
    return enter(run, known, leaf.type, values[i], leaf.tensor ?? leaf.name, [i]);
  });
}

/**
 * Runs a method.
 *
 * @param page the page's data, as docs/graph-format.md describes it
 * @param values one for each leaf of the inputs, arrays as arrays
 * @param answers what code outside answers, by member
 * @param how `mostNodes` and `mostSteps`, after which it stops; `isQuiet` if only results are wanted;
 *     `lengthens`, which may lengthen an array before an element is read
 * @returns nodes, results, and what was thrown, if anything was
 */
export function runMethod(page, values, answers = {}, how = {}) {
  const run = new Run(page, answers, how);
  const args = enterAll(run, page, values);
  const known = { nodes: run.nodes, inputs: run.inputs, args, sizeAt: (...at) => run.sizeAt(...at) };
  try {
    return { ...known, results: run.call(page.graph, args), error: null };
  } catch (error) {
    return { ...known, results: [], error: failure(error) };
  }
}

/** Says what an error of this script is to the method. */
export function failure(error) {
  if (error instanceof RangeError) {
    return thrown("StackOverflowError");
  }
  return error instanceof TypeError
    ? new CannotRun(`The page cannot run this method: ${error.message}`)
    : error;
}
