// Which nodes of a run are shown, and where. What is not shown, because it lies in another turn of
// a loop, stands as a small stub where something shown uses it.

/* global dagre */

import { boxesOf } from "./boxes.js";
import { crossings } from "./crossings.js";
import { farUses } from "./far.js";

const MOST_UNROLLED = 60;
const MOST_UNROLLED_ON_A_PHONE = 25;
const NARROW = 700;
const MOST_SHOWN = 600;

/** Tells whether so many nodes are few enough to be shown whole. */
export function isSmall(count) {
  return count <= (window.innerWidth < NARROW ? MOST_UNROLLED_ON_A_PHONE : MOST_UNROLLED);
}

/** Tells whether so many may be shown whole if the reader wants it. */
export function mayUnroll(count) {
  return count <= MOST_SHOWN;
}

/**
 * Chooses one turn for each box, the outer ones first.
 *
 * @param wanted the place in its list of turns that the reader chose, by the step of the box
 * @returns for each box its turns, and which one is shown
 */
export function chooseTurns(items, wanted) {
  const choices = new Map();
  const chosen = (boxes) =>
    boxes.every((box) => choices.get(box.step)?.turns[choices.get(box.step).at]?.turn === box.turn);
  for (let depth = 0; ; depth++) {
    const found = new Map();
    for (const { boxes } of items) {
      const box = boxes[depth];
      if (box && chosen(boxes.slice(0, depth)) && !choices.has(box.step)) {
        const turns = found.get(box.step) ?? found.set(box.step, []).get(box.step);
        if (turns.at(-1)?.turn !== box.turn) {
          turns.push(box);
        }
      }
    }
    if (found.size === 0) {
      return choices;
    }
    for (const [step, turns] of found) {
      choices.set(step, { turns, at: Math.min(wanted[step] ?? 0, turns.length - 1) });
    }
  }
}

/** Gives what is shown of nodes and groups, in the order of evaluation. */
export function shownItems(items, choices) {
  const isShown = (box) => {
    const choice = choices.get(box.step);
    return choice && choice.turns[choice.at].turn === box.turn;
  };
  return items.filter((item) => item.boxes.every(isShown));
}

/** What a node, or a group as a whole, takes from elsewhere. */
function sourcesOf(item, groupOf) {
  return (item.nodes ?? [item]).flatMap((node) =>
    node.operands.flatMap(({ node: source }, operand) =>
      source && (groupOf.get(source) ?? source) !== item ? [{ node, operand, source }] : [],
    ),
  );
}

/** Leaves out the inputs that nothing shown uses. */
export function withoutUnused(shown, groupOf, roots) {
  const of = (node) => groupOf.get(node) ?? node;
  const isUsed = new Set(roots.map(of));
  for (const item of shown) {
    sourcesOf(item, groupOf).forEach(({ source }) => isUsed.add(of(source)));
  }
  return shown.filter((item) => item.kind !== "input" || isUsed.has(item));
}

/** The room of what stands at an edge: what it multiplies by, in most cases 1 or something longer. */
const SHORT_LABEL = 26;
const LONG_LABEL = 64;

function edgeLabel(node, operand, source, isOne) {
  const width = !source.isActive ? 1 : isOne(node, operand) ? SHORT_LABEL : LONG_LABEL;
  return { width, height: 14, labelpos: "r", labeloffset: 4 };
}

/** Leads from the turn of a loop that is shown to what comes out of the loop's last turn. */
function connectTurn(graph, stub, source, user, counterparts) {
  const counterpart = counterparts.get(source.step);
  const isOutside = (box) => user.boxes.every((other) => other.step !== box.step);
  if (counterpart && source.boxes.some(isOutside)) {
    graph.setEdge(counterpart, stub, { isLater: true }, "later");
  }
}

/** Adds an edge for each use of a node, and one from or to a group, however often it is used. */
function connect(graph, item, { groupOf, isOne, isFar }, visible, counterparts) {
  const key = (each) => `n${(groupOf.get(each) ?? each).id}`;
  for (const { node, operand, source } of sourcesOf(item, groupOf)) {
    if (isFar(item, source)) {
      continue;
    }
    const from = groupOf.get(source) ?? source;
    let start = key(source);
    if (!visible.has(from)) {
      start = `s${source.id}`;
      graph.setNode(start, { width: 74, height: 22, stub: source });
      connectTurn(graph, start, source, node, counterparts);
    }
    const isPlain = item === node && from === source;
    const label = isPlain ? edgeLabel(node, operand, source, isOne) : { width: 1, height: 1, isBundle: true };
    const name = isPlain ? String(operand) : "all";
    const known = graph.edge(start, `n${item.id}`, name);
    if (known) {
      known.uses.push({ node, operand, source });
    } else {
      graph.setEdge(start, `n${item.id}`, { ...label, node, operand, source, uses: [{ node, operand, source }] }, name);
    }
  }
}

const MARGIN = 12;

/** So dagre keeps long chains straight, where else what joins them would push them aside. */
const STRAIGHT = "UL";

/** How dagre finds layers; which is best depends on the graph. */
const RANKERS = ["network-simplex", "longest-path", "tight-tree"];

/** Layouts of more nodes and edges than this all together take too long. */
const MOST_TRIED = 500;

/** Orders in which dagre is told of nodes, on which depends how it begins. */
function orders(items) {
  const half = items.length / 2;
  const fromMiddle = (item) => Math.abs(items.indexOf(item) - half);
  return [
    items,
    [...items].reverse(),
    [...items].sort((a, b) => fromMiddle(a) - fromMiddle(b)),
    [...items].sort((a, b) => fromMiddle(b) - fromMiddle(a)),
  ];
}

/**
 * Lays out in layers, inputs at the bottom: in several ways, of which the one with the fewest
 * crossings is taken, and of these the narrowest.
 *
 * @param shown nodes and groups, as `fold` gives them
 * @param size gives width and height of a node or a group, and of what it says of nodes far away
 * @returns nodes, stubs, edges and boxes, each with its place
 */
export function layOut(shown, size) {
  const { items: all, groupOf } = shown;
  const isFar = farUses(all, (item) => sourcesOf(item, groupOf), (node) => groupOf.get(node) ?? node);
  const folded = { ...shown, isFar: isFar ?? (() => false), align: isFar && STRAIGHT };
  let best;
  let tried = 0;
  for (const ranker of RANKERS) {
    for (const items of orders(folded.items)) {
      tried += best ? best.nodes.length + best.edges.length : 0;
      if (best && (best.crossings === 0 || tried > MOST_TRIED)) {
        return best;
      }
      const layout = layOutOnce(folded, items, size, ranker);
      const isBetter = !best || layout.crossings < best.crossings
        || (layout.crossings === best.crossings && layout.width < best.width);
      best = isBetter ? layout : best;
    }
  }
  return best;
}

/** Makes room for boxes that reach beyond the nodes. */
function withMargin(layout) {
  const rectangles = layout.boxes.flatMap(({ rectangle }) => rectangle ?? []);
  const left = Math.min(0, ...rectangles.map((each) => each.left - MARGIN));
  const top = Math.min(0, ...layout.boxes.map(({ label }) => label.top - MARGIN));
  const right = Math.max(layout.width, ...rectangles.map((each) => each.right + MARGIN));
  const bottom = Math.max(layout.height, ...rectangles.map((each) => each.bottom + MARGIN));
  return { ...layout, left, top, width: right - left, height: bottom - top };
}

function layOutOnce(folded, items, size, ranker) {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  const spaces = { nodesep: 18, ranksep: 32, marginx: MARGIN, marginy: MARGIN };
  graph.setGraph({ rankdir: "BT", ...spaces, ranker, align: folded.align });
  graph.setDefaultEdgeLabel(() => ({}));
  const visible = new Set(items);
  const counterparts = new Map();
  for (const item of folded.items) {
    (item.nodes ?? [item]).forEach((node) => counterparts.set(node.step, `n${item.id}`));
  }
  for (const item of items) {
    const key = `n${item.id}`;
    const far = sourcesOf(item, folded.groupOf).filter(({ source }) => folded.isFar(item, source));
    graph.setNode(key, { ...size(item, far), node: item, far });
  }
  items.forEach((item) => connect(graph, item, folded, visible, counterparts));
  dagre.layout(graph);
  const places = graph.nodes().map((key) => graph.node(key));
  const layout = {
    width: Math.max(0, graph.graph().width),
    height: Math.max(0, graph.graph().height),
    nodes: places.filter((place) => place.node),
    stubs: places.filter((place) => place.stub),
    edges: graph.edges().map((edge) =>
      Object.assign(graph.edge(edge), { start: graph.node(edge.v), end: graph.node(edge.w) }),
    ),
  };
  const boxes = boxesOf(layout, folded.isUnrolled);
  return withMargin({ ...layout, boxes, crossings: crossings(layout) });
}
