// How the page finds and makes its elements.

/** Finds an element of the page. */
export const byId = (id) => document.getElementById(id);

/** Makes an element. */
export function html(name, className, content = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = content;
  return made;
}
