// What stands beside the inputs: the gradient and central differences, tangents, and the Hessian.

import { byId, html } from "./dom.js";
import { parseScalar } from "./inputs.js";
import { difference, hessian, pathsOf } from "./player.js";
import { number } from "./words.js";

const MOST_DIFFERENCES = 60;

/** Differences run the method twice for each input: of long runs there are fewer. */
const MOST_RUN = 500_000;

/** So many derivatives are listed; of the others the graph tells. */
const MOST_ROWS = 400;
const MOST_IN_HESSIAN = 24;

/** The numbers that the method is differentiated by, with differences where there are few. */
function inputRows(page, player, state) {
  const rows = [];
  const most = Math.min(MOST_DIFFERENCES, Math.ceil(MOST_RUN / (1 + player.nodes.length)));
  for (const path of pathsOf(page, state.values)) {
    const node = player.run.inputs.get(path.join());
    const mayEstimate = rows.length < most && !player.run.error;
    const { values, answers } = state;
    const estimate = mayEstimate ? difference(page, values, path, answers) : undefined;
    rows.push({ node, name: node.name, estimate });
  }
  return rows;
}

function derivativeRow(player, { node, name, estimate }) {
  const row = html("tr", "");
  const known = node ? player.derivative(node) : undefined;
  const isUseless = node && !player.back.reached.has(node.id) && player.at === player.length;
  const text = known === undefined ? (isUseless ? "0, unused" : "not yet known") : number(known, 8);
  row.append(html("th", "", name), html("td", "", text));
  row.append(html("td", "", estimate === undefined ? "" : number(estimate, 6)));
  return row;
}

/** A row in which the reader says how fast an input moves. */
function tangentRow(state, rerun, { name }) {
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

let compared = { player: null, rows: [] };

/** Shows the gradient beside central differences, as far as it is known; or asks for tangents. */
export function showGradient(page, player, state, rerun) {
  if (compared.player !== player) {
    compared = { player, rows: inputRows(page, player, state) };
  }
  const isForward = player.mode === "forward";
  const head = html("tr", "");
  const columns = isForward ? ["by", "tangent"] : ["by", "derivative", "central differences"];
  for (const text of columns) {
    head.append(html("th", "", text));
  }
  const rows = compared.rows.slice(0, MOST_ROWS).map((each) =>
    isForward ? tangentRow(state, rerun, each) : derivativeRow(player, each),
  );
  const others = compared.rows.length - rows.length;
  if (others > 0) {
    rows.push(html("tr", ""));
    rows.at(-1).append(html("th", "", `and ${others} more: point at them in the graph`));
  }
  byId("gradient").replaceChildren(head, ...rows);
}

/** Shows the second derivatives as a coloured matrix. */
export function showHessian(page, player, state) {
  const box = byId("hessian");
  const paths = pathsOf(page, state.values);
  if (paths.length > MOST_IN_HESSIAN || player.run.error) {
    const why = `${paths.length} inputs: a matrix of more than ${MOST_IN_HESSIAN} rows is not drawn.`;
    box.replaceChildren(html("p", "", player.run.error ? "Of this run there is none." : why));
    return;
  }
  const matrix = hessian(page, state.values, state.answers);
  const most = Math.max(1e-300, ...matrix.flat().map(Math.abs).filter(Number.isFinite));
  const table = html("table", "matrix");
  matrix.forEach((each) => {
    const row = html("tr", "");
    each.forEach((x) => {
      const cell = html("td", "", number(x, 4));
      cell.style.background = colourOf(x, most);
      row.append(cell);
    });
    table.append(row);
  });
  box.replaceChildren(html("p", "", "Second derivatives, by differences of the gradient:"), table);
}

/** The colour of a number: its sign, as strong as its size beside the largest. */
export function colourOf(x, most) {
  const strength = Math.round((100 * Math.min(Math.abs(x), most)) / most);
  return `color-mix(in srgb, var(${x < 0 ? "--negative" : "--positive"}) ${strength}%, transparent)`;
}
