// Which nodes of a run are shown, and where. What is not shown, because it lies in another turn of
// a loop, stands as a small stub where something shown uses it.

/* global dagre */

const MOST_UNROLLED = 60;
const MOST_UNROLLED_ON_A_PHONE = 25;
const NARROW = 700;
const MOST_SHOWN = 600;

/** Tells whether a run is small enough to be shown whole. */
export function isSmall(nodes) {
  return nodes.length <= (window.innerWidth < NARROW ? MOST_UNROLLED_ON_A_PHONE : MOST_UNROLLED);
}

/** Tells whether a run may be shown whole if the reader wants it. */
export function mayUnroll(nodes) {
  return nodes.length <= MOST_SHOWN;
}

/**
 * Chooses one turn for each box, the outer ones first.
 *
 * @param wanted the place in its list of turns that the reader chose, by the step of the box
 * @returns for each box that can be chosen its turns, and which one is shown
 */
export function chooseTurns(nodes, wanted) {
  const choices = new Map();
  const chosen = (boxes) =>
    boxes.every((box) => choices.get(box.step)?.turns[choices.get(box.step).at]?.turn === box.turn);
  for (let depth = 0; ; depth++) {
    const found = new Map();
    for (const node of nodes) {
      const box = node.boxes[depth];
      if (box && chosen(node.boxes.slice(0, depth)) && !choices.has(box.step)) {
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

/** Gives the nodes that are shown, in the order of evaluation. */
export function shownNodes(nodes, choices) {
  const isShown = (box) => {
    const choice = choices.get(box.step);
    return choice && choice.turns[choice.at].turn === box.turn;
  };
  return nodes.filter((node) => node.boxes.every(isShown));
}

/** Leaves out the inputs that nothing shown uses. */
export function withoutUnused(shown, roots) {
  const isUsed = new Set(roots);
  shown.forEach((node) => node.operands.forEach((each) => each.node && isUsed.add(each.node)));
  return shown.filter((node) => node.kind !== "input" || isUsed.has(node));
}

function boxKey(boxes) {
  return boxes.map((box) => `${box.step}.${box.turn}`).join("/");
}

function addBoxes(graph, node, key) {
  for (let depth = node.boxes.length; depth > 0; depth--) {
    const box = `box ${boxKey(node.boxes.slice(0, depth))}`;
    graph.setNode(box, { label: node.boxes[depth - 1].label });
    graph.setParent(key, box);
    key = box;
  }
}

/** The room of what stands at an edge: what it multiplies by. */
const LABEL = { width: 52, height: 14, labelpos: "r", labeloffset: 4 };

/** Leads from the turn of a loop that is shown to what comes out of the loop's last turn. */
function connectTurn(graph, stub, source, user, counterparts) {
  const counterpart = counterparts.get(source.step);
  const isOutside = (box) => user.boxes.every((other) => other.step !== box.step);
  if (counterpart && source.boxes.some(isOutside)) {
    graph.setEdge(`n${counterpart.id}`, stub, { isLater: true }, "later");
  }
}

/**
 * Lays out in layers, inputs at the bottom.
 *
 * @param size gives width and height of a node
 * @returns nodes, stubs, edges and boxes, each with its place
 */
export function layOut(shown, size) {
  const graph = new dagre.graphlib.Graph({ compound: true, multigraph: true });
  graph.setGraph({ rankdir: "BT", nodesep: 18, ranksep: 44, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  const visible = new Set(shown);
  const stubs = new Map();
  const counterparts = new Map(shown.map((node) => [node.step, node]));
  for (const node of shown) {
    graph.setNode(`n${node.id}`, { ...size(node), node });
    addBoxes(graph, node, `n${node.id}`);
  }
  for (const node of shown) {
    node.operands.forEach((each, operand) => {
      if (!each.node) {
        return;
      }
      let from = `n${each.node.id}`;
      if (!visible.has(each.node)) {
        from = `s${each.node.id}`;
        stubs.set(from, each.node);
        graph.setNode(from, { width: 74, height: 22, stub: each.node });
        connectTurn(graph, from, each.node, node, counterparts);
      }
      const label = { ...LABEL, node, operand, source: each.node };
      graph.setEdge(from, `n${node.id}`, label, String(operand));
    });
  }
  dagre.layout(graph);
  const places = graph.nodes().map((key) => graph.node(key));
  return {
    width: Math.max(0, graph.graph().width),
    height: Math.max(0, graph.graph().height),
    nodes: places.filter((place) => place.node),
    stubs: places.filter((place) => place.stub),
    boxes: places.filter((place) => !place.node && !place.stub),
    edges: graph.edges().map((edge) => graph.edge(edge)),
  };
}
