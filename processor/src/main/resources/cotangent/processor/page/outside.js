// What a page knows of code that is not in the graph: texts, boxed numbers, exceptions that are
// made to be thrown, and that assertions are off, as they are unless somebody turns them on.

const METHODS = {
  "java.lang.Class.desiredAssertionStatus": () => false,
  "java.lang.String.length": (text) => text.length,
  "java.lang.String.isEmpty": (text) => text.length === 0,
  "java.lang.String.charAt": (text, i) => (i >= 0 && i < text.length ? text.charCodeAt(i) : undefined),
  "java.lang.String.equals": (text, other) => text === other,
};

/** What a box of a number holds is the number. */
const BOXES = /^java\.lang\.(Double|Float|Long|Integer|Short|Byte|Boolean)\.(\w+Value|valueOf)$/;

/** Gives what a member answers; nothing where the page doesn't know it. */
export function knownMember(step, values) {
  const [first] = values;
  if (step.kind === "CONCATENATION") {
    return values.join("");
  }
  if (step.kind === "NEW") {
    const name = step.member.replace(/\.$/, "").split(".").pop();
    return { name, message: first };
  }
  if (step.kind === "STATIC_FIELD" && step.member.endsWith(".class")) {
    return { name: step.member };
  }
  if (BOXES.test(step.member) && typeof first !== "object") {
    return first;
  }
  const isText = step.member.startsWith("java.lang.String.");
  const isMine = step.member in METHODS && (!isText || typeof first === "string");
  return isMine ? METHODS[step.member](...values) : undefined;
}
