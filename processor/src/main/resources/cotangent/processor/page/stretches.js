// Long stretches of plain code: a box for some lines each, which is closed and opened as that of a
// helper is, so that a method of hundreds of lines can be seen as a whole, and then part by part.

import { isReal } from "./types.js";

/** So many numbers on one level stand without boxes. */
const MOST_PLAIN = 120;

/** So many numbers are in a box, or more where there would be too many boxes. */
const IN_A_BOX = 40;
const MOST_BOXES = 25;

/** The steps of a region that compute numbers, and those that have boxes of their own, in order. */
function entriesOf(region, into = []) {
  for (const step of region.steps) {
    if (step.do === "branch") {
      entriesOf(step.then, into);
      entriesOf(step.otherwise, into);
    } else if (/^(loop|while|function)$/.test(step.do)) {
      into.push({ step, isApart: true });
    } else if ((step.do === "apply" || step.do === "ruled") && step.out.some(({ type }) => isReal(type))) {
      into.push({ step, isApart: false });
    }
  }
  return into;
}

/** What stays together on a level: the call of a helper, or a single step. */
function unitsOf(entries, level, chains) {
  const units = [];
  for (const entry of entries) {
    const call = chains[entry.step.call]?.[level];
    if (call === undefined || units.at(-1)?.call !== call) {
      units.push({ call, entries: [], isApart: false });
    }
    units.at(-1).entries.push(entry);
    units.at(-1).isApart ||= entry.isApart;
  }
  return units;
}

class Stretches {
  constructor(page, chains) {
    Object.assign(this, { page, chains, count: 0, boxes: new Map() });
  }

  region(region, level) {
    this.divide(entriesOf(region), level);
    for (const { step } of entriesOf(region).filter(({ isApart }) => isApart)) {
      const inside = this.chains[step.call]?.length ?? 0;
      [step.body, step.before, step.after].forEach((each) => each && this.region(each, inside));
    }
  }

  divide(entries, level) {
    const units = unitsOf(entries, level, this.chains);
    if (entries.length > MOST_PLAIN) {
      this.enclose(units, Math.max(IN_A_BOX, entries.length / MOST_BOXES), level);
    }
    units.filter(({ call }) => call !== undefined).forEach((unit) => this.divide(unit.entries, level + 1));
  }

  /** Puts units into boxes: never parts of a line into several. */
  enclose(units, most, level) {
    let stretch = [];
    const size = () => stretch.reduce((sum, unit) => sum + unit.entries.length, 0);
    const end = () => {
      this.box(stretch, level);
      stretch = [];
    };
    for (const unit of units) {
      const isAlone = unit.isApart || unit.entries.length > most;
      const isNextLine = stretch.length > 0 && this.line(unit) !== this.line(stretch.at(-1));
      if (isAlone || (isNextLine && size() + unit.entries.length > most)) {
        end();
      }
      if (!isAlone) {
        stretch.push(unit);
      }
    }
    end();
  }

  line({ call, entries }) {
    return (call === undefined ? entries[0].step.line : this.page.calls[call].line) ?? 0;
  }

  box(units, level) {
    if (units.length < 2) {
      return;
    }
    const lines = units.map((unit) => this.line(unit)).filter((line) => line > 0);
    const [from, to] = [Math.min(...lines), Math.max(...lines)];
    const label = from === to ? `line ${from}` : `lines ${from}–${to}`;
    const box = { step: `l${this.count++}`, turn: 0, label, line: from, isCall: true };
    for (const { step } of units.flatMap(({ entries }) => entries)) {
      const known = this.boxes.get(step.id) ?? this.boxes.set(step.id, []).get(step.id);
      known[level] = box;
    }
  }
}

/**
 * Finds the boxes of the lines of a page.
 *
 * @param chains the calls that lead to each call, the outermost first
 * @returns for the number of a step its boxes, each at the number of calls that it is in
 */
export function stretchesOf(page, chains) {
  const found = new Stretches(page, chains);
  [page.graph, ...Object.values(page.functions)].forEach((graph) => found.region(graph, 0));
  return found.boxes;
}
