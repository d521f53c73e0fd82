// A map of a picture that is larger than its pane: where the reader is in it, and a way elsewhere.

import { element } from "./picture.js";

const ROOM = 110;

/** The part of a picture that a pane shows, in the picture's own measure. */
function windowOf(pane) {
  const picture = pane.querySelector("svg");
  const scale = picture.width.baseVal.value / picture.viewBox.baseVal.width;
  const offset = Math.max(0, (pane.clientWidth - picture.width.baseVal.value) / 2);
  return {
    x: picture.viewBox.baseVal.x + (pane.scrollLeft - offset) / scale,
    y: picture.viewBox.baseVal.y + pane.scrollTop / scale,
    width: pane.clientWidth / scale,
    height: pane.clientHeight / scale,
    scale,
  };
}

/** Shows on the map which part the pane shows. */
export function moveWindow(map, pane) {
  const frame = map.querySelector(".window");
  if (frame) {
    const { x, y, width, height } = windowOf(pane);
    Object.entries({ x, y, width, height }).forEach(([key, value]) => frame.setAttribute(key, value));
  }
}

/** Draws the map, where one is needed. */
export function showMap(map, pane, layout) {
  const isWhole = pane.scrollWidth <= pane.clientWidth + 1 && pane.scrollHeight <= pane.clientHeight + 1;
  map.hidden = isWhole || pane.clientWidth < 2 * ROOM;
  map.replaceChildren();
  if (map.hidden) {
    return;
  }
  const scale = ROOM / Math.max(layout.width, layout.height);
  const picture = element("svg", {
    viewBox: `${layout.left} ${layout.top} ${layout.width} ${layout.height}`,
    width: layout.width * scale,
    height: layout.height * scale,
  });
  for (const { node, x, y, width, height } of layout.nodes) {
    const drawn = pane.querySelector(`[data-node="${node.id}"]`);
    const state = drawn.classList.contains("derived") ? "derived" : "known";
    const name = drawn.classList.contains(state) ? state : "";
    const place = { x: x - width / 2, y: y - height / 2, width, height };
    picture.append(element("rect", { ...place, class: name }));
  }
  picture.append(element("rect", { class: "window", "stroke-width": 1.5 / scale }));
  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect();
    const shown = windowOf(pane);
    const at = { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
    pane.scrollTo((at.x - shown.width / 2) * shown.scale, (at.y - shown.height / 2) * shown.scale);
  });
  map.append(picture);
  moveWindow(map, pane);
}
