// What a step did, and what a node is, in words: beside the picture, and in the list that says the same.

import { signOf } from "./picture.js";
import { cotangentText, formula, number, title } from "./words.js";

const MOST_LISTED_OF_A_GROUP = 12;

function listed(numbers) {
  const first = numbers.slice(0, MOST_LISTED_OF_A_GROUP).join(", ");
  return numbers.length > MOST_LISTED_OF_A_GROUP ? `${first}, …` : first;
}

/** Says what comes out of a closed group, and its cotangents. */
function groupText(player, group) {
  const isKnown = group.nodes.every((node) => player.isKnown(node));
  const values = isKnown ? listed(group.outputs.map((node) => number(node.value))) : "not yet known";
  const derivatives = group.outputs.map((node) => player.derivative(node));
  const back = derivatives.some((each) => each !== undefined)
    ? `; ${player.mode === "reverse" ? "∂" : "tangent "}${group.label}: ${listed(derivatives.map((each) => number(each ?? 0)))}`
    : "";
  return `${group.label} · ${group.shapeText}: ${values}${back}`;
}

function nodeText(page, player, node) {
  const value = player.isKnown(node) ? number(node.value, 8) : "not yet known";
  const derivative = player.derivative(node);
  const back =
    derivative === undefined
      ? ""
      : player.mode === "reverse"
        ? `; ${cotangentText(page, player, node)}`
        : `; tangent ${number(derivative, 8)}`;
  return `${signOf(node)}  ${title(node)} = ${formula(node)} = ${value}${back}`;
}

/** Says all that is known of a node or a group, for the list of evaluation. */
export function itemText(page, player, item) {
  return item.nodes ? `▣  ${groupText(player, item)}` : nodeText(page, player, item);
}

/** Says in a sentence what the last step did. */
export function whereText(page, player, groupOf) {
  const node = player.current;
  if (!node) {
    return "The inputs are known. Step to compute what comes first.";
  } else if (groupOf.has(node)) {
    return groupText(player, groupOf.get(node));
  }
  return player.isBackward
    ? cotangentText(page, player, node)
    : `${title(node)} = ${formula(node)} = ${number(node.value, 8)}`;
}
