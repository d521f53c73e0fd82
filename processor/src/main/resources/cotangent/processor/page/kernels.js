// The kernels of the tensor library, number by number: products and sums in the very order in which
// the library takes them, so that the bits are the same and a reader can look inside.

import { JavaArray, cell } from "./memory.js";
import { WHOLE_KERNELS } from "./solving.js";

/** Smaller sums of squares than this the library scales, as it does infinite ones. */
const SMALLEST_SAFE_SQUARE = 2 ** -960;

/** Arithmetic that a run writes down. */
class Scribe {
  constructor(run, step) {
    this.run = run;
    this.step = step;
  }

  /** Java's sums begin with zero, which shows where they begin with −0 only. */
  sum(addends) {
    let sum = cell(0);
    for (const each of addends) {
      const isFirst = sum.node === null && Object.is(sum.value, 0) && !Object.is(each.value, -0);
      sum = isFirst ? each : this.run.compute("add", [sum, each], this.step);
    }
    return sum;
  }

  /** Four sums side by side, of which the first takes what is left. */
  sumByFours(addends) {
    const lanes = [[], [], [], []];
    const end = addends.length - (addends.length % 4);
    addends.forEach((each, i) => lanes[i < end ? i % 4 : 0].push(each));
    const [a, b, c, d] = lanes.map((lane) => this.sum(lane));
    return this.sum([this.sum([a, b]), this.sum([c, d])]);
  }

  times(a, b) {
    return this.run.compute("mul", [a, b], this.step);
  }

  products(as, bs) {
    return as.map((a, i) => this.times(a, bs[i]));
  }

  /** Nothing where squares would overflow or lose their digits: there a rule is followed. */
  norm(cells) {
    const square = () => this.sumByFours(this.products(cells, cells));
    const { value } = this.run.quietly(square);
    const isSafe = value >= SMALLEST_SAFE_SQUARE && value < Infinity;
    return isSafe ? this.run.compute("sqrt", [square()], this.step) : undefined;
  }
}

function rowsOf(cells, rows, columns) {
  return Array.from({ length: rows }, (_, i) => cells.slice(i * columns, (i + 1) * columns));
}

function transposed(rows, columns) {
  return Array.from({ length: columns }, (_, j) => rows.map((row) => row[j]));
}

/** The lines of a matrix, or of its transpose. */
function linesOf(cells, rows, columns, isTransposed) {
  const lines = rowsOf(cells, rows, columns);
  return isTransposed ? transposed(lines, columns) : lines;
}

const KERNELS = {
  sum: (s, a) => s.sumByFours(a),
  dot: (s, a, b) => s.sumByFours(s.products(a, b)),
  norm: (s, a) => s.norm(a),
  rowSums: (s, a, rows, columns) => rowsOf(a, rows, columns).map((row) => s.sumByFours(row)),
  transposed: (s, a, rows, columns) => transposed(rowsOf(a, rows, columns), columns).flat(),
  times: (s, a, rows, columns, x) =>
    rowsOf(a, rows, columns).map((row) => s.sum(s.products(row, x))),
  transposedTimes: (s, a, rows, columns, y) =>
    transposed(rowsOf(a, rows, columns), columns).map((column) => s.sum(s.products(y, column))),
  outer: (s, x, y) => x.flatMap((each) => y.map((other) => s.times(each, other))),
  product: (s, a, rowsOfA, columnsOfA, isATransposed, b, rowsOfB, columnsOfB, isBTransposed) => {
    const left = linesOf(a, rowsOfA, columnsOfA, isATransposed);
    const columns = linesOf(b, rowsOfB, columnsOfB, !isBTransposed);
    return left.flatMap((row) => columns.map((column) => s.sum(s.products(row, column))));
  },
};

const NAME = /^cotangent\.tensor\.Kernels\.(\w+)$/;

/**
 * Finds a kernel by the name of the member that is called.
 *
 * @returns a function of a run, the step of the call and its operands, which gives the result;
 *     nothing for what is none, or none that a page knows
 */
export function kernelOf(member) {
  const [, name] = NAME.exec(member) ?? [];
  const kernel = KERNELS[name];
  return (
    kernel &&
    ((run, step, operands) => {
      const given = operands.map(({ value }) => (value instanceof JavaArray ? value.cells : value));
      const result = kernel(new Scribe(run, step), ...given);
      return Array.isArray(result) ? cell(new JavaArray("double[]", result)) : result;
    })
  );
}

/** Computes a kernel that isn't taken apart; nothing for any other member. */
export function knownKernel(member, operands) {
  const [, name] = NAME.exec(member) ?? [];
  const kernel = WHOLE_KERNELS[name];
  if (!kernel) {
    return undefined;
  }
  const given = operands.map(({ value }) =>
    value instanceof JavaArray ? value.cells.map((each) => each.value) : value,
  );
  const result = kernel(...given);
  return cell(Array.isArray(result) ? new JavaArray("double[]", result.map((x) => cell(x))) : result);
}
