// Sorting, whose order is computed outside of graphs.

import { JavaArray, cell } from "./memory.js";
import { compareReal } from "./real.js";
import { thrown } from "./types.js";

function placesFrom(from, to) {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

const asArray = (order) => new JavaArray("int[]", order.map((place) => cell(place)));

/** The places of the elements of a range, in the order of what they hold. */
export function sortedPlaces(array, from, to) {
  if (from > to) {
    throw thrown("IllegalArgumentException", `fromIndex(${from}) > toIndex(${to})`);
  }
  if (from < 0 || to > array.cells.length) {
    throw thrown("ArrayIndexOutOfBoundsException", `Array index out of range: ${from < 0 ? from : to}`);
  }
  const order = placesFrom(from, to);
  order.sort((a, b) => compareReal(array.cells[a].value, array.cells[b].value) || a - b);
  return asArray(order);
}

/** Sorts places by what it is told of two at a time, as Java sorts fewer than 32. */
function* sorting(order) {
  if (order.length < 2) {
    return;
  }
  const isDown = (yield [order[1], order[0]]) < 0;
  let end = 2;
  while (end < order.length && (yield [order[end], order[end - 1]]) < 0 === isDown) {
    end++;
  }
  if (isDown) {
    order.splice(0, end, ...order.slice(0, end).reverse());
  }
  for (; end < order.length; end++) {
    let [low, high] = [0, end];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((yield [order[end], order[middle]]) < 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    order.splice(low, 0, ...order.splice(end, 1));
  }
}

/** Asks for comparisons, one after the other. */
class Comparisons {
  constructor(from, to) {
    this.order = placesFrom(from, to);
    this.asking = sorting(this.order);
    this.asked = this.asking.next();
  }

  answer(sign) {
    this.asked = this.asking.next(sign);
  }
}

/** The members of `cotangent.Comparisons`. */
export const COMPARISONS = {
  "cotangent.Comparisons.of": (from, to) => new Comparisons(from, to),
  "cotangent.Comparisons.isOpen": (comparisons) => !comparisons.asked.done,
  "cotangent.Comparisons.left": (comparisons) => comparisons.asked.value[0],
  "cotangent.Comparisons.right": (comparisons) => comparisons.asked.value[1],
  "cotangent.Comparisons.answer": (comparisons, sign) => comparisons.answer(sign),
  "cotangent.Comparisons.order": (comparisons) => asArray(comparisons.order),
};
