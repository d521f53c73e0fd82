// Derivatives over the nodes of a run: backward from the result, or forward along a direction.
// What each operation passes on, the page's data says: the slopes of the compiler's own table.

import { compute } from "./numbers.js";
import { literal } from "./foreign.js";
import { passedOn } from "./rules.js";
import { callQuietly } from "./run.js";
import { JavaArray } from "./memory.js";
import { fit } from "./types.js";

/** Finds the graph of an operation's slope by one operand; nothing where it is always zero. */
export function slopeOf(page, node, operand) {
  return page.slopes[[node.kind, ...node.types].join(" ")]?.[operand]?.graph;
}

/** Gives what a rule passes on to all operands; that is asked for by each of them in turn. */
function byRule(page, node, t) {
  if (!Object.is(node.passed?.t, t)) {
    const call = (name, operands) => callQuietly(page, name, operands, node.rule.answers);
    node.passed = { t, numbers: passedOn(node, t, call) };
  }
  return node.passed.numbers;
}

/** Computes what an operand passes on: `t` scaled by the slope of an operation by one operand. */
export function scaled(page, node, operand, t) {
  if (t === 0) {
    return 0;
  }
  if (node.rule) {
    return byRule(page, node, t)[operand];
  }
  const slope = slopeOf(page, node, operand);
  if (!slope) {
    return 0;
  }
  const values = new Map();
  const given = [...node.operands.map((each) => each.value), node.value, t];
  slope.parameters.forEach((parameter, i) => values.set(parameter.id, given[i]));
  for (const step of slope.steps) {
    const out = step.out[0];
    values.set(
      out.id,
      step.do === "constant"
        ? literal(out.type, step.value)
        : compute(step.op, step.types, step.in.map((id) => values.get(id))),
    );
  }
  return values.get(slope.yields[0]);
}

/** Gives the nodes that reach a root by a chain of uses. */
function reaching(nodes, roots) {
  const reached = new Set(roots.map((root) => root.id));
  for (let i = nodes.length - 1; i >= 0; i--) {
    if (reached.has(i)) {
      nodes[i].operands.forEach((each) => each.node && reached.add(each.node.id));
    }
  }
  return reached;
}

/** Gives the real numbers in a result, those of arrays element by element. */
export function rootsOf(results) {
  const roots = [];
  const visit = (content) => {
    if (content?.value instanceof JavaArray) {
      content.value.cells.forEach(visit);
    } else if (content?.node) {
      roots.push(content.node);
    }
  };
  results.forEach(visit);
  return roots;
}

/**
 * Goes backward from the roots.
 *
 * @param seeds one for each root
 * @returns for each node that reaches a root its cotangent, and the terms that it is the sum of,
 *     and the order in which cotangents become known
 */
export function backward(page, nodes, roots, seeds) {
  const reached = reaching(nodes, roots);
  const cotangents = new Map();
  const order = [];
  const of = (node) => {
    if (!cotangents.has(node.id)) {
      cotangents.set(node.id, { value: 0, terms: [] });
    }
    return cotangents.get(node.id);
  };
  const give = (node, term) => {
    const cotangent = of(node);
    cotangent.terms.push(term);
    const isFirst = cotangent.terms.length === 1;
    cotangent.value = isFirst ? term.value : fit(node.type, cotangent.value + term.value);
  };
  roots.forEach((root, i) => give(root, { from: null, local: 1, value: seeds[i] }));
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (!reached.has(i) || !node.isActive) {
      continue;
    }
    order.push(node);
    const cotangent = of(node).value;
    node.operands.forEach((each, operand) => {
      if (each.node?.isActive) {
        const local = scaled(page, node, operand, 1);
        const isLevelled = local === 0 && Math.abs(cotangent) === Infinity;
        const value = isLevelled ? 0 : scaled(page, node, operand, cotangent);
        give(each.node, { from: node, operand, local, value });
      }
    });
  }
  return { cotangents, order, reached };
}

/** Goes forward along a direction: the tangent of each node, from those of the inputs. */
export function forward(page, nodes, tangents) {
  const all = new Map();
  for (const node of nodes) {
    if (node.kind === "input") {
      all.set(node.id, tangents.get(node.id) ?? 0);
      continue;
    }
    let sum = 0;
    node.operands.forEach((each, operand) => {
      if (each.node?.isActive) {
        sum = fit(node.type, sum + scaled(page, node, operand, all.get(each.node.id)));
      }
    });
    all.set(node.id, sum);
  }
  return all;
}
