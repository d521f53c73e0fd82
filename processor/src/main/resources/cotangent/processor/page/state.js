// What the reader has chosen, and the address that keeps it.

import { byId } from "./dom.js";
import { parsePasted, parseScalar } from "./inputs.js";
import { isArray } from "./memory.js";

/** Makes what a page begins with. */
export function newState(values) {
  return {
    values,
    answers: {},
    tangents: {},
    at: 0,
    mode: "reverse",
    turns: {},
    closed: {},
    zoom: null,
    isUnrolled: null,
  };
}

/** Remembers the state in the address, so that it can be sent to somebody. */
export function remember(state) {
  const special = (key, value) =>
    typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))
      ? { number: Object.is(value, -0) ? "-0" : String(value) }
      : value;
  history.replaceState(null, "", `#${encodeURIComponent(JSON.stringify(state, special))}`);
}

function isLike(value, type) {
  return type.endsWith("[]")
    ? value === null || (Array.isArray(value) && value.every((each) => isLike(each, type.slice(0, -2))))
    : !Array.isArray(value);
}

/**
 * Takes what the address says.
 *
 * @returns what is to be said of it, if it is not one of this page's
 */
export function recall(page, state) {
  try {
    const text = decodeURIComponent(location.hash.slice(1));
    const revive = (key, value) => (value?.number === undefined ? value : Number(value.number));
    const found = text && JSON.parse(text, revive);
    const { values } = found || {};
    const isOurs =
      !values ||
      (values.length === page.inputs.length &&
        values.every((value, i) => isLike(value, page.inputs[i].type)));
    if (!isOurs || (found && typeof found !== "object")) {
      throw new RangeError("The numbers are another method's");
    }
    Object.assign(state, found);
    return "";
  } catch {
    return "The address after # is not one of this page's: it is left out.";
  }
}

function answerOf(type, text) {
  if (text.trim() === "null" && (isArray(type) || type === "java.lang.String")) {
    return null;
  }
  return isArray(type) ? parsePasted(type, text) : parseScalar(type, text);
}

/** Asks the reader what code outside answers. */
export function ask(error, answers, rerun) {
  const field = document.createElement("input");
  field.setAttribute("aria-label", `value of ${error.member}`);
  field.placeholder = error.type;
  field.addEventListener("change", () => {
    const answer = answerOf(error.type, field.value);
    field.classList.toggle("wrong", answer === undefined);
    if (answer !== undefined) {
      answers[error.member] = answer;
      rerun();
    }
  });
  byId("ask").replaceChildren(field);
}
