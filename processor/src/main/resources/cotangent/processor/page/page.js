// Puts the page together: source, graph and generated code, and what the reader does with them.

import { CodePanes } from "./code.js";
import { byId, html } from "./dom.js";
import { closing, findOutputs, fold } from "./groups.js";
import { listen } from "./controls.js";
import { allFields } from "./inputs.js";
import { chooseTurns, isSmall, layOut, mayUnroll, shownItems, withoutUnused } from "./layout.js";
import { showMap } from "./map.js";
import { draw, sizeOf, slopeTitle } from "./picture.js";
import { Player } from "./player.js";
import { mayDescend } from "./descend.js";
import { Search } from "./search.js";
import { startValues } from "./starts.js";
import { ask, newState, recall, remember } from "./state.js";
import { showGradient, showHessian } from "./tables.js";
import { firstTrouble } from "./trouble.js";
import { showTrace } from "./trace.js";
import { memoryOf, memoryText } from "./memoir.js";
import { itemText, whereText } from "./telling.js";
import { CannotRun, NeedsAnswer } from "./types.js";

const MOST_LISTED = 2_000;

const page = JSON.parse(byId("data").textContent);
const texts = JSON.parse(byId("texts").textContent);
const codePanes = new CodePanes(texts, page);

/** What the page starts with; it is looked for only where the address says nothing. */
let start = { values: null, isGood: true };
const state = newState(null);
let player;
const search = new Search();

/** What is closed of this run: all items of it, and what is shown of them. */
let folded;

/** What is to be said once about how the page was opened. */
let note = "";

/** Runs the method with the reader's numbers, and keeps the place in the run if it still exists. */
function rerun(at = state.at) {
  const { mode, answers, tangents } = state;
  player = new Player(page, state.values, { mode, answers, tangents });
  player.go(at);
  foldAll();
  showError();
  showInputs();
  showTurns();
  follow();
  show();
}

function foldAll() {
  folded = fold(player.nodes, closing(page, player.nodes, state.closed));
  findOutputs(folded, player.nodes, player.roots, player.run.sizeAt);
}

function showError() {
  const error = player.run.error;
  const isLimit = error instanceof CannotRun;
  const isGuess = !start.isGood && state.values === start.values;
  const advice = isGuess
    ? " No sizes were found with which it runs: type those that agree, or say them in the source with @Shape and @Between."
    : "";
  byId("message").textContent = !error
    ? note
    : isLimit
      ? error.message
      : `The method throws: ${error.message}.${advice}`;
  note = "";
  byId("ask").replaceChildren();
  if (error instanceof NeedsAnswer) {
    byId("message").textContent = `${error.message}. What does it answer?`;
    ask(error, state.answers, () => rerun(0));
  }
}

function showInputs() {
  const focused = document.activeElement?.getAttribute("aria-label");
  const fields = allFields(page, state.values, (values) => {
    state.values = values;
    rerun();
  });
  byId("inputs").replaceChildren(...fields);
  const again = focused && [...byId("inputs").querySelectorAll("input,textarea")].find(
    (each) => each.getAttribute("aria-label") === focused,
  );
  again?.focus();
}

function isUnrolled() {
  const count = folded.items.length;
  return mayUnroll(count) && (state.isUnrolled ?? isSmall(count));
}

function visibleItems() {
  const { items, groupOf } = folded;
  const shown = isUnrolled() ? items : shownItems(items, chooseTurns(items, state.turns));
  return withoutUnused(shown, groupOf, player.roots);
}

/** One slider for each loop and call that is rolled up and has more than one turn. */
function showTurns() {
  const rolled = folded.items.some((item) => item.boxes.some((box) => !box.isCall || box.turn));
  const count = folded.items.length;
  byId("unroll").disabled = !rolled || !mayUnroll(count);
  byId("unroll").checked = isUnrolled();
  byId("rolled").textContent = rolled && !mayUnroll(count) ? `${count} nodes stay rolled up` : "";
  const sliders = [];
  if (rolled && !isUnrolled()) {
    for (const [step, choice] of chooseTurns(folded.items, state.turns)) {
      if (choice.turns.length > 1) {
        sliders.push(turnSlider(step, choice));
      }
    }
  }
  byId("turns").replaceChildren(...sliders);
}

function turnSlider(step, choice) {
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
  return label;
}

/** Follows the current node into the turn of its loop. */
function follow() {
  const item = itemOf(player.current);
  if (!item || isUnrolled()) {
    return;
  }
  for (const box of item.boxes) {
    const choice = chooseTurns(folded.items, state.turns).get(box.step);
    const at = choice ? choice.turns.findIndex((turn) => turn.turn === box.turn) : -1;
    if (at >= 0) {
      state.turns[box.step] = at;
    }
  }
  showTurns();
}

function itemOf(node) {
  return node && (folded.groupOf.get(node) ?? node);
}

function view(trouble) {
  const isPast = (node) => player.derivative(node) !== undefined;
  return {
    isKnown: (node) => player.isKnown(node),
    cotangent: (node) => player.derivative(node),
    derivativeSign: player.mode === "reverse" ? "∂" : "˙",
    current: player.current,
    roots: player.roots,
    memory: (node) => memoryOf(page, node),
    bad: trouble?.node,
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
  const isSame = shown.length === last.shown.length && shown.every((item, i) => item === last.shown[i]);
  if (!isSame || !last.layout) {
    const isOne = (node, operand) => Math.abs(player.local(node, operand)) === 1;
    const what = { items: shown, groupOf: folded.groupOf, isUnrolled: isUnrolled(), isOne };
    last = { shown, layout: layOut(what, sizeOf) };
  }
  return last.layout;
}

function show() {
  const shown = visibleItems();
  const layout = laidOut(shown);
  const trouble = firstTrouble(page, player);
  const picture = draw(layout, view(trouble));
  const scale = state.zoom ?? scaleToFit(layout);
  picture.setAttribute("width", layout.width * scale);
  picture.setAttribute("height", layout.height * scale);
  const { scrollLeft, scrollTop } = byId("graph");
  byId("graph").replaceChildren(picture);
  byId("graph").scrollTo(scrollLeft, scrollTop);
  bringIntoView(player.current);
  showMap(byId("map"), byId("graph"), layout);
  const nodes = shown.reduce((sum, item) => sum + (item.nodes?.length ?? 1), 0);
  const some = shown.length < player.nodes.length && nodes < player.nodes.length ? `, ${nodes} of them shown` : "";
  byId("count").textContent = `${player.nodes.length} numbers${some}`;
  byId("place").max = player.length;
  byId("place").value = player.at;
  byId("mode").value = player.mode;
  byId("trouble").textContent = trouble?.text ?? "";
  byId("where").textContent = whereText(page, player, folded.groupOf);
  showList(shown);
  showGradient(page, player, state, rerun);
  lightUp([player.current], true);
  state.at = player.at;
  remember(state);
}

/** The same as the picture, as a list that can be read aloud. */
function showList(shown) {
  const current = itemOf(player.current);
  const items = shown.slice(0, MOST_LISTED).map((shownItem) => {
    const item = html("li", current === shownItem ? "current" : "");
    item.textContent = itemText(page, player, shownItem);
    item.dataset.node = shownItem.id;
    return item;
  });
  byId("list").replaceChildren(...items);
}

/** The steps that compute nodes; for an input, those that use it. */
function stepsOf(nodes) {
  const inputs = new Set(nodes.filter((node) => node.kind === "input"));
  const users = inputs.size === 0
    ? []
    : player.nodes.filter((node) => node.operands.some((each) => inputs.has(each.node)));
  return new Set([...nodes, ...users].map((node) => node.step).filter((step) => step >= 0));
}

/** Lights up what belongs together: nodes, lines of the source, and generated lines. */
function lightUp(found, isBroughtIntoView = false) {
  const items = found.filter(Boolean);
  const nodes = items.flatMap((item) => item.nodes ?? [item]);
  document.querySelectorAll("#graph .node.lit").forEach((place) => place.classList.remove("lit"));
  const ids = new Set(nodes.map((node) => String(itemOf(node).id)));
  ids.forEach((id) => document.querySelector(`#graph [data-node="${id}"]`)?.classList.add("lit"));
  showTrace(byId("graph"), last.layout, isBroughtIntoView ? new Set() : ids);
  codePanes.light(stepsOf(nodes), isBroughtIntoView);
  codePanes.lightSource(new Set(nodes.map((node) => node.line).filter((line) => line > 0)), isBroughtIntoView);
}

/** Lights up all nodes that something is true of, in the turns that are shown. */
function lightUpNodes(isMeant) {
  lightUp(player.nodes.filter(isMeant));
}

function move(to) {
  player.go(to);
  follow();
  show();
}

/** Takes a step; through what is closed at once. */
function stepBy(direction) {
  const group = folded.groupOf.get(player.nodeAt(player.at + Math.max(0, direction)));
  let to = player.at + direction;
  while (group && to > 0 && to < player.length && folded.groupOf.get(player.nodeAt(to + Math.max(0, direction))) === group) {
    to += direction;
  }
  move(to);
}

/** Scrolls the graph, and nothing else, to where the last step was; at first to the inputs. */
function bringIntoView(node) {
  const pane = byId("graph");
  const place = node && pane.querySelector(`[data-node="${itemOf(node).id}"]`);
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

/** What an event is about: a node, or a group. */
function itemAt(event) {
  const from = event.target.closest("[data-from]")?.dataset.from;
  if (from) {
    return itemOf(player.nodes[from]);
  }
  const id = event.target.closest("[data-node]")?.dataset.node;
  return id && folded.items.find((item) => String(item.id) === id);
}

/** Goes to what is found next, and opens what it is closed in, unless that is what was looked for. */
function find(wanted, isLeft) {
  if (isLeft && wanted === search.wanted) {
    return;
  }
  const { node, words } = search.next(wanted, player.nodes, folded.groupOf);
  byId("found").textContent = words;
  if (node) {
    const isOpen = () => !folded.groupOf.has(node) || folded.groupOf.get(node).label === wanted;
    for (let mayOpen = true; mayOpen && !isOpen(); ) {
      mayOpen = opens(folded.groupOf.get(node).key);
    }
    player.goTo(node);
    move(player.at);
  }
}

/** Opens something, unless there would be too much to see: then the page says so. */
function opens(key) {
  state.closed[key] = false;
  foldAll();
  const count = visibleItems().length;
  if (mayUnroll(count)) {
    return true;
  }
  state.closed[key] = true;
  foldAll();
  byId("message").textContent = `It stays closed, as ${count} nodes would be shown: close others first.`;
  return false;
}

/** Closes or opens the call of a helper, an array, or some lines. */
function close(key, isClosed) {
  byId("message").textContent = "";
  state.closed[key] = isClosed;
  if (isClosed) {
    foldAll();
  } else {
    opens(key);
  }
  move(player.at);
}

function goTo(node) {
  player.goTo(node);
  move(player.at);
}

function begin() {
  state.values = [];
  note = recall(page, state);
  if (state.values.length === 0) {
    start = startValues(page);
    state.values = start.values;
  }
  byId("memory").textContent = memoryText(page);
  byId("hessianButton").hidden = !page.derivatives.some((each) => /HESSIAN|HVP/.test(each));
  byId("hessianButton").addEventListener("click", () => showHessian(page, player, state));
  mayDescend(page, state, () => player, rerun);
  listen({
    state,
    player: () => player,
    move,
    stepBy,
    rerun,
    show,
    showTurns,
    find,
    close,
    goTo,
    itemAt,
    lightUp: (item) => lightUp([item ?? player.current]),
    lightUpLine: (line) => lightUpNodes((node) => node.line === line),
    lightUpSteps: (steps) => lightUpNodes((node) => steps.has(node.step)),
    stepsOfLine: (row) => codePanes.stepsOf(row),
  });
  rerun();
  byId("source").querySelector(`[data-line="${page.line}"]`)?.scrollIntoView({ block: "start" });
  window.scrollTo(0, 0);
}

begin();
