// Where a number comes from: the edges on all ways that lead to it.

/** Finds the edges of a layout that lead to some of its nodes, by however many others. */
function leadingTo(layout, ids) {
  const wanted = new Set(layout.nodes.filter(({ node }) => ids.has(String(node.id))));
  const found = new Set();
  const placeOf = new Map(
    layout.nodes.flatMap((place) => (place.node.nodes ?? [place.node]).map((node) => [node, place])),
  );
  for (let size = -1; size !== wanted.size; ) {
    size = wanted.size;
    for (const edge of layout.edges) {
      if (wanted.has(edge.end)) {
        found.add(edge);
        wanted.add(edge.start);
      }
    }
    for (const { far } of [...wanted]) {
      far?.forEach(({ source }) => placeOf.has(source) && wanted.add(placeOf.get(source)));
    }
  }
  return found;
}

/** Marks the edges that lead to what is lit up. */
export function showTrace(pane, layout, ids) {
  const found = leadingTo(layout, ids);
  pane.querySelectorAll(".edge").forEach((drawn, i) => {
    drawn.classList.toggle("leading", found.has(layout.edges[i]));
  });
}
