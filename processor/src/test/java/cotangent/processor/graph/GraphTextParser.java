package cotangent.processor.graph;

import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Parses the text that {@link GraphText} prints, so that tests can go from text to text. Of a
 * value's printed name, what comes before {@code #} is its name.
 */
public final class GraphTextParser {
  private final GraphTokens tokens;
  private final Function<String, Operation> operations;
  private Map<String, Value> values = new HashMap<>();

  private GraphTextParser(String text, Function<String, Operation> operations) {
    this.tokens = new GraphTokens(text);
    this.operations = operations;
  }

  /**
   * Returns the graph that a text is of.
   *
   * @param operations finds an operation by its name
   */
  public static Graph parse(String text, Function<String, Operation> operations) {
    return new GraphTextParser(text, operations).graph();
  }

  private Graph graph() {
    Graph main = graph("graph");
    List<Graph> functions = new ArrayList<>();
    while (!tokens.atEnd()) {
      functions.add(graph("function"));
    }
    return new Graph(main.name(), main.body(), functions);
  }

  private Graph graph(String keyword) {
    values = new HashMap<>();
    tokens.expect(keyword);
    String name = tokens.next();
    List<Value> parameters = new ArrayList<>();
    tokens.expect("(");
    while (!tokens.accept(")")) {
      parameters.add(define(type(), tokens.next()));
      tokens.accept(",");
    }
    return new Graph(name, region(parameters), List.of());
  }

  private Region region(List<Value> parameters) {
    List<Step> steps = new ArrayList<>();
    List<Value> yields = new ArrayList<>();
    tokens.expect("{");
    while (!tokens.accept("}")) {
      if (tokens.acceptWord("yield")) {
        do {
          yields.add(use());
        } while (tokens.accept(","));
      } else {
        steps.add(step());
      }
    }
    return new Region(parameters, steps, yields);
  }

  private Step step() {
    if (tokens.acceptWord("throw")) {
      return new Step.Throw(use(), position());
    } else if (tokens.acceptWord("copy")) {
      return copy();
    } else if (tokens.acceptWord("fill")) {
      return fill();
    } else if (tokens.acceptWord("push")) {
      Value value = use();
      tokens.expect("on");
      return new Step.Push(use(), value);
    } else if (isEffect() || tokens.peek(1).equals("[") && !tokens.peek(2).equals("]")) {
      return tokens.peek(1).equals("[") ? write() : expression(List.of());
    }
    List<GraphTokens.Named> results = new ArrayList<>();
    do {
      boolean typed = !tokens.peek(1).equals("=") && !tokens.peek(1).equals(",");
      results.add(new GraphTokens.Named(typed ? type() : null, tokens.next()));
    } while (tokens.accept(","));
    tokens.expect("=");
    return expression(results);
  }

  /** Whether a step without results comes: a call, a branch or a loop. */
  private boolean isEffect() {
    String word = tokens.peek(0);
    String after = tokens.peek(1);
    return switch (word) {
      case "if", "loop" -> GraphTokens.isName(after);
      case "while" -> after.equals("(");
      case "call" -> !after.equals("=") && !after.equals(",") && !after.equals("[");
      default -> false;
    };
  }

  private Step expression(List<GraphTokens.Named> results) {
    if (tokens.acceptWord("call")) {
      Callee callee = callee();
      List<Value> operands = arguments();
      return new Step.Call(defineAll(results), callee, operands, position());
    } else if (tokens.acceptWord("if")) {
      Value condition = use();
      Region then = region(List.of());
      tokens.expect("else");
      Region otherwise = region(List.of());
      return new Step.Branch(defineAll(results), condition, then, otherwise, position());
    } else if (tokens.acceptWord("loop")) {
      return loop(results);
    } else if (tokens.peek(0).equals("while") && tokens.peek(1).equals("(")) {
      return whileLoop(results);
    }
    return single(results.get(0).name());
  }

  private Step loop(List<GraphTokens.Named> results) {
    String index = tokens.next();
    tokens.expect("from");
    Value from = use();
    tokens.expect("to");
    Value to = use();
    tokens.expect("step");
    int stride = Integer.parseInt(tokens.next());
    int checkpoint =
        tokens.accept("checkpoint") ? Integer.parseInt(tokens.next()) : Step.Loop.NO_CHECKPOINT;
    List<Value> initial = new ArrayList<>();
    List<Value> parameters = new ArrayList<>();
    parameters.add(define(Type.INT, index));
    parameters.addAll(carried(initial));
    Region body = region(parameters);
    List<Value> defined = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      defined.add(define(parameters.get(i + 1).type(), results.get(i).name()));
    }
    return new Step.Loop(defined, from, to, stride, initial, body, checkpoint, position());
  }

  private Step whileLoop(List<GraphTokens.Named> results) {
    tokens.expect("while");
    List<Value> initial = new ArrayList<>();
    Region before = region(carried(initial));
    tokens.expect("do");
    Region after = region(List.of());
    return new Step.While(defineAll(results), initial, before, after, position());
  }

  private List<Value> carried(List<Value> initial) {
    List<Value> parameters = new ArrayList<>();
    tokens.expect("(");
    while (!tokens.accept(")")) {
      Type type = type();
      String name = tokens.next();
      tokens.expect("=");
      initial.add(use());
      parameters.add(define(type, name));
      tokens.accept(",");
    }
    return parameters;
  }

  /** A step with one result, whose type is clear from what is there. */
  private Step single(String result) {
    if (tokens.acceptWord("new")) {
      return newArray(result, true);
    } else if (tokens.acceptWord("blank")) {
      return newArray(result, false);
    } else if (tokens.acceptWord("zeros")) {
      tokens.expect("like");
      Value array = use();
      return new Step.ZerosLike(define(array.type(), result), array);
    } else if (tokens.acceptWord("clone")) {
      Value array = use();
      return new Step.Clone(define(array.type(), result), array, position());
    } else if (tokens.acceptWord("pop")) {
      Type type = type();
      tokens.expect("from");
      return new Step.Pop(define(type, result), use());
    } else if (tokens.peek(1).equals("[")) {
      Value array = use();
      Value at = index();
      return new Step.Read(define(array.type().element(), result), array, at, position());
    } else if (tokens.peek(1).equals("(") && GraphTokens.isName(tokens.peek(0))) {
      Operation operation = operations.apply(tokens.next());
      List<Value> operands = arguments();
      Type type = operation.type(operands.stream().map(Value::type).toList());
      return new Step.Apply(define(type, result), operation, operands, position());
    }
    return constant(result);
  }

  private Step constant(String result) {
    if (tokens.accept("(")) {
      Type type = type();
      tokens.expect(")");
      String number = tokens.next();
      Value value = define(type, result);
      if (number.equals("null")) {
        return new Step.Constant(value, null);
      } else if (type == Type.Scalar.CHAR) {
        return new Step.Constant(value, (char) Integer.parseInt(number));
      }
      return type == Type.Scalar.BYTE
          ? new Step.Constant(value, Byte.valueOf(number))
          : new Step.Constant(value, Short.valueOf(number));
    }
    Object value = tokens.literal();
    Type type =
        value instanceof String
            ? Type.STRING
            : value instanceof Integer
                ? Type.INT
                : Type.Scalar.valueOf(value.getClass().getSimpleName().toUpperCase(Locale.ROOT));
    return new Step.Constant(define(type, result), value);
  }

  private Step newArray(String result, boolean cleared) {
    Type type = leaf();
    List<Value> lengths = new ArrayList<>();
    while (tokens.peek(0).equals("[")) {
      type = Type.array(type);
      if (tokens.peek(1).equals("]")) {
        tokens.expect("[");
        tokens.expect("]");
      } else {
        lengths.add(index());
      }
    }
    return new Step.NewArray(define(type, result), lengths, cleared, position());
  }

  private Step write() {
    Value array = use();
    Value index = index();
    tokens.expect("=");
    return new Step.Write(array, index, use(), position());
  }

  private Step copy() {
    Value source = use();
    Value from = index();
    tokens.expect("to");
    Value target = use();
    Value to = index();
    tokens.expect("length");
    return new Step.Copy(source, from, target, to, use(), position());
  }

  private Step fill() {
    Value array = use();
    tokens.expect("[");
    Value from = use();
    tokens.expect(",");
    Value to = use();
    tokens.expect("]");
    tokens.expect("with");
    return new Step.Fill(array, from, to, use(), position());
  }

  private Value index() {
    tokens.expect("[");
    Value index = use();
    tokens.expect("]");
    return index;
  }

  private Callee callee() {
    if (tokens.peek(1).startsWith("\"") && tokens.accept("ruled")) {
      return ruled();
    }
    Callee.Member.Access access =
        tokens.acceptWord("hidden")
            ? Callee.Member.Access.PRIVATE
            : tokens.acceptWord("unnamed")
                ? Callee.Member.Access.HANDLE
                : Callee.Member.Access.NAMED;
    String first = tokens.next();
    boolean isKind =
        Arrays.stream(Callee.Member.Kind.values()).anyMatch(kind -> kind.name().equals(first));
    if (isKind) {
      Callee.Member.Kind kind = Callee.Member.Kind.valueOf(first);
      String owner = (String) tokens.literal();
      String name = (String) tokens.literal();
      return new Callee.Member(kind, owner, name, access, signature());
    }
    return new Callee.Function(first);
  }

  private Callee ruled() {
    boolean ofMade = tokens.accept("made");
    String original = (String) tokens.literal();
    String primal = (String) tokens.literal();
    String pullback = (String) tokens.literal();
    String pushforward = (String) tokens.literal();
    List<Integer> by = new ArrayList<>();
    tokens.expect("by");
    tokens.expect("(");
    while (!tokens.accept(")")) {
      by.add(Integer.valueOf(tokens.next()));
      tokens.accept(",");
    }
    tokens.expect("else");
    String remedy = (String) tokens.literal();
    return new Callee.Ruled(original, primal, pullback, pushforward, by, ofMade, remedy);
  }

  private List<Type> signature() {
    List<Type> types = new ArrayList<>();
    if (tokens.accept("as")) {
      tokens.expect("(");
      while (!tokens.accept(")")) {
        types.add(type());
        tokens.accept(",");
      }
    }
    return types;
  }

  private List<Value> arguments() {
    List<Value> operands = new ArrayList<>();
    tokens.expect("(");
    while (!tokens.accept(")")) {
      operands.add(use());
      tokens.accept(",");
    }
    return operands;
  }

  private Type type() {
    Type type = leaf();
    while (tokens.accept("[")) {
      tokens.expect("]");
      type = Type.array(type);
    }
    return type;
  }

  private Type leaf() {
    String name = tokens.next();
    return Arrays.stream(Type.Scalar.values())
        .filter(scalar -> scalar.toString().equals(name))
        .map(Type.class::cast)
        .findFirst()
        .orElseGet(() -> new Type.Reference(name));
  }

  private List<Value> defineAll(List<GraphTokens.Named> results) {
    return results.stream().map(result -> define(result.type(), result.name())).toList();
  }

  private Value define(Type type, String printed) {
    int number = printed.indexOf('#');
    String name = number < 0 ? printed : printed.substring(0, number);
    Value value = new Value(type, name.startsWith("%") ? "" : name);
    if (values.put(printed, value) != null) {
      throw tokens.error("second definition of " + printed);
    }
    return value;
  }

  private Value use() {
    String name = tokens.next();
    Value value = values.get(name);
    if (value == null) {
      throw tokens.error("no value is named " + name);
    }
    return value;
  }

  private Position position() {
    return tokens.accept("@") ? new Position(Long.parseLong(tokens.next()), "") : Position.NONE;
  }
}
