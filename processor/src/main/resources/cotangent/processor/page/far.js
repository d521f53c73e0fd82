// What a node of a large graph takes from far away, or from a node that many others use as well: such
// an edge can't be followed with the eye, and takes the room of all layers that it crosses. In its
// place the node says by name and number what it takes.

/** Graphs of up to so many nodes, whose edges cross so many layers, have all of their edges. */
const MOST_WITH_ALL = 60;
const MOST_LAYERS_CROSSED = 200;

/** An edge may lead over so many layers. */
const LONGEST_EDGE = 6;

/** So many may use a node, and each have an edge from it; of more those have one that are next to it. */
const MOST_USERS = 8;

/** How many layers there are above each item at least, if it lies as near to its users as it can. */
function layersAbove(usersOf, items) {
  const above = new Map();
  for (const item of [...items].reverse()) {
    const users = [...(usersOf.get(item) ?? [])].filter((user) => above.has(user));
    above.set(item, users.reduce((most, user) => Math.max(most, above.get(user) + 1), 0));
  }
  return above;
}

/**
 * Tells which uses have no edge; nothing where all have one.
 *
 * @param items what is shown, in the order of evaluation
 * @param uses the uses of an item: which node uses which, by which operand
 * @param itemOf what is shown of a node
 */
export function farUses(items, uses, itemOf) {
  const usersOf = new Map();
  for (const item of items) {
    for (const { source } of uses(item)) {
      const from = itemOf(source);
      usersOf.set(from, (usersOf.get(from) ?? new Set()).add(item));
    }
  }
  const above = layersAbove(usersOf, items);
  const layers = (from, item) => (above.has(from) ? above.get(from) - above.get(item) : Infinity);
  let all = 0;
  usersOf.forEach((users, from) => users.forEach((item) => (all += above.has(from) ? layers(from, item) : 1)));
  if (items.length <= MOST_WITH_ALL && all <= MOST_LAYERS_CROSSED) {
    return undefined;
  }
  return (item, source) => {
    const from = itemOf(source);
    const far = layers(from, item);
    return far > LONGEST_EDGE || (far > 1 && usersOf.get(from).size > MOST_USERS);
  };
}
