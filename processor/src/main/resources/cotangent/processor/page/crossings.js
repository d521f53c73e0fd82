// How well a layout can be read: edges that cross one another, or run behind a node.

/** On which side of the line from a to b a point is: the sign says it. */
function side(a, b, point) {
  return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}

function isCrossing(a, b, c, d) {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function cross(one, other) {
  for (let i = 1; i < one.length; i++) {
    for (let j = 1; j < other.length; j++) {
      if (isCrossing(one[i - 1], one[i], other[j - 1], other[j])) {
        return true;
      }
    }
  }
  return false;
}

/** So many places of a piece of an edge are looked at. */
const SAMPLES = 6;

function isBehind(points, { x, y, width, height }) {
  const isInside = (px, py) => Math.abs(px - x) < width / 2 - 2 && Math.abs(py - y) < height / 2 - 2;
  return points.slice(1).some((end, i) => {
    const start = points[i];
    const at = (part) => [start.x + part * (end.x - start.x), start.y + part * (end.y - start.y)];
    return Array.from({ length: SAMPLES }, (_, k) => at((k + 0.5) / SAMPLES)).some((p) => isInside(...p));
  });
}

/** Counts the pairs of edges that cross, and the nodes that edges run behind. */
export function crossings({ edges, nodes }) {
  let count = 0;
  edges.forEach(({ points, start, end }, i) => {
    for (const other of edges.slice(i + 1)) {
      const isPair = start === other.start && end === other.end;
      count += !isPair && cross(points, other.points);
    }
    count += nodes.filter((node) => node !== start && node !== end && isBehind(points, node)).length;
  });
  return count;
}
