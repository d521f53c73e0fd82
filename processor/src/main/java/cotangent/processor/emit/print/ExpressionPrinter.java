package cotangent.processor.emit.print;

import static cotangent.processor.emit.java.InfixOperators.CONDITIONAL;
import static cotangent.processor.emit.java.InfixOperators.PRIMARY;
import static cotangent.processor.emit.java.InfixOperators.UNARY;

import cotangent.processor.emit.code.Expr;
import cotangent.processor.emit.java.InfixOperators;
import cotangent.processor.emit.java.Literals;
import cotangent.processor.emit.java.TypeText;
import cotangent.processor.emit.members.CompanionMembers;
import cotangent.processor.emit.members.PrivateMethods;
import cotangent.processor.emit.variables.VariableNames;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prints expressions: with parentheses and conversions only where Java needs them to mean the same.
 */
public final class ExpressionPrinter {
  private static final Set<String> TWO_ALIKE = Set.of("max", "min");

  private final VariableNames names;
  private final CallPrinter calls;

  public ExpressionPrinter(
      VariableNames names, PrivateMethods functions, CompanionMembers members) {
    this.names = names;
    this.calls = new CallPrinter(this, functions, members);
  }

  /**
   * Text of an expression.
   *
   * @param type the type that it has in Java, which may widen to the one in the graph
   */
  record Text(String text, int precedence, Type type) {
    /** Returns it for a place that binds as tightly as this. */
    String in(int place) {
      return precedence >= place ? text : "(" + text + ")";
    }
  }

  /** Prints where Java converts to the type of the expression: in an assignment, say. */
  public String converted(Expr expression) {
    return loose(expression).text();
  }

  /** Prints with the type that it has in the graph. */
  public String exact(Expr expression) {
    return text(expression).text();
  }

  /** Prints as an operand that is followed by a selector or an index. */
  String primary(Expr expression) {
    boolean isNull = expression instanceof Expr.Literal literal && literal.value() == null;
    return isNull
        ? "((" + TypeText.of(expression.type()) + ") null)"
        : text(expression).in(PRIMARY);
  }

  /** Prints as the right operand of a comparison with a variable of the same type. */
  String bound(Expr expression) {
    return loose(expression).in(InfixOperators.precedence("<") + 1);
  }

  /** Prints a call for what it does. */
  String call(Step.Call call, List<Expr> operands) {
    return calls.call(call, operands).text();
  }

  Text text(Expr expression) {
    if (expression instanceof Expr.Local local) {
      return new Text(names.of(local.value()), PRIMARY, local.type());
    } else if (expression instanceof Expr.Literal literal) {
      String text = Literals.text(literal.type(), literal.value());
      boolean isSimple = Character.isLetterOrDigit(text.charAt(0)) || text.charAt(0) == '"';
      return new Text(text, isSimple ? PRIMARY : UNARY, literal.type());
    } else if (expression instanceof Expr.Choice choice) {
      return choice(choice);
    } else if (expression instanceof Expr.Not not) {
      return not(not.operand());
    } else if (expression instanceof Expr.Component component) {
      String text = primary(component.record()) + "." + component.name() + "()";
      return new Text(text, PRIMARY, component.type());
    }
    Expr.Computed computed = (Expr.Computed) expression;
    return computed.step() instanceof Step.Apply apply
        ? apply(apply, computed.operands())
        : calls.text(computed);
  }

  /** Prints without a conversion that Java does by itself where the type is known. */
  private Text loose(Expr expression) {
    Text loosened = loosened(expression);
    return loosened == null ? text(expression) : loosened;
  }

  /** Prints without a conversion; null where there is none. */
  private @Nullable Text loosened(Expr expression) {
    if (expression instanceof Expr.Literal literal) {
      String plain = Literals.plain(literal.value());
      return plain.isEmpty()
          ? null
          : new Text(plain, plain.startsWith("-") ? UNARY : PRIMARY, Type.INT);
    } else if (expression instanceof Expr.Computed computed
        && computed.step() instanceof Step.Apply apply
        && apply.operation() instanceof Op op
        && op.syntax() instanceof Op.Syntax.Cast cast
        && widens(computed.operands().get(0).type(), cast.type())) {
      return text(computed.operands().get(0));
    }
    return null;
  }

  private static boolean widens(Type from, Type to) {
    if (from == Type.Scalar.CHAR) {
      return ((Type.Scalar) to).compareTo(Type.Scalar.INT) >= 0;
    }
    return to != Type.Scalar.CHAR && ((Type.Scalar) from).compareTo((Type.Scalar) to) < 0;
  }

  private Text apply(Step.Apply apply, List<Expr> operands) {
    Op op = (Op) apply.operation();
    Type type = apply.result().type();
    if (op.syntax() instanceof Op.Syntax.Infix infix) {
      return infix(infix.token(), operands, type);
    } else if (op == Operations.NOT) {
      return not(operands.get(0));
    } else if (op.syntax() instanceof Op.Syntax.Prefix prefix) {
      if (op == Operations.NEG && apply.position().isMade() && type.isReal()) {
        return minus(text(operands.get(0)));
      }
      String operand = text(operands.get(0)).in(UNARY);
      boolean touches = operand.startsWith(prefix.token());
      return new Text(prefix.token() + (touches ? "(" + operand + ")" : operand), UNARY, type);
    } else if (op.syntax() instanceof Op.Syntax.Cast cast) {
      return new Text("(" + cast.type() + ") " + text(operands.get(0)).in(UNARY), UNARY, type);
    } else if (op == Operations.HOLDS) {
      return new Text("true", PRIMARY, type);
    } else if (op.syntax() instanceof Op.Syntax.Length) {
      return new Text(primary(operands.get(0)) + ".length", PRIMARY, type);
    } else if (op.syntax() instanceof Op.Syntax.Static method) {
      String arguments = String.join(", ", arguments(method, operands));
      String owner = TypeText.of(method.qualifiedOwner());
      return new Text(owner + "." + method.method() + "(" + arguments + ")", PRIMARY, type);
    }
    return choice(new Expr.Choice(operands.get(0), operands.get(1), operands.get(2), type));
  }

  /** Prints {@code -a * b} for {@code -(a * b)}, which is the same number. */
  private static Text minus(Text operand) {
    boolean isProduct = operand.precedence == InfixOperators.precedence("*");
    String text = isProduct ? operand.text : operand.in(UNARY);
    return text.startsWith("-")
        ? new Text("-(" + text + ")", UNARY, operand.type)
        : new Text("-" + text, isProduct ? operand.precedence : UNARY, operand.type);
  }

  private List<String> arguments(Op.Syntax.Static method, List<Expr> operands) {
    if (method.widens()) {
      return operands.stream().map(this::converted).toList();
    } else if (TWO_ALIKE.contains(method.method())) {
      Pair pair = alike(operands.get(0), operands.get(1));
      return List.of(pair.left.text(), pair.right.text());
    }
    return operands.stream().map(this::exact).toList();
  }

  private Text infix(String token, List<Expr> operands, Type type) {
    int precedence = InfixOperators.precedence(token);
    boolean isShift = token.contains("<<") || token.contains(">>");
    Pair pair =
        isShift
            ? new Pair(text(operands.get(0)), text(operands.get(1)))
            : alike(operands.get(0), operands.get(1));
    String right = pair.right.in(precedence + 1);
    if (right.startsWith("-") && (token.equals("-") || token.equals("+"))) {
      right = "(" + right + ")";
    }
    return new Text(pair.left.in(precedence) + " " + token + " " + right, precedence, type);
  }

  private record Pair(Text left, Text right) {}

  /** Prints two operands of one type, of which Java converts one to the type of the other. */
  private Pair alike(Expr left, Expr right) {
    Text exactLeft = text(left);
    Text exactRight = text(right);
    if (!left.type().isScalar() || left.type() == Type.BOOLEAN) {
      return new Pair(exactLeft, exactRight);
    }
    Text loosenedLeft = loosened(left);
    Text loosenedRight = loosened(right);
    Text looseLeft = loosenedLeft == null ? exactLeft : loosenedLeft;
    Text looseRight = loosenedRight == null ? exactRight : loosenedRight;
    boolean mayLoosenLeft = looseLeft.type() != left.type();
    boolean mayLoosenRight = looseRight.type() != right.type();
    if (mayLoosenLeft && mayLoosenRight) {
      boolean bothPromoted = left.type() == Type.INT;
      boolean isLeftLiteral = left instanceof Expr.Literal;
      boolean loosenLeft = bothPromoted || (!isLeftLiteral && right instanceof Expr.Literal);
      return new Pair(
          loosenLeft ? looseLeft : exactLeft,
          loosenLeft && !bothPromoted ? exactRight : looseRight);
    }
    return new Pair(looseLeft, looseRight);
  }

  private Text not(Expr condition) {
    if (condition instanceof Expr.Literal literal) {
      return new Text(literal.is(true) ? "false" : "true", PRIMARY, Type.BOOLEAN);
    } else if (condition instanceof Expr.Not not) {
      return text(not.operand());
    } else if (condition instanceof Expr.Computed computed
        && computed.step() instanceof Step.Apply apply) {
      String opposite = InfixOperators.negated(apply);
      if (!opposite.isEmpty()) {
        return infix(opposite, computed.operands(), Type.BOOLEAN);
      } else if (apply.operation() == Operations.NOT) {
        return text(computed.operands().get(0));
      }
    }
    return new Text("!" + text(condition).in(UNARY), UNARY, Type.BOOLEAN);
  }

  private Text choice(Expr.Choice choice) {
    if (choice.type() == Type.BOOLEAN) {
      Text logical = logical(choice);
      if (logical != null) {
        return logical;
      }
    }
    Pair arms = alike(choice.then(), choice.otherwise());
    String text =
        text(choice.condition()).in(CONDITIONAL + 1)
            + " ? "
            + (areBoxed(arms) ? cast(arms.left, choice.type()) : arms.left.in(CONDITIONAL + 1))
            + " : "
            + arms.right.in(CONDITIONAL);
    return new Text(text, CONDITIONAL, choice.type());
  }

  /** Whether Java would make numbers of one type of two objects, and an object of that. */
  private static boolean areBoxed(Pair arms) {
    return !arms.left.type.equals(arms.right.type)
        && Type.Scalar.isBox(arms.left.type)
        && Type.Scalar.isBox(arms.right.type);
  }

  private static String cast(Text operand, Type type) {
    return "(" + TypeText.of(type) + ") " + operand.in(UNARY);
  }

  /** Prints a choice with a literal arm as {@code &&} or {@code ||}; null if it has none. */
  private @Nullable Text logical(Expr.Choice choice) {
    Boolean then = truth(choice.then());
    Boolean otherwise = truth(choice.otherwise());
    Boolean literal = then != null ? then : otherwise;
    if (literal == null) {
      return null;
    }
    boolean isNegated = then != null ? !literal : literal;
    Text condition = isNegated ? not(choice.condition()) : text(choice.condition());
    if (then != null && otherwise != null && !then.equals(otherwise)) {
      return condition;
    }
    boolean isOr = literal;
    Expr rest = then != null ? choice.otherwise() : choice.then();
    int precedence = isOr ? InfixOperators.OR : InfixOperators.AND;
    String text = condition.in(precedence) + (isOr ? " || " : " && ") + text(rest).in(precedence);
    return new Text(text, precedence, Type.BOOLEAN);
  }

  private static @Nullable Boolean truth(Expr expression) {
    return expression instanceof Expr.Literal literal ? (Boolean) literal.value() : null;
  }
}
