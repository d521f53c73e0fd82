// A step of gradient descent: what the gradient is for.

import { byId } from "./dom.js";
import { parseScalar } from "./inputs.js";
import { changed, pathsOf } from "./player.js";

/** Gives the inputs after a step against the gradient, as long as the rate says. */
function descended(page, player, values, rate) {
  return pathsOf(page, values).reduce(
    (moved, path) => changed(moved, path, -rate * player.gradient(path)),
    values,
  );
}

/** Has the button take a step. */
export function mayDescend(page, state, playerNow, rerun) {
  byId("descend").addEventListener("click", () => {
    const field = byId("rate");
    const rate = parseScalar("double", field.value);
    field.classList.toggle("wrong", rate === undefined);
    if (rate !== undefined && !playerNow().run.error) {
      state.values = descended(page, playerNow(), state.values, rate);
      rerun();
    }
  });
}
