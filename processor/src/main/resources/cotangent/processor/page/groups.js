// What is closed: the call of a helper, or an array that comes in, drawn as one node that shows the
// numbers which come out of it as a grid of colours.

const MOST_OPEN = 60;
const SMALLEST_ARRAY = 5;

/** So many numbers of a long row are drawn beside each other. */
const WIDEST = 16;

/** Tells one turn of a box from all others. */
export function boxKey(boxes) {
  return boxes.map((box) => `${box.step}.${box.turn}`).join("/");
}

/** Nodes that are drawn as one. */
export class Group {
  constructor(key, kind, label, boxes, node) {
    Object.assign(this, { key, kind, label, boxes, nodes: [], outputs: [], shape: null });
    this.id = `g${key}`;
    this.line = boxes.line ?? node.line;
    this.step = node.step;
  }

  get isActive() {
    return this.nodes.some((node) => node.isActive);
  }

  /** How many rows and columns are drawn: those of a matrix, else as many as are easy to see. */
  get size() {
    const count = this.outputs.length;
    const isMatrix = this.shape?.length === 2 && this.shape[0] * this.shape[1] === count;
    const columns = isMatrix ? this.shape[1] : Math.min(WIDEST, count);
    return { rows: Math.ceil(count / Math.max(columns, 1)), columns };
  }

  /** The shape in words: `2 × 3`. */
  get shapeText() {
    return this.shape ? this.shape.join(" × ") : String(this.outputs.length);
  }
}

/** Gives the outermost call that is closed, of those around a node; or the closed array it is in. */
function closedAround(node, isClosed) {
  if (node.kind === "input") {
    const key = `in${node.path[0]}`;
    return node.path.length > 1 && isClosed(key, node) ? { key, depth: 0 } : null;
  }
  for (let depth = 0; depth < node.boxes.length; depth++) {
    if (node.boxes[depth].isCall) {
      const key = boxKey(node.boxes.slice(0, depth + 1));
      if (isClosed(key, node, node.boxes[depth])) {
        return { key, depth };
      }
    }
  }
  return null;
}

/**
 * Closes what is closed.
 *
 * @returns nodes and groups in the order of evaluation, each group where its last node was, and the
 *     group of each node that is in one
 */
export function fold(nodes, isClosed) {
  const groups = new Map();
  const groupOf = new Map();
  for (const node of nodes) {
    const closed = closedAround(node, isClosed);
    if (!closed) {
      continue;
    }
    if (!groups.has(closed.key)) {
      const box = node.boxes[closed.depth];
      const isInput = node.kind === "input";
      const label = isInput ? node.name.replace(/\[.*/, "") : box.label;
      const made = new Group(closed.key, isInput ? "input" : "call", label, node.boxes.slice(0, closed.depth), node);
      groups.set(closed.key, Object.assign(made, { box, line: box?.line ?? 0 }));
    }
    groups.get(closed.key).nodes.push(node);
    groupOf.set(node, groups.get(closed.key));
  }
  const lasts = new Map([...groups.values()].map((group) => [group.nodes.at(-1), group]));
  const items = nodes.flatMap((node) => (groupOf.has(node) ? lasts.get(node) ?? [] : [node]));
  return { items, groups: [...groups.values()], groupOf };
}

/** Finds what comes out of groups: what is used elsewhere, or is the result. */
export function findOutputs({ groups, groupOf }, nodes, roots, sizeAt) {
  const isUsed = new Set(roots);
  for (const node of nodes) {
    for (const { node: source } of node.operands) {
      if (source && groupOf.has(source) && groupOf.get(source) !== groupOf.get(node)) {
        isUsed.add(source);
      }
    }
  }
  for (const group of groups) {
    const isInput = group.kind === "input";
    group.outputs = isInput ? group.nodes : group.nodes.filter((node) => isUsed.has(node));
    const count = group.nodes.at(-1).id + 1;
    const shape = group.box?.shape?.map((id) => sizeAt(id, count));
    const isFull = shape?.reduce((product, n) => product * n, 1) === group.outputs.length;
    group.shape = isInput ? shapeOfInput(group.nodes) : isFull ? shape : null;
  }
}

/** Reads the shape of an input off the names of its elements; nothing for a row of numbers. */
function shapeOfInput(nodes) {
  const at = /\[[\d, \][]+\]$/.exec(nodes.at(-1).name)[0].match(/\d+/g);
  const shape = at.map((index) => Number(index) + 1);
  const isFull = shape.reduce((product, each) => product * each, 1) === nodes.length;
  return shape.length > 1 && isFull ? shape : null;
}

/**
 * Says what is closed where the reader has not said: helpers from other files, what tensors are
 * made of; arrays; and all helpers, where there would be too much to see.
 *
 * @param said what the reader has said, by keys
 */
export function closing(page, nodes, said) {
  const arrays = new Map();
  for (const node of nodes) {
    if (node.kind === "input") {
      arrays.set(node.path[0], (arrays.get(node.path[0]) ?? 0) + 1);
    }
  }
  const isKept = (key, node, box) =>
    box
      ? box.isForeign
      : page.inputs[node.path[0]].tensor !== undefined || arrays.get(node.path[0]) >= 4 * SMALLEST_ARRAY;
  const open = fold(nodes, isKept).items;
  const isMuch = open.length > MOST_OPEN;
  const isArray = (node) => arrays.get(node.path[0]) >= SMALLEST_ARRAY;
  return (key, node, box) =>
    said[key] ?? (isKept(key, node, box) || (isMuch && (box !== undefined || isArray(node))));
}
