// The boxes around what belongs together: the turn of a loop, the call of a helper. Nodes are laid out
// as if there were none, so that few edges cross; then a box is a rectangle where nothing else lies
// in it, and else a band around its nodes and the edges between them.

import { boxKey } from "./groups.js";

const PADDING = 8;
const LABEL_HEIGHT = 16;
const LETTER_WIDTH = 6.5;

/** Finds the boxes and what is in each, the outer ones first. */
function findBoxes(places, isUnrolled) {
  const boxes = new Map();
  for (const place of places) {
    const around = place.node.boxes;
    around.forEach(({ label, isCall }, depth) => {
      if (isUnrolled && !isCall) {
        return;
      }
      const key = boxKey(around.slice(0, depth + 1));
      if (!boxes.has(key)) {
        boxes.set(key, { label, closes: isCall ? key : "", key, depth, members: [] });
      }
      boxes.get(key).members.push(place);
    });
  }
  return [...boxes.values()].sort((a, b) => a.depth - b.depth);
}

const isInner = (inner, outer) => inner.key.startsWith(`${outer.key}/`);

/** How many boxes lie in one another at most. */
function levels(box, boxes) {
  const inside = boxes.filter((other) => isInner(other, box)).map((other) => other.depth);
  return 1 + new Set(inside).size;
}

function around(places, padding) {
  const left = Math.min(...places.map(({ x, width }) => x - width / 2)) - padding;
  const right = Math.max(...places.map(({ x, width }) => x + width / 2)) + padding;
  const top = Math.min(...places.map(({ y, height }) => y - height / 2)) - padding - LABEL_HEIGHT;
  const bottom = Math.max(...places.map(({ y, height }) => y + height / 2)) + padding;
  return { left, right, top, bottom };
}

function meets(rectangle, { x, y, width, height }) {
  return (
    x + width / 2 > rectangle.left &&
    x - width / 2 < rectangle.right &&
    y + height / 2 > rectangle.top &&
    y - height / 2 < rectangle.bottom
  );
}

const overlap = (a, b) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Finds what is used by members of a box alone: it may lie in it. */
function guestsOf(box, { edges, nodes, stubs }) {
  const members = new Set(box.members);
  const usersOf = (place) => edges.filter((edge) => edge.start === place).map((edge) => edge.end);
  const inputs = [...nodes.filter(({ node }) => node.kind === "input"), ...stubs];
  return inputs.filter((input) => {
    const users = usersOf(input);
    return users.length > 0 && users.every((user) => members.has(user));
  });
}

/** Gives the rectangle around a box, and nothing where something else lies in it. */
function rectangleOf(box, boxes, layout) {
  const padding = PADDING * levels(box, boxes);
  const guests = guestsOf(box, layout);
  let inside = box.members;
  let rectangle = around(inside, padding);
  for (let met = 0; met !== inside.length; ) {
    met = inside.length;
    inside = [...box.members, ...guests.filter((guest) => meets(rectangle, guest))];
    rectangle = around(inside, padding);
  }
  const others = [...layout.nodes, ...layout.stubs].filter((place) => !inside.includes(place));
  return others.some((place) => meets(rectangle, place)) ? null : rectangle;
}

/** Where the label of a band stands: above the highest of its nodes, and above inner labels. */
function bandLabel({ members }, level) {
  const highest = members.reduce((best, each) => (each.y < best.y ? each : best));
  const top = highest.y - highest.height / 2 - level * LABEL_HEIGHT;
  return { left: highest.x - highest.width / 2, top };
}

/** Where a label may stand, the best place first: its box has it at a corner, a band beside a node. */
function spotsOf({ members, rectangle, label }, width) {
  const { left, top } = label;
  if (rectangle) {
    return [{ left, top }, { left: rectangle.right - width, top }, { left, top: rectangle.bottom }];
  }
  const downwards = [...members].sort((a, b) => a.y - b.y);
  const beside = downwards.flatMap((each) => [
    { left: each.x + each.width / 2, top: each.y - each.height / 2 },
    { left: each.x - each.width / 2 - width, top: each.y - each.height / 2 },
  ]);
  return [{ left, top }, ...beside];
}

/** Moves labels to where they hide nothing, and nothing hides them. */
function placeLabels(boxes, layout) {
  const taken = [...layout.nodes, ...layout.stubs].map((place) => around([place], -1));
  taken.forEach((place) => (place.top += LABEL_HEIGHT));
  for (const box of boxes) {
    const width = 8 + LETTER_WIDTH * (box.label.text.length + (box.closes ? 2 : 0));
    const fits = ({ left, top }) => {
      const spot = { left, top, right: left + width, bottom: top + LABEL_HEIGHT };
      return taken.every((other) => !overlap(spot, other));
    };
    const spots = spotsOf(box, width);
    const { left, top } = spots.find(fits) ?? spots[0];
    Object.assign(box.label, { left, top });
    taken.push({ left, top, right: left + width, bottom: top + LABEL_HEIGHT });
  }
}

/**
 * Finds the boxes of a layout.
 *
 * @returns each with its label, where that stands, its padding, what is in it, and its rectangle
 *     if it is one
 */
export function boxesOf(layout, isUnrolled) {
  const boxes = findBoxes(layout.nodes, isUnrolled);
  const drawn = [];
  for (const box of boxes) {
    const found = rectangleOf(box, boxes, layout);
    const isFree = found && drawn.every(
      (other) => !other.rectangle || isInner(box, other) || !overlap(found, other.rectangle),
    );
    const members = new Set(box.members);
    const edges = layout.edges.filter(({ start, end }) => members.has(start) && members.has(end));
    const rectangle = isFree ? found : null;
    const label = { text: box.label, ...(rectangle ?? bandLabel(box, levels(box, boxes))) };
    const padding = PADDING * levels(box, boxes);
    drawn.push({ ...box, rectangle, edges, padding, label });
  }
  placeLabels(drawn, layout);
  return drawn;
}
