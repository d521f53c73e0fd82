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

/** The smallest rectangle that holds an edge. */
function extentOf({ points }) {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function mayMeet(a, b) {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

function extentOfNode({ x, y, width, height }) {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** Counts the pairs of edges that cross, and the nodes that edges run behind. */
export function crossings({ edges, nodes }) {
  const extents = edges.map(extentOf);
  const places = nodes.map((node) => ({ node, extent: extentOfNode(node) }));
  let count = 0;
  edges.forEach(({ points, start, end }, i) => {
    for (let j = i + 1; j < edges.length; j++) {
      const other = edges[j];
      const isPair = start === other.start && end === other.end;
      count += !isPair && mayMeet(extents[i], extents[j]) && cross(points, other.points);
    }
    for (const { node, extent } of places) {
      count += node !== start && node !== end && mayMeet(extents[i], extent) && isBehind(points, node);
    }
  });
  return count;
}
