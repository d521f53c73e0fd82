package cotangent.processor.emit.print;

import static cotangent.processor.emit.java.InfixOperators.PRIMARY;
import static cotangent.processor.emit.java.InfixOperators.UNARY;

import cotangent.processor.emit.code.Expr;
import cotangent.processor.emit.java.InfixOperators;
import cotangent.processor.emit.java.TypeText;
import cotangent.processor.emit.members.CompanionMembers;
import cotangent.processor.emit.members.PrivateMethods;
import cotangent.processor.emit.print.ExpressionPrinter.Text;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.CamelCase;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints what isn't an operation: calls, and what is done with arrays and tapes. */
final class CallPrinter {
  private static final Type OBJECT = new Type.Reference("java.lang.Object");
  private static final Type NOTHING = new Type.Reference("void");

  private final ExpressionPrinter expressions;
  private final PrivateMethods functions;
  private final CompanionMembers members;

  CallPrinter(ExpressionPrinter expressions, PrivateMethods functions, CompanionMembers members) {
    this.functions = functions;
    this.expressions = expressions;
    this.members = members;
  }

  Text text(Expr.Computed computed) {
    Type type = computed.type();
    List<Expr> operands = computed.operands();
    Step step = computed.step();
    if (step instanceof Step.Read) {
      String index = expressions.converted(operands.get(1));
      return primary(first(operands) + "[" + index + "]", type);
    } else if (step instanceof Step.NewArray) {
      return new Text(newArray(type, operands), UNARY, type);
    } else if (step instanceof Step.ZerosLike) {
      return zerosLike(type, operands.get(0));
    } else if (step instanceof Step.Clone) {
      return primary(first(operands) + ".clone()", type);
    } else if (step instanceof Step.Pop) {
      return pop(first(operands), type);
    }
    return call((Step.Call) step, operands);
  }

  private static Text primary(String text, Type type) {
    return new Text(text, PRIMARY, type);
  }

  private String first(List<Expr> operands) {
    return expressions.primary(operands.get(0));
  }

  private String newArray(Type type, List<Expr> lengths) {
    StringBuilder text = new StringBuilder("new " + TypeText.of(TypeText.reifiable(type.leaf())));
    lengths.forEach(length -> text.append('[').append(expressions.converted(length)).append(']'));
    return text.append("[]".repeat(type.rank() - lengths.size())).toString();
  }

  private Text zerosLike(Type type, Expr array) {
    members.needsZerosLike(type);
    return primary(CompanionMembers.ZEROS_LIKE + "(" + expressions.exact(array) + ")", type);
  }

  private static Text pop(String tape, Type type) {
    String call = tape + popped(type);
    boolean isNarrow = type.isIntegral() && type != Type.INT && type != Type.LONG;
    boolean isReference = !type.isScalar() && !type.equals(OBJECT);
    return isNarrow || isReference
        ? new Text("(" + TypeText.of(type) + ") " + call, UNARY, type)
        : primary(call, type);
  }

  /** Returns the call that takes a value of a type from a tape. */
  static String popped(Type type) {
    if (!type.isScalar()) {
      return ".popReference()";
    }
    boolean isNarrow = type.isIntegral() && type != Type.LONG;
    String kind = isNarrow ? "int" : type.toString();
    return ".pop" + CamelCase.capital(kind) + "()";
  }

  Text call(Step.Call call, List<Expr> operands) {
    Type type = call.results().isEmpty() ? NOTHING : call.results().get(0).type();
    if (call.callee() instanceof Callee.Function function) {
      return primary(functions.nameOf(function.name()) + arguments(operands), type);
    } else if (call.callee() instanceof Callee.Member member) {
      return member(member, operands, type);
    }
    throw new IllegalStateException("not resolved: " + call.callee());
  }

  private String arguments(List<Expr> operands) {
    return operands.stream().map(this::argument).collect(Collectors.joining(", ", "(", ")"));
  }

  private String argument(Expr operand) {
    boolean isNull = operand instanceof Expr.Literal literal && literal.value() == null;
    return isNull ? "(" + TypeText.of(operand.type()) + ") null" : expressions.exact(operand);
  }

  /** Prints arguments with the types that the program sees them as, where these matter. */
  private String arguments(List<Expr> operands, List<Type> seen) {
    if (seen.isEmpty()) {
      return arguments(operands);
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      Expr operand = operands.get(i);
      texts.add(isSeen(operand, seen.get(i)) ? argument(operand) : cast(operand, seen.get(i)));
    }
    return "(" + String.join(", ", texts) + ")";
  }

  private static boolean isSeen(Expr operand, Type type) {
    return operand.type().isScalar() && type.isScalar()
        || TypeText.erased(operand.type()).equals(TypeText.erased(type));
  }

  private String cast(Expr operand, Type type) {
    return "(" + TypeText.of(type) + ") " + expressions.text(operand).in(UNARY);
  }

  private String receiver(List<Expr> operands, List<Type> seen) {
    return seen.isEmpty() || isSeen(operands.get(0), seen.get(0))
        ? first(operands)
        : "(" + cast(operands.get(0), seen.get(0)) + ")";
  }

  private Text member(Callee.Member member, List<Expr> operands, Type type) {
    if (!member.accessible()) {
      List<Type> types = operands.stream().map(Expr::type).toList();
      String name = members.hidden().method(member, types, type);
      return primary(name + arguments(operands), type);
    }
    boolean isOfClass = !member.owner().isEmpty() && member.kind() != Callee.Member.Kind.CAST;
    String owner = isOfClass ? TypeText.of(member.owner()) : "";
    List<Type> seen = member.signature();
    return switch (member.kind()) {
      case STATIC_METHOD -> {
        String qualifier = owner.isEmpty() ? "" : owner + ".";
        yield primary(qualifier + member.name() + arguments(operands, seen), type);
      }
      case METHOD, COMPONENT -> {
        List<Expr> rest = operands.subList(1, operands.size());
        List<Type> restSeen = seen.isEmpty() ? seen : seen.subList(1, seen.size());
        String typed = isGiven(member) ? "<" + TypeText.of(type) + ">" : "";
        String receiver = receiver(operands, seen);
        yield primary(receiver + "." + typed + member.name() + arguments(rest, restSeen), type);
      }
      case STATIC_FIELD -> primary(owner + "." + member.name(), type);
      case FIELD -> primary(receiver(operands, seen) + "." + member.name(), type);
      case NEW -> {
        boolean isGeneric = type.toString().startsWith(member.owner() + "<");
        boolean isNamed = isGeneric && !type.toString().contains("?");
        String made = isNamed ? TypeText.of(type) : isGeneric ? owner + "<>" : owner;
        yield new Text("new " + made + arguments(operands, seen), UNARY, type);
      }
      case CAST ->
          operands.get(0) instanceof Expr.Local local && local.type().equals(type)
              ? expressions.text(local)
              : new Text(cast(operands.get(0), type), UNARY, type);
      case CONCATENATION -> concatenation(operands, type);
    };
  }

  /** Whether a method gives an object as whatever type it is asked for. */
  private static boolean isGiven(Callee.Member member) {
    return member.owner().equals("cotangent.Transcript") && member.name().equals("nextReference");
  }

  private Text concatenation(List<Expr> operands, Type type) {
    int precedence = InfixOperators.precedence("+");
    boolean beginsWithText =
        operands.stream().limit(2).anyMatch(operand -> operand.type().equals(Type.STRING));
    String text =
        operands.stream()
            .map(operand -> expressions.text(operand).in(precedence + 1))
            .collect(Collectors.joining(" + "));
    return new Text(beginsWithText ? text : "\"\" + " + text, precedence, type);
  }
}
