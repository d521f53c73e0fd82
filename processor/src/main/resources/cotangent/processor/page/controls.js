// What the reader presses, points at and types, and what is done for it.

import { byId } from "./dom.js";
import { moveWindow } from "./map.js";
import { standAlone } from "./picture.js";

const KEYS = { ArrowRight: "step", ArrowLeft: "back", Home: "first", End: "all", " ": "play" };

/** Between two steps of what plays, in milliseconds. */
const PAUSE = 700;

/** Steps on by itself until the end. */
class Playing {
  constructor(actions) {
    this.actions = actions;
    this.timer = null;
  }

  toggle() {
    if (this.timer) {
      clearInterval(this.timer);
      this.timer = null;
    } else {
      this.timer = setInterval(() => this.step(), PAUSE);
    }
    byId("play").textContent = this.timer ? "pause" : "play";
  }

  step() {
    const { at, length } = this.actions.player();
    if (at >= length) {
      this.toggle();
    } else {
      this.actions.stepBy(1);
    }
  }
}

function save(name) {
  const svg = standAlone(byId("graph").querySelector("svg"));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  link.download = `${name}.svg`;
  link.click();
  URL.revokeObjectURL(link.href);
}

function rescale({ state, show }, by) {
  const picture = byId("graph").querySelector("svg");
  const scale = picture.width.baseVal.value / picture.viewBox.baseVal.width;
  state.zoom = Math.max(0.1, Math.min(4, scale * by));
  show();
}

function on(id, event, action) {
  byId(id).addEventListener(event, action);
}

function listenToButtons(actions) {
  const { player, state } = actions;
  on("first", "click", () => actions.move(0));
  on("back", "click", () => actions.stepBy(-1));
  on("step", "click", () => actions.stepBy(1));
  on("value", "click", () => actions.move(player().computed.length));
  on("all", "click", () => actions.move(player().length));
  const playing = new Playing(actions);
  on("play", "click", () => playing.toggle());
  on("save", "click", () => save(player().page.method));
  on("in", "click", () => rescale(actions, 1.25));
  on("out", "click", () => rescale(actions, 0.8));
  on("search", "change", () => actions.find(byId("search").value.trim(), true));
  on("search", "keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      actions.find(byId("search").value.trim());
    }
  });
  on("place", "input", () => actions.move(Number(byId("place").value)));
  on("mode", "change", () => {
    state.mode = byId("mode").value;
    actions.rerun();
  });
  on("unroll", "change", () => {
    state.isUnrolled = byId("unroll").checked;
    actions.showTurns();
    actions.show();
  });
}

function listenToPointer(actions) {
  const { itemAt, lightUp } = actions;
  on("graph", "scroll", () => moveWindow(byId("map"), byId("graph")));
  on("graph", "mouseover", (event) => lightUp(itemAt(event)));
  on("graph", "click", (event) => {
    const item = itemAt(event);
    const closes = event.target.closest("[data-closes]")?.dataset.closes;
    if (closes) {
      actions.close(closes, true);
    } else if (item?.nodes && !event.target.closest("[data-from]")) {
      actions.close(item.key, false);
    } else if (item) {
      actions.goTo(item.nodes?.at(-1) ?? item);
    }
  });
  on("list", "mouseover", (event) => lightUp(itemAt(event)));
  on("source", "mouseover", (event) => {
    const line = event.target.closest(".line");
    if (line) {
      actions.lightUpLine(Number(line.dataset.line));
    }
  });
  on("generated", "mouseover", (event) => {
    const line = event.target.closest(".line");
    const steps = line ? actions.stepsOfLine(line) : new Set();
    if (steps.size > 0) {
      actions.lightUpSteps(steps);
    }
  });
}

/** Listens to all that the reader can do. */
export function listen(actions) {
  listenToButtons(actions);
  listenToPointer(actions);
  document.addEventListener("keydown", (event) => {
    const isTyping = /INPUT|TEXTAREA|SELECT/.test(event.target.tagName);
    const isButton = event.target.tagName === "BUTTON" && event.key === " ";
    if (!isTyping && !isButton && KEYS[event.key]) {
      event.preventDefault();
      byId(KEYS[event.key]).click();
    }
  });
}
