// Puts the page together: source, graph and generated code, and what the reader does with them.

import { fieldsOf, firstValue, parseScalar } from "./inputs.js";
import { chooseTurns, isSmall, layOut, mayUnroll, shownNodes, withoutUnused } from "./layout.js";
import { draw, firstBad, signOf, sizeOf, slopeTitle, standAlone } from "./picture.js";
import { moveWindow, showMap } from "./map.js";
import { Player, difference, hessian, pathsOf } from "./player.js";
import { factor, formula, number, slopeText, title } from "./words.js";
import { CannotRun, NeedsAnswer } from "./types.js";

const MOST_DIFFERENCES = 60;
const MOST_LISTED = 2_000;

const page = JSON.parse(document.getElementById("data").textContent);
const texts = JSON.parse(document.getElementById("texts").textContent);
const byId = (id) => document.getElementById(id);

const state = {
  values: page.inputs.map(firstValue),
  answers: {},
  tangents: {},
  at: 0,
  mode: "reverse",
  turns: {},
  isUnrolled: null,
};
let player;
let timer = null;

/** What is to be said once about how the page was opened. */
let note = "";

/** How much larger than drawn the picture is shown; nothing where it fills its pane. */
let zoom = null;

function html(name, className, content = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = content;
  return made;
}

/** Remembers the state in the address, so that it can be sent to somebody. */
function remember() {
  state.at = player.at;
  const special = (key, value) =>
    typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))
      ? { number: Object.is(value, -0) ? "-0" : String(value) }
      : value;
  history.replaceState(null, "", `#${encodeURIComponent(JSON.stringify(state, special))}`);
}

function recall() {
  try {
    const text = decodeURIComponent(location.hash.slice(1));
    const revive = (key, value) => (value?.number === undefined ? value : Number(value.number));
    const found = text && JSON.parse(text, revive);
    if (found?.values && found.values.length !== page.inputs.length) {
      throw new RangeError("The numbers are another method's");
    }
    Object.assign(state, found);
  } catch {
    note = "The address after # is not one of this page's: it is left out.";
  }
}

/** Runs the method with the reader's numbers, and keeps the place in the run if it still exists. */
function rerun(at = state.at) {
  const { mode, answers, tangents } = state;
  player = new Player(page, state.values, { mode, answers, tangents });
  player.go(at);
  showError();
  showInputs();
  showTurns();
  follow();
  show();
}

function showError() {
  const error = player.run.error;
  const isLimit = error instanceof CannotRun;
  byId("message").textContent = !error ? note : isLimit ? error.message : `The method throws: ${error.message}`;
  note = "";
  byId("ask").replaceChildren();
  if (error instanceof NeedsAnswer) {
    byId("message").textContent = `${error.message}. What does it answer?`;
    const field = document.createElement("input");
    field.setAttribute("aria-label", `value of ${error.member}`);
    field.addEventListener("change", () => {
      const text = field.value.trim();
      const isTruth = text === "true" || text === "false";
      state.answers[error.member] = isTruth ? text === "true" : text === "null" ? null : text;
      rerun(0);
    });
    byId("ask").append(field);
  }
}

function showInputs() {
  const focused = document.activeElement?.getAttribute("aria-label");
  const fields = page.inputs.map((leaf, i) =>
    fieldsOf(leaf, state.values[i], (value) => {
      state.values[i] = value;
      rerun();
    }),
  );
  byId("inputs").replaceChildren(...fields);
  const again = focused && [...byId("inputs").querySelectorAll("input,textarea")].find(
    (each) => each.getAttribute("aria-label") === focused,
  );
  again?.focus();
}

function isUnrolled() {
  return mayUnroll(player.nodes) && (state.isUnrolled ?? isSmall(player.nodes));
}

function visibleNodes() {
  const all = player.nodes;
  const shown = isUnrolled() ? all : shownNodes(all, chooseTurns(all, state.turns));
  return withoutUnused(shown, player.roots);
}

/** One slider for each loop and call that is rolled up. */
function showTurns() {
  const rolled = player.nodes.some((node) => node.boxes.length > 0);
  byId("unroll").disabled = !rolled || !mayUnroll(player.nodes);
  byId("unroll").checked = isUnrolled();
  const sliders = [];
  if (rolled && !isUnrolled()) {
    for (const [step, choice] of chooseTurns(player.nodes, state.turns)) {
      const label = html("label", "turn");
      const input = document.createElement("input");
      Object.assign(input, { type: "range", min: 0, max: choice.turns.length - 1 });
      input.value = choice.at;
      input.addEventListener("input", () => {
        state.turns[step] = Number(input.value);
        showTurns();
        show();
      });
      const { label: turn, line } = choice.turns[choice.at];
      const where = line > 0 ? `line ${line}: ` : "";
      label.append(`${where}${turn}, ${choice.at + 1} of ${choice.turns.length} `, input);
      sliders.push(label);
    }
  }
  byId("turns").replaceChildren(...sliders);
}

/** Follows the current node into the turn of its loop. */
function follow() {
  const node = player.current;
  if (!node || isUnrolled()) {
    return;
  }
  for (const box of node.boxes) {
    const choice = chooseTurns(player.nodes, state.turns).get(box.step);
    const at = choice ? choice.turns.findIndex((turn) => turn.turn === box.turn) : -1;
    if (at >= 0) {
      state.turns[box.step] = at;
    }
  }
  showTurns();
}

function view() {
  const isPast = (node) => player.derivative(node) !== undefined;
  return {
    isKnown: (node) => player.isKnown(node),
    cotangent: (node) => player.derivative(node),
    derivativeSign: player.mode === "reverse" ? "∂" : "˙",
    current: player.current,
    roots: player.roots,
    bad: firstBad(player.nodes.filter((node) => player.isKnown(node))),
    isCarrying: (node, source) =>
      player.mode === "reverse"
        ? isPast(node) && source.isActive && player.isBackward
        : isPast(node) && source.isActive,
    local: (node, operand) => player.local(node, operand),
    slopeTitle: (node, operand) => slopeTitle(page, node, operand),
  };
}

/** The last layout: most steps change what is known, not where it stands. */
let last = { shown: [], layout: null };

function laidOut(shown) {
  const isSame = shown.length === last.shown.length && shown.every((node, i) => node === last.shown[i]);
  if (!isSame || !last.layout) {
    last = { shown, layout: layOut(shown, sizeOf) };
  }
  return last.layout;
}

function show() {
  const shown = visibleNodes();
  const layout = laidOut(shown);
  const picture = draw(layout, view());
  const scale = zoom ?? scaleToFit(layout);
  picture.setAttribute("width", layout.width * scale);
  picture.setAttribute("height", layout.height * scale);
  const { scrollLeft, scrollTop } = byId("graph");
  byId("graph").replaceChildren(picture);
  byId("graph").scrollTo(scrollLeft, scrollTop);
  bringIntoView(player.current);
  showMap(byId("map"), byId("graph"), layout);
  const hidden = player.nodes.length - shown.length;
  const some = hidden > 0 ? `, ${shown.length} of them shown` : "";
  byId("count").textContent = `${player.nodes.length} numbers${some}`;
  byId("place").max = player.length;
  byId("place").value = player.at;
  byId("mode").value = player.mode;
  sayWhere();
  showList(shown);
  showGradient();
  lightUp(player.current);
  remember();
}

/** Says in a sentence what the last step did. */
function sayWhere() {
  const node = player.current;
  const where = byId("where");
  if (!node) {
    where.textContent = "The inputs are known. Step to compute what comes first.";
  } else if (!player.isBackward) {
    where.textContent = `${title(node)} = ${formula(node)} = ${number(node.value, 8)}`;
  } else {
    where.textContent = cotangentText(node);
  }
}

/** Writes a cotangent out: the sum over all uses, first in words, then in numbers. */
function cotangentText(node) {
  const terms = player.terms(node);
  const words = terms.map((term) =>
    term.from ? `∂${title(term.from)} · ${parenthesised(slopeText(page, term.from, term.operand))}` : "seed",
  );
  const numbers = terms.map((term) =>
    term.from
      ? `${factor(player.back.cotangents.get(term.from.id).value)} · ${factor(term.local)}`
      : number(term.value),
  );
  const value = number(player.back.cotangents.get(node.id).value, 8);
  return `∂${title(node)} = ${words.join(" + ")} = ${numbers.join(" + ")} = ${value}`;
}

function parenthesised(text) {
  return /[ ]/.test(text) ? `(${text})` : text;
}

/** The same as the picture, as a list that can be read aloud. */
function showList(shown) {
  const items = shown.slice(0, MOST_LISTED).map((node) => {
    const item = html("li", player.current === node ? "current" : "");
    const value = player.isKnown(node) ? number(node.value, 8) : "not yet known";
    const derivative = player.derivative(node);
    const back =
      derivative === undefined
        ? ""
        : player.mode === "reverse"
          ? `; ${cotangentText(node)}`
          : `; tangent ${number(derivative, 8)}`;
    item.textContent = `${signOf(node)}  ${title(node)} = ${formula(node)} = ${value}${back}`;
    item.dataset.node = node.id;
    return item;
  });
  byId("list").replaceChildren(...items);
}

function cellsOf(content, name, path, all) {
  if (content?.value?.cells) {
    content.value.cells.forEach((each, i) => cellsOf(each, `${name}[${i}]`, [...path, i], all));
  } else if (content?.node?.isActive) {
    all.push({ node: content.node, name, path });
  }
}

let originals = null;

/** The gradient beside central differences, as far as it is known. */
function showGradient() {
  if (originals?.player !== player) {
    const rows = [];
    player.inputs = player.run.args;
    page.inputs.forEach((leaf, i) => collectInputs(leaf, i, rows));
    originals = { player, rows };
  }
  const isForward = player.mode === "forward";
  const head = html("tr", "");
  const columns = isForward ? ["by", "tangent"] : ["by", "derivative", "central differences"];
  for (const text of columns) {
    head.append(html("th", "", text));
  }
  const rows = originals.rows.map((each) => (isForward ? tangentRow(each) : derivativeRow(each)));
  byId("gradient").replaceChildren(head, ...rows);
}

function derivativeRow({ node, name, estimate }) {
  const row = html("tr", "");
  const known = node ? player.derivative(node) : undefined;
  const isUseless = node && !player.back.reached.has(node.id) && player.at === player.length;
  const text = known === undefined ? (isUseless ? "0, unused" : "not yet known") : number(known, 8);
  row.append(html("th", "", name), html("td", "", text));
  row.append(html("td", "", estimate === undefined ? "" : number(estimate, 6)));
  return row;
}

/** A row in which the reader says how fast an input moves. */
function tangentRow({ name }) {
  const row = html("tr", "");
  const field = document.createElement("input");
  field.value = state.tangents[name] ?? 1;
  field.size = 7;
  field.setAttribute("aria-label", `tangent of ${name}`);
  field.addEventListener("change", () => {
    const tangent = parseScalar("double", field.value);
    field.classList.toggle("wrong", tangent === undefined);
    if (tangent !== undefined) {
      state.tangents[name] = tangent;
      rerun();
    }
  });
  const cell = html("td", "");
  cell.append(field);
  row.append(html("th", "", name), cell);
  return row;
}

/** Finds the nodes of an input by their names, which its array may hold no longer. */
function collectInputs(leaf, i, rows) {
  if (!leaf.isActive) {
    return;
  }
  const paths = pathsOf(page, state.values).filter((path) => path[0] === i);
  const byName = new Map(
    player.nodes.filter((node) => node.kind === "input").map((node) => [node.name, node]),
  );
  for (const path of paths) {
    const name = leaf.name + path.slice(1).map((index) => `[${index}]`).join("");
    const mayEstimate = rows.length < MOST_DIFFERENCES && !player.run.error;
    rows.push({
      node: byName.get(name),
      name,
      estimate: mayEstimate
        ? difference(page, state.values, path, player.seeds, state.answers)
        : undefined,
    });
  }
}

function showHessian() {
  const paths = pathsOf(page, state.values);
  const box = byId("hessian");
  if (paths.length > 24 || player.run.error) {
    box.replaceChildren(html("p", "", "A matrix of this size is not drawn."));
    return;
  }
  const matrix = hessian(page, state.values, state.answers);
  const most = Math.max(1e-300, ...matrix.flat().map(Math.abs).filter(Number.isFinite));
  const table = html("table", "matrix");
  matrix.forEach((each) => {
    const row = html("tr", "");
    each.forEach((x) => {
      const cell = html("td", "", number(x, 4));
      const strength = Math.round((100 * Math.abs(x)) / most);
      cell.style.background = `color-mix(in srgb, var(${x < 0 ? "--negative" : "--positive"}) ${strength}%, transparent)`;
      row.append(cell);
    });
    table.append(row);
  });
  box.replaceChildren(html("p", "", "Second derivatives, by differences of the gradient:"), table);
}

/** Makes lines of code that can be pointed at. */
function showCode(box, text, firstLine, isShown = () => true) {
  const lines = text.split("\n").map((line, i) => {
    const row = html("div", "line");
    row.dataset.line = firstLine + i;
    row.append(html("span", "lineNumber", String(firstLine + i)), line || " ");
    row.hidden = !isShown(i);
    return row;
  });
  box.replaceChildren(...lines);
}

const parts = new Map(Object.entries(texts.generated));

function showGenerated(name) {
  for (const tab of byId("tabs").children) {
    tab.setAttribute("aria-selected", tab.textContent === name);
  }
  showCode(byId("generated"), parts.get(name) ?? "", 1);
}

/** Lights up a node, its line of source, and the generated lines that use its name. */
function lightUp(node) {
  for (const row of document.querySelectorAll(".lit")) {
    row.classList.remove("lit");
  }
  if (!node) {
    return;
  }
  document.querySelector(`#graph [data-node="${node.id}"]`)?.classList.add("lit");
  const line = document.querySelector(`#source [data-line="${node.line}"]`);
  line?.classList.add("lit");
  if (line && player.current === node) {
    const pane = byId("source");
    pane.scrollTop = Math.max(0, line.offsetTop - pane.clientHeight / 2);
  }
  if (node.name) {
    const name = node.name.replace(/\[.*/, "").replace(/.*\./, "");
    const pattern = new RegExp(`(^|[^\\w.])d?${name}([^\\w(]|$)`);
    for (const row of byId("generated").children) {
      const text = row.lastChild.textContent;
      row.classList.toggle("lit", pattern.test(text) && !/^\s*\/?\*/.test(text));
    }
  }
}

function lightUpLine(line) {
  for (const place of document.querySelectorAll("#graph .lit")) {
    place.classList.remove("lit");
  }
  for (const node of player.nodes) {
    if (node.line === line) {
      document.querySelector(`#graph [data-node="${node.id}"]`)?.classList.add("lit");
    }
  }
}

function move(to) {
  player.go(to);
  follow();
  show();
}

function play() {
  if (timer) {
    clearInterval(timer);
    timer = null;
  } else {
    timer = setInterval(() => {
      if (player.at >= player.length) {
        play();
      } else {
        move(player.at + 1);
      }
    }, 700);
  }
  byId("play").textContent = timer ? "pause" : "play";
}

function save() {
  const svg = standAlone(byId("graph").querySelector("svg"));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  link.download = `${page.method}.svg`;
  link.click();
  URL.revokeObjectURL(link.href);
}

function find() {
  const wanted = byId("search").value.trim();
  const found = wanted && player.nodes.find((node) => title(node) === wanted || node.kind === wanted);
  if (found) {
    player.goTo(found);
    follow();
    show();
  }
}

/** Scrolls the graph, and nothing else, to where the last step was; at first to the inputs. */
function bringIntoView(node) {
  const pane = byId("graph");
  const place = node && pane.querySelector(`[data-node="${node.id}"]`);
  if (!node) {
    pane.scrollTo((pane.scrollWidth - pane.clientWidth) / 2, pane.scrollHeight);
  } else if (place) {
    const box = place.getBoundingClientRect();
    const room = pane.getBoundingClientRect();
    if (box.left < room.left || box.right > room.right) {
      pane.scrollLeft += (box.left + box.right - room.left - room.right) / 2;
    }
    if (box.top < room.top || box.bottom > room.bottom) {
      pane.scrollTop += (box.top + box.bottom - room.top - room.bottom) / 2;
    }
  }
}

/** A small graph is enlarged, a large one stays readable and is scrolled. */
function scaleToFit(layout) {
  const pane = byId("graph");
  const room = Math.min(pane.clientWidth / layout.width, window.innerHeight * 0.7 / layout.height);
  return Math.max(0.8, Math.min(1.7, room));
}

function rescale(by) {
  const picture = byId("graph").querySelector("svg");
  const scale = picture.width.baseVal.value / picture.viewBox.baseVal.width;
  zoom = Math.max(0.1, Math.min(4, scale * by));
  show();
}

function nodeAt(event) {
  const place = event.target.closest("[data-node]");
  return place ? player.nodes[Number(place.dataset.node)] : null;
}

function listen() {
  const steps = {
    first: () => 0,
    back: () => player.at - 1,
    step: () => player.at + 1,
    value: () => player.computed.length,
    all: () => player.length,
  };
  for (const [id, to] of Object.entries(steps)) {
    byId(id).addEventListener("click", () => move(to()));
  }
  byId("play").addEventListener("click", play);
  byId("save").addEventListener("click", save);
  byId("in").addEventListener("click", () => rescale(1.25));
  byId("out").addEventListener("click", () => rescale(0.8));
  byId("search").addEventListener("change", find);
  byId("place").addEventListener("input", () => move(Number(byId("place").value)));
  byId("hessianButton").addEventListener("click", showHessian);
  byId("mode").addEventListener("change", () => {
    state.mode = byId("mode").value;
    rerun();
  });
  byId("unroll").addEventListener("change", () => {
    state.isUnrolled = byId("unroll").checked;
    showTurns();
    show();
  });
  byId("graph").addEventListener("scroll", () => moveWindow(byId("map"), byId("graph")));
  byId("graph").addEventListener("mouseover", (event) => lightUp(nodeAt(event) ?? player.current));
  byId("graph").addEventListener("click", (event) => {
    const node = nodeAt(event);
    if (node) {
      player.goTo(node);
      show();
    }
  });
  byId("list").addEventListener("mouseover", (event) => lightUp(nodeAt(event) ?? player.current));
  byId("source").addEventListener("mouseover", (event) => {
    const line = event.target.closest(".line");
    if (line) {
      lightUpLine(Number(line.dataset.line));
    }
  });
  document.addEventListener("keydown", (event) => {
    if (/INPUT|TEXTAREA|SELECT/.test(event.target.tagName)) {
      return;
    }
    const keys = { ArrowRight: "step", ArrowLeft: "back", Home: "first", End: "all", " ": "play" };
    if (keys[event.key]) {
      event.preventDefault();
      byId(keys[event.key]).click();
    }
  });
}

function start() {
  recall();
  byId("hessianButton").hidden = !page.derivatives.some((each) => /HESSIAN|HVP/.test(each));
  showCode(byId("source"), texts.source, 1);
  for (const name of parts.keys()) {
    const tab = html("button", "", name);
    tab.setAttribute("role", "tab");
    tab.addEventListener("click", () => showGenerated(name));
    byId("tabs").append(tab);
  }
  const gradient = [...parts.keys()].find((name) => /(Grad|Vjp)(AddTo)?$/.test(name));
  showGenerated([...parts.keys()].find((name) => /GradAddTo$/.test(name)) ?? gradient ?? page.method);
  listen();
  rerun();
  byId("source").querySelector(`[data-line="${page.line}"]`)?.scrollIntoView({ block: "start" });
  window.scrollTo(0, 0);
}

start();
