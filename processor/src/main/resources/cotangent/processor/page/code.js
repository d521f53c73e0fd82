// The panes of code: the reader's source, and what was generated of it. Which of their lines and
// which nodes compute the same, the emitter has written down: steps by their numbers, derivatives
// of them by negative ones.

import { byId, html } from "./dom.js";

/** Lines of a method beyond which what is not about it is folded. */
const MOST_AROUND = 60;

/** The last line of a method's head: no statement that has a block. */
const METHOD_HEAD = /^\s*(?!for|if|while|switch|try|do|else|synchronized|class|\})[\w@].*\)[^;]*\{\s*$/;

/** Makes lines of code that can be pointed at. */
function showLines(box, lines, firstLine) {
  const rows = lines.map((text, i) => {
    const row = html("div", "line");
    row.dataset.line = firstLine + i;
    row.append(html("span", "lineNumber", String(firstLine + i)), text || " ");
    return row;
  });
  box.replaceChildren(...rows);
}

function indentOf(text) {
  return /\S/.test(text) ? text.search(/\S/) : Infinity;
}

/** Finds where the block ends that a line opens; the line itself where it opens none. */
function endOfBlock(lines, start) {
  const indent = indentOf(lines[start]);
  if (!/\{\s*$/.test(lines[start])) {
    return start;
  }
  let end = start + 1;
  while (end < lines.length && indentOf(lines[end]) > indent) {
    end++;
  }
  return end - 1;
}

/** Lets blocks of several lines be folded where they begin. */
function addFolds(box, lines) {
  const rows = [...box.children];
  lines.forEach((text, start) => {
    const end = endOfBlock(lines, start);
    if (end - start < 2) {
      return;
    }
    const fold = html("button", "fold", "▾");
    fold.setAttribute("aria-label", `fold ${end - start} lines`);
    fold.setAttribute("aria-expanded", "true");
    fold.addEventListener("click", () => {
      const isOpen = fold.getAttribute("aria-expanded") === "true";
      fold.setAttribute("aria-expanded", String(!isOpen));
      fold.textContent = isOpen ? "▸" : "▾";
      for (let i = start + 1; i <= end; i++) {
        const by = Number(rows[i].dataset.folds ?? 0) + (isOpen ? 1 : -1);
        rows[i].dataset.folds = by;
        rows[i].hidden = by > 0;
      }
    });
    rows[start].firstChild.append(fold);
  });
}

/** Scrolls a pane, and nothing else, to the first line that is lit. */
function bringIntoPane(pane) {
  const first = pane.querySelector(".lit, .litBack");
  const isSeen =
    first &&
    first.offsetTop >= pane.scrollTop &&
    first.offsetTop + first.offsetHeight <= pane.scrollTop + pane.clientHeight;
  if (first && !isSeen) {
    pane.scrollTop = Math.max(0, first.offsetTop - pane.clientHeight / 2);
  }
}

/** Source and generated code, and the lines in them that are lit. */
export class CodePanes {
  /**
   * @param texts the source, and the methods that were generated, with the steps of their lines
   * @param page the data of the page
   */
  constructor(texts, page) {
    this.parts = new Map(Object.entries(texts.generated));
    this.lit = new Set();
    this.source = texts.source.split("\n");
    showLines(byId("source"), this.source, 1);
    addFolds(byId("source"), this.source);
    this.foldOthers(page.line);
    for (const name of this.parts.keys()) {
      const tab = html("button", "", name);
      tab.setAttribute("role", "tab");
      tab.addEventListener("click", () => this.show(name));
      byId("tabs").append(tab);
    }
    const names = [...this.parts.keys()];
    const gradient = names.find((name) => /(Grad|Vjp)(AddTo)?$/.test(name));
    this.show(names.find((name) => /GradAddTo$/.test(name)) ?? gradient ?? page.method);
  }

  /** In a long file, folds methods that the page is not about. */
  foldOthers(line) {
    if (this.source.length <= MOST_AROUND) {
      return;
    }
    for (const fold of byId("source").querySelectorAll(".fold")) {
      const start = Number(fold.closest(".line").dataset.line) - 1;
      const end = endOfBlock(this.source, start);
      const isMethod = METHOD_HEAD.test(this.source[start]);
      if (isMethod && (line - 1 < start - 8 || line - 1 > end)) {
        fold.click();
      }
    }
  }

  /** Shows one of the generated methods. */
  show(name) {
    const { lines } = this.parts.get(name) ?? { lines: [] };
    this.shown = name;
    showLines(byId("generated"), lines, 1);
    addFolds(byId("generated"), lines);
    this.light(this.lit);
  }

  /** Gives the steps that a line of the generated method computes, or derives. */
  stepsOf(row) {
    const steps = this.parts.get(this.shown)?.steps[row.dataset.line - 1] ?? [];
    return new Set(steps.map((step) => (step < 0 ? -1 - step : step)));
  }

  /**
   * Lights up what computes some steps in each generated method, and what derives them; brings the
   * first into view where the reader does not point.
   */
  light(steps, isBroughtIntoView = false) {
    this.lit = steps;
    const { steps: all = [] } = this.parts.get(this.shown) ?? {};
    [...byId("generated").children].forEach((row, i) => {
      row.classList.toggle("lit", all[i].some((step) => steps.has(step)));
      row.classList.toggle("litBack", all[i].some((step) => step < 0 && steps.has(-1 - step)));
    });
    if (isBroughtIntoView) {
      bringIntoPane(byId("generated"));
    }
    for (const tab of byId("tabs").children) {
      const part = this.parts.get(tab.textContent);
      const isAbout = part.steps.flat().some((step) => steps.has(step < 0 ? -1 - step : step));
      tab.classList.toggle("about", isAbout);
      tab.setAttribute("aria-selected", tab.textContent === this.shown);
    }
  }

  /** Lights up lines of the source; brings the first into view where the reader does not point. */
  lightSource(lines, isBroughtIntoView) {
    const pane = byId("source");
    for (const row of pane.children) {
      row.classList.toggle("lit", lines.has(Number(row.dataset.line)));
    }
    if (isBroughtIntoView) {
      bringIntoPane(pane);
    }
  }
}
