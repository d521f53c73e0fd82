// Where a number first is none, or infinite, in either direction, and what made it so.

import { number, parenthesised, slopeText, title, formula } from "./words.js";

const isBad = (x) => typeof x === "number" && !Number.isFinite(x);

function operandsText(node) {
  const named = node.operands.filter((each) => each.node);
  return named.map((each) => `${title(each.node)} = ${number(each.value)}`).join(", ");
}

/** Finds the first node that is none although its operands are numbers. */
function badForward(player) {
  const node = player.nodes.find(
    (each) =>
      player.isKnown(each) && isBad(each.value) && !each.operands.some(({ value }) => isBad(value)),
  );
  if (!node) {
    return null;
  }
  const from = node.kind === "input" ? "it is typed so" : `made of ${operandsText(node)}`;
  const what = node.kind === "input" ? title(node) : `${title(node)} = ${formula(node)}`;
  return { node, text: `The first that is no number: ${what} = ${number(node.value)}, ${from}.` };
}

/** Finds the first cotangent that is none although those that it is made of are numbers. */
function badBackward(page, player) {
  const cotangent = (node) => player.back.cotangents.get(node.id).value;
  const node = player.back.order.find(
    (each) =>
      player.derivative(each) !== undefined &&
      isBad(cotangent(each)) &&
      !player.terms(each).some(({ from }) => from && isBad(cotangent(from))),
  );
  if (!node) {
    return null;
  }
  const term = player.terms(node).find(({ value }) => isBad(value));
  const how = term?.from
    ? `∂${title(term.from)} · ${parenthesised(slopeText(page, term.from, term.operand))} = ` +
      `${number(cotangent(term.from))} · ${number(term.local)}, where ${operandsText(term.from)}`
    : "the sum of its terms";
  return {
    node,
    text: `The first derivative that is no number: ∂${title(node)} = ${number(cotangent(node))}: ${how}.`,
  };
}

/** Finds the first tangent that is none although those that it is made of are numbers. */
function tangential(player) {
  const node = player.nodes.find(
    (each) =>
      isBad(player.derivative(each)) &&
      !each.operands.some(({ node: source }) => source && isBad(player.derivative(source))),
  );
  return (
    node && {
      node,
      text: `The first tangent that is no number: that of ${title(node)} = ${formula(node)}, where ${operandsText(node)}.`,
    }
  );
}

/** Finds what is to be marked; nothing where all numbers so far are numbers. */
export function firstTrouble(page, player) {
  const found = badForward(player);
  if (found) {
    return found;
  }
  return player.mode === "forward" ? tangential(player) : badBackward(page, player);
}
