// Finding nodes: by a name, an operation, a helper, or a regular expression over what nodes say.

import { formula, title } from "./words.js";

/** Reads a regular expression; what is none is looked for as it stands. */
function expression(wanted) {
  try {
    return new RegExp(wanted, "i");
  } catch {
    return new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i");
  }
}

/** Finds the nodes that are meant: those of just that name if there are any. */
export function findNodes(wanted, nodes, groupOf) {
  const isNamed = (node) =>
    title(node) === wanted || node.kind === wanted || groupOf.get(node)?.label === wanted;
  const named = nodes.filter(isNamed);
  const meant = expression(wanted);
  return named.length > 0
    ? named
    : nodes.filter((node) => meant.test(`${title(node)} = ${formula(node)}`) || meant.test(node.kind));
}

/** What was looked for last, and which of what was found the reader has come to. */
export class Search {
  constructor() {
    Object.assign(this, { wanted: "", nodes: null, at: -1 });
  }

  /** Gives what is found next, and says how many there are. */
  next(wanted, nodes, groupOf) {
    const isSame = wanted === this.wanted && nodes === this.nodes;
    Object.assign(this, { wanted, nodes, at: isSame ? this.at + 1 : 0 });
    const found = wanted ? findNodes(wanted, nodes, groupOf) : [];
    const place = found.length > 0 ? this.at % found.length : 0;
    const words = found.length > 0 ? `${place + 1} of ${found.length}` : "none";
    return { node: found[place], words: wanted ? words : "" };
  }
}
