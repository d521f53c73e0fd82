// The kernels of the tensor library that a page doesn't take apart: what they compute is a number, or
// numbers, made of all others at once, and a rule says their derivatives. Each follows the library's own
// order of operations, so that the bits are the same.

import { scalb } from "./real.js";
import { textOfReal } from "./texts.js";
import { exponentOf, thrown } from "./types.js";

function rowsOfNumbers(numbers, rows, columns) {
  return Array.from({ length: rows }, (_, i) => numbers.slice(i * columns, (i + 1) * columns));
}

function subtract(row, factor, upper, from) {
  for (let j = from; j < row.length; j++) {
    row[j] -= factor * upper[j];
  }
}

/** Eliminates with the largest pivot of each column. */
function decomposed(matrix, n) {
  const rows = rowsOfNumbers(matrix, n, n);
  const order = rows.map((_, i) => i);
  let isOdd = false;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) {
      pivot = Math.abs(rows[i][k]) > Math.abs(rows[pivot][k]) ? i : pivot;
    }
    if (pivot !== k) {
      [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
      [order[k], order[pivot]] = [order[pivot], order[k]];
      isOdd = !isOdd;
    }
    for (let i = k + 1; i < n && rows[k][k] !== 0; i++) {
      rows[i][k] /= rows[k][k];
      subtract(rows[i], rows[i][k], rows[k], k + 1);
    }
  }
  return { rows, order, isOdd };
}

function solved({ rows, order }, right, columns) {
  const b = rowsOfNumbers(right, rows.length, columns);
  const x = order.map((from) => b[from]);
  x.forEach((row, i) => {
    for (let k = 0; k < i; k++) {
      subtract(row, rows[i][k], x[k], 0);
    }
  });
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) {
      subtract(x[i], rows[i][k], x[k], 0);
    }
    x[i] = x[i].map((each) => each / rows[i][i]);
  }
  return x.flat();
}

function solve(operation, a, n, isTransposed, b, columns) {
  const matrix = isTransposed ? a.map((_, at) => a[(at % n) * n + Math.floor(at / n)]) : a;
  const lu = decomposed(matrix, n);
  const singular = lu.rows.findIndex((row, k) => row[k] === 0);
  if (singular >= 0) {
    const message = `${operation} needs a regular matrix: there is no pivot in column ${singular}`;
    throw thrown("ArithmeticException", message);
  }
  return solved(lu, b, columns);
}

function logDeterminant(a, n) {
  const { rows, isOdd } = decomposed(a, n);
  const pivots = rows.map((row, k) => row[k]);
  const isNegative = pivots.reduce((odd, pivot) => odd !== pivot < 0, isOdd);
  const sum = pivots.reduce((logs, pivot) => logs + Math.log(Math.abs(pivot)), 0);
  return isNegative && sum !== -Infinity ? NaN : sum;
}

function determinant(a, n) {
  const { rows, isOdd } = decomposed(a, n);
  return rows.reduce((product, row, k) => product * row[k], isOdd ? -1 : 1);
}

/** Factors into a lower triangle and its transpose. */
function cholesky(a, n) {
  const root = rowsOfNumbers(a, n, n).map((row) => row.map(() => 0));
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let rest = a[i * n + j];
      for (let k = 0; k < j; k++) {
        rest -= root[i][k] * root[j][k];
      }
      if (i === j && !(rest > 0)) {
        const pivot = textOfReal("double", rest);
        const message = `cholesky needs a positive definite matrix: pivot ${i} is ${pivot}`;
        throw thrown("ArithmeticException", message);
      }
      root[i][j] = i === j ? Math.sqrt(rest) : rest / root[j][j];
    }
  }
  return root.flat();
}

/** Scales by the greatest element: squares would overflow or lose all their digits. */
function scaledNorm(a) {
  const greatest = a.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  if (greatest === 0 || !Number.isFinite(greatest)) {
    return greatest;
  }
  const exponent = exponentOf("double", greatest);
  const squares = a.map((x) => scalb("double", x, -exponent)).reduce((sum, y) => sum + y * y, 0);
  return scalb("double", Math.sqrt(squares), exponent);
}

/** By their names, on numbers and arrays of numbers. */
export const WHOLE_KERNELS = {
  solve,
  determinant,
  logDeterminant,
  cholesky,
  norm: scaledNorm,
  max: (a) => a.reduce((most, x) => Math.max(most, x), -Infinity),
  min: (a) => a.reduce((least, x) => Math.min(least, x), Infinity),
};
