// Where the reader stands: forward through the nodes of a run, then backward, step by step.

import { backward, forward, rootsOf, scaled } from "./derive.js";
import { elementType, isArray } from "./memory.js";
import { failure, runMethod } from "./run.js";
import { isReal } from "./types.js";

/** One run of the method with its derivatives, and a place in it. */
export class Player {
  /**
   * @param mode `reverse`, or `forward` along the tangents
   * @param tangents what the inputs' nodes begin with in forward mode, by their names; 1
   *     where it has none
   */
  constructor(page, values, { mode = "reverse", tangents = {}, answers = {} } = {}) {
    this.page = page;
    this.mode = mode;
    this.run = runMethod(page, values, answers);
    this.nodes = this.run.nodes;
    this.computed = this.nodes.filter((node) => node.kind !== "input");
    this.roots = this.run.error ? [] : rootsOf(this.run.results);
    this.roots.forEach((root, i) => {
      root.role = this.roots.length === 1 ? "result" : `result[${i}]`;
    });
    this.seeds = this.roots.map(() => 1);
    this.back = this.derived(() => backward(page, this.nodes, this.roots, this.seeds));
    this.back ??= backward(page, this.nodes, [], []);
    const given = new Map();
    for (const node of this.nodes) {
      if (node.kind === "input" && node.isActive) {
        given.set(node.id, tangents[node.name] ?? 1);
      }
    }
    this.tangents = this.derived(() => forward(page, this.nodes, given)) ?? new Map();
    this.rank = new Map(this.computed.map((node, i) => [node, i]));
    this.backRank = new Map(this.back.order.map((node, i) => [node, i]));
    this.at = 0;
  }

  /** Derives; nothing where a rule fails, or needs an answer, as the method itself may. */
  derived(derive) {
    try {
      return derive();
    } catch (error) {
      this.run.error = failure(error);
      this.roots = [];
      return undefined;
    }
  }

  /** How many steps there are: one a node forward, and one a cotangent backward. */
  get length() {
    return this.computed.length + (this.mode === "reverse" ? this.back.order.length : 0);
  }

  get isBackward() {
    return this.mode === "reverse" && this.at > this.computed.length;
  }

  go(to) {
    this.at = Math.max(0, Math.min(this.length, to));
  }

  /** Goes to where a node is just known, or, where it was known, its cotangent. */
  goTo(node) {
    const known = node.kind === "input" ? 0 : this.rank.get(node) + 1;
    const derived = this.backRank.has(node) ? this.computed.length + this.backRank.get(node) + 1 : known;
    this.go(this.at === known || this.isBackward ? derived : known);
  }

  /** The node that a step is about, counted from 1. */
  nodeAt(step) {
    const back = step - this.computed.length;
    return back > 0 ? this.back.order[back - 1] ?? null : this.computed[step - 1] ?? null;
  }

  /** The node that the last step was about. */
  get current() {
    return this.nodeAt(Math.min(this.at, this.length));
  }

  isKnown(node) {
    return node.kind === "input" || this.rank.get(node) < this.at;
  }

  /** The cotangent, or in forward mode the tangent, of a node; nothing before it is known. */
  derivative(node) {
    if (this.mode === "forward") {
      return this.isKnown(node) && node.isActive ? this.tangents.get(node.id) : undefined;
    }
    const rank = this.backRank.get(node);
    const isKnown = rank !== undefined && this.computed.length + rank < this.at;
    return isKnown ? this.back.cotangents.get(node.id).value : undefined;
  }

  /** The terms that the cotangent of a node is the sum of. */
  terms(node) {
    return this.back.cotangents.get(node.id)?.terms ?? [];
  }

  local(node, operand) {
    return this.derived(() => scaled(this.page, node, operand, 1)) ?? NaN;
  }

  /** Gives the derivative by the input at a place among all that is entered. */
  gradient(path) {
    const node = this.run.inputs.get(path.join());
    return this.back.cotangents.get(node?.id)?.value ?? 0;
  }
}

/** Gives the real numbers of a result, those of arrays element by element. */
function realsOf(content, type) {
  const elements = isArray(type) ? content.value?.cells ?? [] : [];
  return isReal(type) ? [content.value] : elements.flatMap((each) => realsOf(each, elementType(type)));
}

/** Runs only for the number: the sum of all that results. */
export function valueAt(page, values, answers) {
  const run = runMethod(page, values, answers, { isQuiet: true });
  if (run.error) {
    return NaN;
  }
  const reals = page.outputs.flatMap(({ type }, i) => realsOf(run.results[i], type));
  return reals.reduce((sum, each) => sum + each, 0);
}

/** Changes one number inside nested lists. */
export function changed(values, path, delta) {
  const [first, ...rest] = path;
  if (first === undefined) {
    return values + delta;
  }
  return values.map((each, i) => (i === first ? changed(each, rest, delta) : each));
}

/** Lists where in the inputs the numbers are by which is derived. */
export function pathsOf(page, values) {
  const paths = [];
  const visit = (value, path) => {
    if (Array.isArray(value)) {
      value.forEach((each, i) => visit(each, [...path, i]));
    } else if (typeof value === "number") {
      paths.push(path);
    }
  };
  page.inputs.forEach((leaf, i) => leaf.isActive && visit(values[i], [i]));
  return paths;
}

function numberAt(values, path) {
  return path.reduce((value, i) => value[i], values);
}

/** Estimates a derivative by central differences, with a step that suits the number's size. */
export function difference(page, values, path, answers) {
  const h = 1e-5 * Math.max(1e-3, Math.abs(numberAt(values, path)));
  const up = valueAt(page, changed(values, path, h), answers);
  const down = valueAt(page, changed(values, path, -h), answers);
  return (up - down) / (2 * h);
}

/** Estimates second derivatives: differences of the gradient, row by row. */
export function hessian(page, values, answers) {
  const paths = pathsOf(page, values);
  const gradientAt = (at) => {
    const player = new Player(page, at, { answers });
    return paths.map((path) => player.gradient(path));
  };
  return paths.map((path) => {
    const h = 1e-5 * Math.max(1e-3, Math.abs(numberAt(values, path)));
    const up = gradientAt(changed(values, path, h));
    const down = gradientAt(changed(values, path, -h));
    return up.map((each, i) => (each - down[i]) / (2 * h));
  });
}
