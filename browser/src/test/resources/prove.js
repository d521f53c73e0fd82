// What a page computes, without the page: the tests call it in a browser.

const FUNCTIONS =
  "exp expm1 log log10 log1p pow cbrt hypot sin cos tan asin acos atan atan2 sinh cosh tanh".split(" ");

/** Lets Java compute the functions of Math, so that what is left is arithmetic, the same to the bit. */
function askJava() {
  const known = new Map();
  for (const name of FUNCTIONS) {
    Math[name] = (...operands) => {
      const question = `/${name}/${operands.map(String).join("/")}`;
      if (!known.has(question)) {
        const request = new XMLHttpRequest();
        request.open("GET", question, false);
        request.send();
        known.set(question, Number(request.responseText));
      }
      return known.get(question);
    };
  }
}

/** Gives what JSON has no word for as text; of numbers all are text. */
function asText(x) {
  return typeof x === "number" ? (Object.is(x, -0) ? "-0.0" : String(x)) : String(x);
}

function realsIn(cell, type, all) {
  if (cell.value instanceof JavaArray) {
    cell.value.cells.forEach((each) => realsIn(each, elementType(type), all));
  } else if (isReal(type)) {
    all.push(asText(cell.value));
  }
  return all;
}

/** How large the terms are that a cotangent is the sum of: what its rounding is measured by. */
function sizes(player) {
  const size = new Map();
  const add = (node, x) => size.set(node, (size.get(node) ?? 0) + Math.abs(x));
  player.roots.forEach((root, i) => add(root, player.seeds[i]));
  for (const node of player.back.order) {
    node.operands.forEach((each, operand) => {
      if (each.node?.isActive && size.get(node) > 0) {
        add(each.node, player.local(node, operand) * size.get(node));
      }
    });
  }
  return size;
}

/** What something from outside is made of, for Java to make it again. */
function asTree(value) {
  if (value instanceof Outside) {
    const { kind, member, operands } = value;
    return value.isChanged ? { unknown: true } : { kind, member, operands: operands.map(asTree) };
  }
  if (value instanceof JavaArray) {
    return { type: value.type, elements: value.cells.map((each) => asTree(each.value)) };
  }
  if (value !== null && typeof value === "object") {
    return { unknown: true };
  }
  return typeof value === "string" ? { text: value } : { value: value === null ? null : asText(value) };
}

/** Lets Java be the reader who knows what code outside answers; nothing where it doesn't. */
function answerOfJava({ outside, type }) {
  const request = new XMLHttpRequest();
  request.open("POST", "/outside", false);
  request.send(JSON.stringify({ type, asked: asTree(outside) }));
  return JSON.parse(request.responseText).answer;
}

const MOST_ANSWERS = 200;

function played(page, values) {
  const answers = {};
  for (let i = 0; ; i++) {
    const player = new Player(page, values, { answers });
    const error = player.run.error;
    const answer = error instanceof NeedsAnswer && i < MOST_ANSWERS ? answerOfJava(error) : undefined;
    if (answer === undefined) {
      return player;
    }
    answers[error.member] = answer;
  }
}

function prove(page, values) {
  const player = played(page, values);
  const error = player.run.error;
  if (error) {
    const isLimit = error instanceof CannotRun || error instanceof NeedsAnswer;
    return { error: isLimit ? "" : error.name, limit: isLimit ? error.message : "" };
  }
  const inputs = player.nodes.filter((node) => node.kind === "input" && node.isActive);
  const of = (node) => player.back.cotangents.get(node.id)?.value ?? 0;
  const size = sizes(player);
  return {
    value: page.outputs.flatMap((leaf, i) => realsIn(player.run.results[i], leaf.type, [])),
    gradient: inputs.map((node) => asText(of(node))),
    sizes: inputs.map((node) => asText(size.get(node) ?? 0)),
    kinds: [...new Set(player.nodes.map((node) => node.kind))],
    hasFloats: player.nodes.some((node) => node.type === "float"),
  };
}

window.proveAll = (page, inputs) => {
  const read = JSON.parse(page);
  return JSON.parse(inputs).map((values) => prove(read, values));
};

window.computeAll = (questions) =>
  JSON.parse(questions).map(({ op, types, operands }) => {
    try {
      const given = operands.map((each, i) => literal(types[i], each));
      return asText(compute(op, types, given));
    } catch (error) {
      return error.name;
    }
  });

window.textsOf = (type, numbers) => numbers.map((each) => textOf(type, literal(type, each)));

window.askJava = askJava;
