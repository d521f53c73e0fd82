// Draws a run as a picture: what is known, what is not yet, and where a number went wrong.

import { formula, number, slopeText, symbol, title } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";

/** Makes an element of a picture. */
export function element(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

function text(x, y, className, content) {
  return element("text", { x, y, class: className }, content);
}

/** The first line of a node: its name and its operation. */
function heading(node) {
  return node.kind === "input" ? title(node) : `${title(node)} = ${short(formula(node))}`;
}

function short(words) {
  return words.length > 26 ? `${words.slice(0, 25)}…` : words;
}

/** The room that a node needs. */
export function sizeOf(node) {
  return { width: Math.max(92, 20 + 7.2 * heading(node).length), height: 52 };
}

function isBad(x) {
  return typeof x === "number" && !Number.isFinite(x);
}

/** Finds the first node whose number is none although those of its operands are. */
export function firstBad(nodes) {
  return nodes.find(
    (node) => isBad(node.value) && !node.operands.some((each) => isBad(each.value)),
  );
}

function nodeState(node, view) {
  const classes = ["node", node.isActive ? "active" : "constant", node.kind];
  classes.push(view.isKnown(node) ? "known" : "unknown");
  if (view.cotangent(node) !== undefined) {
    classes.push("derived");
  }
  if (view.current === node) {
    classes.push("current");
  }
  if (view.roots.includes(node)) {
    classes.push("root");
  }
  if (view.bad === node) {
    classes.push("bad");
  }
  return classes.join(" ");
}

function drawNode(place, view) {
  const { node, x, y, width, height } = place;
  const group = element("g", {
    class: nodeState(node, view),
    transform: `translate(${x - width / 2},${y - height / 2})`,
    "data-node": node.id,
    tabindex: -1,
  });
  group.append(element("title", {}, `${title(node)} = ${formula(node)}`));
  group.append(element("rect", { width, height, rx: node.kind === "input" ? 20 : 7 }));
  group.append(text(width / 2, 16, "heading", heading(node)));
  const value = view.isKnown(node) ? number(node.value) : "not yet known";
  group.append(text(width / 2, 31, "value", value));
  const derivative = view.cotangent(node);
  if (derivative !== undefined) {
    group.append(text(width / 2, 46, "derivative", `${view.derivativeSign} ${number(derivative)}`));
  }
  return group;
}

function path(points) {
  const [first, ...rest] = points;
  const last = rest.pop() ?? first;
  const middle = rest.map((point, i) => {
    const next = rest[i + 1] ?? last;
    return `Q${point.x},${point.y} ${(point.x + next.x) / 2},${(point.y + next.y) / 2}`;
  });
  return `M${first.x},${first.y}${middle.join("")}L${last.x},${last.y}`;
}

function drawEdge(edge, view) {
  if (edge.isLater) {
    return element("g", { class: "edge later" }, element("path", { d: path(edge.points) }));
  }
  const isCarrying = view.isCarrying(edge.node, edge.source);
  const group = element("g", { class: isCarrying ? "edge carrying" : "edge" });
  group.append(element("path", { d: path(edge.points), "marker-end": "url(#arrow)" }));
  if (isCarrying) {
    const local = view.local(edge.node, edge.operand);
    group.append(element("title", {}, view.slopeTitle(edge.node, edge.operand)));
    group.append(text(edge.x, edge.y + 4, "local", `× ${number(local, 4)}`));
  }
  return group;
}

/** Says in words and in numbers what an edge multiplies by. */
export function slopeTitle(page, node, operand) {
  const by = node.operands[operand].node;
  return `∂${title(node)}/∂${title(by)} = ${slopeText(page, node, operand)}`;
}

/** Makes the picture of a layout. */
export function draw(layout, view) {
  const picture = element("svg", {
    viewBox: `0 0 ${layout.width} ${layout.height}`,
    width: layout.width,
    height: layout.height,
    role: "img",
    "aria-label": "The graph of this run; the list below says the same in words",
  });
  const arrow = element("path", { d: "M0,0L7,3.5L0,7z" });
  const marker = { id: "arrow", viewBox: "0 0 7 7", refX: 6.5, refY: 3.5, markerWidth: 7 };
  const head = element("marker", { ...marker, markerHeight: 7, orient: "auto" }, arrow);
  picture.append(element("defs", {}, head));
  for (const box of layout.boxes) {
    const { x, y, width, height, label } = box;
    const corner = { x: x - width / 2, y: y - height / 2 };
    picture.append(element("rect", { class: "box", ...corner, width, height, rx: 10 }));
    picture.append(text(corner.x + 8, corner.y + 14, "boxLabel", label));
  }
  layout.edges.forEach((edge) => picture.append(drawEdge(edge, view)));
  for (const stub of layout.stubs) {
    const known = view.isKnown(stub.stub) ? number(stub.stub.value, 4) : "not yet known";
    const label = `${title(stub.stub)}: ${known}`;
    picture.append(text(stub.x, stub.y + 4, "stub", label));
  }
  layout.nodes.forEach((place) => picture.append(drawNode(place, view)));
  return picture;
}

/** Gives a node's sign for the list of evaluation. */
export function signOf(node) {
  return node.kind === "input" ? "in" : symbol(node.kind);
}

/** Takes the styles that are in force into the picture itself, so that it can stand alone. */
export function standAlone(picture) {
  const copy = picture.cloneNode(true);
  const originals = picture.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((each, i) => {
    const style = getComputedStyle(originals[i]);
    for (const name of ["fill", "stroke", "stroke-width", "font", "text-anchor", "opacity"]) {
      each.style.setProperty(name, style.getPropertyValue(name));
    }
  });
  copy.setAttribute("xmlns", SVG);
  return new XMLSerializer().serializeToString(copy);
}
