package cotangent.processor.op;

import cotangent.processor.graph.Type;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The entry point to the table of operations: every scalar operation that the compiler knows. The
 * rows are in {@link Operators}, {@link Casts}, {@link MathFunctions} and {@link
 * ConstantFunctions}.
 */
public final class Operations {
  public static final Op ADD = Operators.ADD;
  public static final Op SUB = Operators.SUB;
  public static final Op MUL = Operators.MUL;
  public static final Op DIV = Operators.DIV;
  public static final Op REM = Operators.REM;
  public static final Op NEG = Operators.NEG;
  public static final Op AND = Operators.AND;
  public static final Op OR = Operators.OR;
  public static final Op XOR = Operators.XOR;
  public static final Op INVERT = Operators.INVERT;
  public static final Op SHL = Operators.SHL;
  public static final Op SHR = Operators.SHR;
  public static final Op USHR = Operators.USHR;
  public static final Op LT = Operators.LT;
  public static final Op LE = Operators.LE;
  public static final Op GT = Operators.GT;
  public static final Op GE = Operators.GE;
  public static final Op EQ = Operators.EQ;
  public static final Op NE = Operators.NE;
  public static final Op NOT = Operators.NOT;
  public static final Op SELECT = Operators.SELECT;
  public static final Op LENGTH = Operators.LENGTH;
  public static final Op HOLDS = Operators.HOLDS;

  public static final Op UNLESS_ZERO = Notations.UNLESS_ZERO;
  public static final Op SEEN_AS = Notations.SEEN_AS;

  private static final List<Op> ALL =
      Stream.of(
              Operators.rows(),
              Casts.rows(),
              MathFunctions.rows(),
              TensorFunctions.rows(),
              ConstantFunctions.rows())
          .flatMap(List::stream)
          .toList();
  private static final Map<String, Op> BY_NAME = new LinkedHashMap<>();
  private static final Map<String, Op> BY_METHOD = new HashMap<>();

  static {
    for (Op op : ALL) {
      if (BY_NAME.put(op.name(), op) != null) {
        throw new IllegalStateException("two operations are named " + op.name());
      }
      if (op.syntax() instanceof Op.Syntax.Static method) {
        BY_METHOD.put(method.qualifiedOwner() + "." + method.method(), op);
      }
    }
    Notations.rows().forEach(op -> BY_NAME.put(op.name(), op));
    BY_NAME.put(HOLDS.name(), HOLDS);
    ConstantFunctions.aliases().forEach((method, name) -> BY_METHOD.put(method, byName(name)));
  }

  public static final Op ABS = byName("abs");
  public static final Op MAX = byName("max");
  public static final Op MIN = byName("min");
  public static final Op COPY_SIGN = byName("copySign");
  public static final Op SQRT = byName("sqrt");
  public static final Op EXP = byName("exp");
  public static final Op LOG = byName("log");
  public static final Op POW = byName("pow");
  public static final Op SIN = byName("sin");
  public static final Op COS = byName("cos");

  private Operations() {}

  /** Returns the rows in the order of the documentation. */
  public static List<Op> all() {
    return ALL;
  }

  /** Returns the conversion to a primitive type, from any other but {@code boolean}. */
  public static Op cast(Type type) {
    return Casts.to(type);
  }

  /**
   * Finds the operation that a static method is.
   *
   * @param owner the qualified name of the class that declares it
   * @param parameterTypes the types of the parameters of the overload that Java chooses
   */
  public static Optional<Op> method(String owner, String name, List<Type> parameterTypes) {
    return Optional.ofNullable(BY_METHOD.get(owner + "." + name))
        .filter(op -> op.accepts(parameterTypes));
  }

  /** Returns the operation of a name in graph text. */
  public static Op byName(String name) {
    Op op = BY_NAME.get(name);
    if (op == null) {
      throw new IllegalArgumentException("no operation is named " + name);
    }
    return op;
  }

  /** Whether there is an operation of that name. */
  public static boolean isName(String name) {
    return BY_NAME.containsKey(name);
  }

  /** Returns the binary operator that Java writes with a token, such as {@code >>>}. */
  public static Op binary(String token) {
    return bySyntax(new Op.Syntax.Infix(token));
  }

  /** Returns the unary operator that Java writes with a token: {@code -}, {@code ~}, {@code !}. */
  public static Op unary(String token) {
    return bySyntax(new Op.Syntax.Prefix(token));
  }

  private static Op bySyntax(Op.Syntax syntax) {
    return Operators.rows().stream()
        .filter(op -> op.syntax().equals(syntax))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no operator is written " + syntax));
  }
}
