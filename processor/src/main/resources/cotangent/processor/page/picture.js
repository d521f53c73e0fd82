// Draws a run as a picture: what is known, what is not yet, and where a number went wrong.

import { colourOf } from "./tables.js";
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

const CELL = 11;
const MOST_CELLS = 600;

/** The first line of a node: its name and its operation; of a group its name and its shape. */
function heading(item) {
  if (item.nodes) {
    return `${item.label} · ${item.outputs.length === 0 ? "no numbers" : item.shapeText}`;
  }
  return item.kind === "input" ? title(item) : `${title(item)} = ${short(formula(item))}`;
}

function short(words) {
  return words.length > 26 ? `${words.slice(0, 25)}…` : words;
}

/** Tells whether the numbers of a group are drawn as a grid of colours. */
function hasGrid(item) {
  return item.nodes && item.outputs.length > 1 && item.outputs.length <= MOST_CELLS;
}

/** The room that a node or a group needs: values, beside them derivatives, and what comes from far. */
export function sizeOf(item, far = []) {
  const width = Math.max(92, 32 + 7.2 * heading(item).length, 20 + farWidth(far));
  const below = far.length > 0 ? FAR_HEIGHT : 0;
  if (!hasGrid(item)) {
    return { width, height: 52 + below };
  }
  const { rows, columns } = item.size;
  const grid = { width: 2 * CELL * columns + 36, height: 34 + CELL * Math.max(rows, 2) };
  return { width: Math.max(width, grid.width), height: grid.height + below };
}

const FAR_HEIGHT = 16;
const MOST_FAR = 3;

/** Names what comes from far away, once each; a value that is not known yet has no number. */
function farNames(far, worth) {
  const sources = [...new Set(far.map(({ source }) => source))];
  const named = sources.slice(0, MOST_FAR).map((source) => ({ source, words: `${title(source)} ${worth(source)}` }));
  return { named, rest: sources.length > MOST_FAR ? " …" : "" };
}

function farWidth(far) {
  const { named, rest } = farNames(far, () => "0.00000");
  return far.length === 0 ? 0 : named.reduce((sum, { words }) => sum + 6.2 * (words.length + 2), 0) + 6 * rest.length;
}

/** Says what a node takes from far away: each name leads there. */
function drawFar({ far, width, height }, view) {
  const { named, rest } = farNames(far, (source) => (view.isKnown(source) ? number(source.value, 4) : "?"));
  const names = named.map(({ source, words }) =>
    element("tspan", { dx: 6, "data-from": source.id }, `↑ ${words}`),
  );
  return element("text", { x: width / 2, y: height - 6, class: "far" }, ...names, rest);
}

function itemState(item, view) {
  const nodes = item.nodes ?? [item];
  const classes = ["node", item.isActive ? "active" : "constant", item.kind];
  const states = {
    group: item.nodes,
    unknown: !nodes.every(view.isKnown),
    known: nodes.every(view.isKnown),
    derived: nodes.some((node) => view.cotangent(node) !== undefined),
    current: nodes.includes(view.current),
    root: nodes.some((node) => view.roots.includes(node)),
    bad: nodes.includes(view.bad),
  };
  return [...classes, ...Object.keys(states).filter((name) => states[name])].join(" ");
}

/** Draws numbers as a grid of colours, the strongest for the largest. */
function colourGrid(corner, { columns }, numbers, words) {
  const most = Math.max(1e-300, ...numbers.map(Math.abs).filter(Number.isFinite));
  const cells = words.map((word, i) => {
    const at = { x: corner.x + CELL * (i % columns), y: corner.y + CELL * Math.floor(i / columns) };
    const x = numbers[i];
    const isWrong = x !== undefined && !Number.isFinite(x);
    const cell = element("rect", { ...at, width: CELL, height: CELL, class: isWrong ? "cell wrongCell" : "cell" });
    if (x !== undefined && !isWrong) {
      cell.style.fill = colourOf(x, most);
    }
    cell.append(element("title", {}, `${word}: ${x === undefined ? "not yet known" : number(x)}`));
    return cell;
  });
  return element("g", { class: "cells" }, ...cells);
}

function drawGrids(item, width, view) {
  const { columns } = item.size;
  const isBack = item.outputs.some((node) => view.cotangent(node) !== undefined);
  const across = CELL * columns;
  const left = (width - (isBack ? 2 * across + 8 : across)) / 2;
  const values = item.outputs.map((node) => (view.isKnown(node) ? node.value : undefined));
  const names = item.outputs.map(title);
  const grids = [colourGrid({ x: left, y: 24 }, item.size, values, names)];
  if (isBack) {
    const derivatives = item.outputs.map((node) => view.cotangent(node));
    const words = names.map((name) => `${view.derivativeSign}${name}`);
    grids.push(colourGrid({ x: left + across + 8, y: 24 }, item.size, derivatives, words));
  }
  return grids;
}

function numberLines(node, width, view) {
  const value = view.isKnown(node) ? number(node.value) : "not yet known";
  const derivative = view.cotangent(node);
  const lines = [text(width / 2, 31, "value", value)];
  if (derivative !== undefined) {
    lines.push(text(width / 2, 46, "derivative", `${view.derivativeSign} ${number(derivative)}`));
  }
  return lines;
}

function drawItem(place, view) {
  const { node: item, x, y, width, height } = place;
  const group = element("g", {
    class: itemState(item, view),
    transform: `translate(${x - width / 2},${y - height / 2})`,
    "data-node": item.id,
    tabindex: -1,
  });
  const words = item.nodes
    ? `${item.label}: ${item.nodes.length} numbers, a click opens it`
    : `${title(item)} = ${formula(item)} (${item.type})${view.memory(item)?.words ?? ""}`;
  group.append(element("title", {}, words));
  group.append(element("rect", { width, height, rx: item.kind === "input" ? 20 : 7 }));
  group.append(text(width / 2, 16, "heading", heading(item)));
  const marks = [...new Set((item.nodes ?? [item]).map((node) => view.memory(node)?.mark ?? ""))].join("");
  if (marks) {
    group.append(text(width - 9, 14, "mark", marks));
  }
  if (place.far.length > 0) {
    group.append(drawFar(place, view));
  }
  if (hasGrid(item)) {
    group.append(...drawGrids(item, width, view));
  } else if (!item.nodes || item.outputs.length === 1) {
    group.append(...numberLines(item.outputs?.[0] ?? item, width, view));
  } else {
    group.append(text(width / 2, 31, "value", `${item.outputs.length} numbers`));
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
  const isCarrying = edge.uses.some(({ node, source }) => view.isCarrying(node, source));
  const group = element("g", { class: isCarrying ? "edge carrying" : "edge" });
  group.append(element("path", { d: path(edge.points), "marker-end": "url(#arrow)" }));
  return group;
}

/** Says what an edge multiplies by, over all edges: no line runs through a number. */
function drawLocal(edge, view) {
  const isCarrying = edge.uses?.some(({ node, source }) => view.isCarrying(node, source));
  if (!isCarrying || edge.isBundle) {
    return [];
  }
  const local = text(edge.x, edge.y + 4, "local", `× ${number(view.local(edge.node, edge.operand), 4)}`);
  local.append(element("title", {}, view.slopeTitle(edge.node, edge.operand)));
  return [local];
}

/** Says in words and in numbers what an edge multiplies by. */
export function slopeTitle(page, node, operand) {
  const by = node.operands[operand].node;
  return `∂${title(node)}/∂${title(by)} = ${slopeText(page, node, operand)}`;
}

function drawBand({ members, edges, padding }) {
  const band = element("g", { class: "band" });
  for (const { x, y, width, height } of members) {
    const corner = { x: x - width / 2 - padding, y: y - height / 2 - padding };
    const size = { width: width + 2 * padding, height: height + 2 * padding };
    band.append(element("rect", { ...corner, ...size, rx: 10 }));
  }
  for (const { points } of edges) {
    band.append(element("path", { d: path(points), "stroke-width": 2 * padding }));
  }
  return band;
}

/** Draws a box with its name; a click on that closes it, if it is a call. */
function drawBox(box) {
  const { rectangle, label, closes } = box;
  const drawn = element("g", { class: "boxed", "data-box": box.key });
  if (rectangle) {
    const { left, top, right, bottom } = rectangle;
    drawn.append(
      element("rect", { class: "box", x: left, y: top, width: right - left, height: bottom - top, rx: 10 }),
    );
  } else {
    drawn.append(drawBand(box));
  }
  const name = text(label.left + 8, label.top + 13, closes ? "boxLabel mayClose" : "boxLabel", closes ? `▾ ${label.text}` : label.text);
  if (closes) {
    name.dataset.closes = closes;
  }
  drawn.append(name);
  return drawn;
}

/** Makes the picture of a layout. */
export function draw(layout, view) {
  const picture = element("svg", {
    viewBox: `${layout.left} ${layout.top} ${layout.width} ${layout.height}`,
    width: layout.width,
    height: layout.height,
    role: "img",
    "data-crossings": layout.crossings,
    "aria-label": "The graph of this run; the list below says the same in words",
  });
  const arrow = element("path", { d: "M0,0L7,3.5L0,7z" });
  const marker = { id: "arrow", viewBox: "0 0 7 7", refX: 6.5, refY: 3.5, markerWidth: 7 };
  const head = element("marker", { ...marker, markerHeight: 7, orient: "auto" }, arrow);
  picture.append(element("defs", {}, head));
  layout.boxes.forEach((box) => picture.append(drawBox(box)));
  layout.edges.forEach((edge) => picture.append(drawEdge(edge, view)));
  layout.edges.forEach((edge) => picture.append(...drawLocal(edge, view)));
  for (const stub of layout.stubs) {
    const known = view.isKnown(stub.stub) ? number(stub.stub.value, 4) : "not yet known";
    const label = `${title(stub.stub)}: ${known}`;
    picture.append(text(stub.x, stub.y + 4, "stub", label));
  }
  layout.nodes.forEach((place) => picture.append(drawItem(place, view)));
  return picture;
}

/** Gives the sign of a node or a group for the list of evaluation. */
export function signOf(item) {
  return item.kind === "input" ? "in" : item.nodes ? "▣" : symbol(item.kind);
}

const STYLES = "fill stroke stroke-width stroke-dasharray stroke-linejoin paint-order font text-anchor opacity"
  .split(" ");

/** Takes the styles that are in force into the picture itself, so that it can stand alone. */
export function standAlone(picture) {
  const copy = picture.cloneNode(true);
  const originals = picture.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((each, i) => {
    const style = getComputedStyle(originals[i]);
    for (const name of STYLES) {
      each.style.setProperty(name, style.getPropertyValue(name));
    }
  });
  copy.setAttribute("xmlns", SVG);
  return new XMLSerializer().serializeToString(copy);
}
