package cotangent.processor.op;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what steps compute as one formula, in Java's notation. */
final class Symbols {
  private static final int ATOM = 0;
  private static final int UNARY = 1;
  private static final int PRODUCT = 2;
  private static final int SUM = 3;
  private static final int LOOSE = 4;

  private final Map<Value, Text> texts = new HashMap<>();

  /** A formula, and how loosely its last operation binds. */
  private record Text(String text, int binding) {
    String within(int tightest) {
      return binding <= tightest ? text : "(" + text + ")";
    }
  }

  Value named(String name, Type type) {
    Value value = new Value(type, name);
    texts.put(value, new Text(name, ATOM));
    return value;
  }

  String text(Value value, List<Step> steps) {
    for (Step step : steps) {
      if (step instanceof Step.Constant constant) {
        texts.put(constant.result(), new Text(number(constant.value()), ATOM));
      } else {
        Step.Apply apply = (Step.Apply) step;
        List<Text> operands = apply.operands().stream().map(texts::get).toList();
        texts.put(apply.result(), written((Op) apply.operation(), operands));
      }
    }
    return texts.get(value).text;
  }

  /** Writes an operation on operands with names. */
  static String written(Op op, String... names) {
    return written(op, List.of(names).stream().map(name -> new Text(name, ATOM)).toList()).text;
  }

  private static String number(Object value) {
    String text = value.toString();
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static Text written(Op op, List<Text> x) {
    Op.Syntax syntax = op.syntax();
    if (syntax instanceof Op.Syntax.Infix infix) {
      int binding = binding(infix.token());
      String first = x.get(0).within(binding == LOOSE ? SUM : binding);
      String last = x.get(1).within(binding - 1);
      return new Text(first + " " + infix.token() + " " + last, binding);
    } else if (syntax instanceof Op.Syntax.Prefix prefix) {
      return new Text(prefix.token() + x.get(0).within(ATOM), UNARY);
    } else if (syntax instanceof Op.Syntax.Cast cast) {
      return new Text("(" + cast.type() + ") " + x.get(0).within(UNARY), UNARY);
    } else if (syntax instanceof Op.Syntax.Static method) {
      String arguments = x.stream().map(Text::text).collect(Collectors.joining(", "));
      return new Text(method.method() + "(" + arguments + ")", ATOM);
    } else if (syntax instanceof Op.Syntax.Length) {
      return new Text(x.get(0).within(ATOM) + ".length", ATOM);
    }
    return x.size() == 2
        ? new Text(x.get(0).text + " == 0 ? 0 : " + x.get(1).text, LOOSE)
        : new Text(x.get(0).text + " ? " + x.get(1).text + " : " + x.get(2).text, LOOSE);
  }

  private static int binding(String token) {
    return switch (token) {
      case "*", "/", "%" -> PRODUCT;
      case "+", "-" -> SUM;
      default -> LOOSE;
    };
  }
}
