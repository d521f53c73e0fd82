// What the backward half of the generated code is helped by: what the forward half keeps for it, and
// what it computes again.

/** A count that is longer than this says little. */
const LONGEST = 120;

/** Tells whether the generated code keeps the number of a node, or computes it again. */
export function memoryOf(page, node) {
  const { keptAt = {}, again = [] } = page.cost ?? {};
  if (node.step in keptAt) {
    return { mark: "▪", words: `, kept: ${keptAt[node.step]} bytes` };
  }
  return again.includes(node.step) ? { mark: "↻", words: ", computed again backward" } : undefined;
}

const steps = (count) => (count === 1 ? "1 step" : `${count} steps`);

/** Says what the generated derivative takes. */
export function memoryText({ cost }) {
  if (!cost) {
    return "";
  }
  const isKept = cost.kept !== "0";
  const each = cost.isWhole ? "" : " in each call of a recursion";
  const kept = isKept ? `keeps ${cost.kept} bytes (▪)${each}` : "keeps nothing";
  const again = cost.again.length > 0 ? `, computes ${steps(cost.again.length)} again (↻)` : "";
  const isLong = cost.operations.length > LONGEST;
  const operations = isLong ? "" : `; ${cost.operations} operations${each}`;
  return `The generated derivative ${kept}${again}${operations}. Dashed nodes are constant.`;
}
