package cotangent.processor.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what doesn't fit, with both shapes. */
record Wording(AgreementNames names, Path path) {
  private static final Pattern LIMIT = Pattern.compile("(\\w+) (<=?) (\\w+)");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\w$\\p{L}]*");

  /** Says that an operation needs another size. */
  String clash(String operation, Held held, int dimension) {
    String expression = held.expressions().get(dimension);
    Held origin = origin(expression);
    if (origin == null || origin.index() == held.index()) {
      return held.described(path) + ": " + operation + " needs a square matrix" + product(held);
    }
    return (origin.isLiteral() ? "" : origin.described(path) + ", ")
        + held.described(path)
        + ": "
        + operation
        + " needs "
        + needed(held, dimension)
        + twins(origin, held, dimension)
        + product(origin)
        + product(held);
  }

  /** Says of a product which factors gave it its size: one of them may be what is wrong. */
  private static String product(Held held) {
    String origin = held.origin();
    return origin == null ? "" : "; " + held.subject().text() + " comes from " + origin;
  }

  /** Says which is which where two sizes have the same name. */
  private String twins(Held origin, Held held, int dimension) {
    Size size = names.size(held.expressions().get(dimension));
    Size needed = size == null ? Size.of(0) : path.resolved(size);
    Size given = path.resolved(held.sizes().get(dimension));
    String text = given.toString();
    if (given.equals(needed) || !text.equals(needed.toString())) {
      return "";
    }
    String two =
        "; the "
            + text
            + " of "
            + origin.subject().text()
            + " and that of "
            + held.subject().text()
            + " are two sizes";
    boolean isOfRecord = isOfObject(needed);
    return isOfRecord == isOfObject(given)
        ? two
        : two + ": the latter belongs to " + (isOfRecord ? "the method" : "its record");
  }

  private static boolean isOfObject(Size size) {
    return size.names().stream().anyMatch(Name::isOfObject);
  }

  private String needed(Held held, int dimension) {
    List<String> all = new ArrayList<>();
    boolean isWhole = true;
    for (String expression : held.expressions()) {
      Size size = names.size(expression);
      Held origin = origin(expression);
      isWhole &= size != null && (origin == null || origin.index() != held.index());
      all.add(size == null ? "?" : path.resolved(size).toString());
    }
    if (isWhole) {
      return Held.shape(all) + factors(held.expressions().get(dimension), all.get(dimension));
    }
    String number = all.get(dimension);
    String what = dimension == 0 ? " row" : " column";
    return number + what + (number.equals("1") ? "" : "s");
  }

  /** Says of a number what it is made of. */
  private String factors(String expression, String size) {
    boolean isMade = expression.contains(" ") && size.matches("\\d+");
    return isMade ? " (" + NAME.matcher(expression).replaceAll(m -> shown(m.group())) + ")" : "";
  }

  /** Says that something isn't as declared. */
  String notMet(Held held, int dimension, Size expected) {
    String expression = held.expressions().get(dimension);
    Held origin = origin(expression);
    boolean isPlain = origin == null || origin.index() == held.index() || origin.isLiteral();
    String why = isPlain ? "" : ", as " + Objects.requireNonNull(origin).described(path);
    return held.described(path)
        + ", but @Shape(\""
        + held.subject().shape()
        + "\") is "
        + (held.sizes().size() == 1
            ? path.resolved(expected)
            : Held.shape(
                held.expressions().stream()
                    .map(names::size)
                    .map(size -> size == null ? "?" : path.resolved(size).toString())
                    .toList()))
        + why
        + (why.isEmpty() ? "" : twins(Objects.requireNonNull(origin), held, dimension))
        + product(held);
  }

  /** Says that a comparison doesn't hold. */
  String outside(String operation, String limit) {
    Held first = names.asked().get(0);
    String described = first.isNumber() ? "" : first.described(path) + ": ";
    String of = described.contains("?") ? first.subject().text() + ": " : described;
    return of + operation + " needs " + bound(limit) + together(limit);
  }

  /** Says of a comparison that may hold by itself why it doesn't. */
  private String together(String limit) {
    if (names.isBroken(limit, path)) {
      return "";
    }
    List<String> two = names.excess(limit, path).names().stream().map(Name::toString).toList();
    return "; with what else is read, " + two.get(0) + " has to be " + two.get(1);
  }

  private String bound(String limit) {
    Matcher sides = LIMIT.matcher(limit);
    if (!sides.matches()) {
      throw new IllegalArgumentException(limit);
    }
    String one = sides.group(1);
    String other = sides.group(3);
    Held origin = origin(other);
    if (limit.startsWith("0 < ")) {
      return "at least one element";
    } else if (one.equals("0")) {
      return other + " >= 0, not " + shown(other);
    } else if (origin != null && origin.isNumber()) {
      return limit + ", not " + shown(one) + " " + sides.group(2) + " " + shown(other);
    }
    return one + " " + sides.group(2) + " " + shown(other) + ", not " + shown(one);
  }

  private String shown(String expression) {
    Size size = names.size(expression);
    return size == null ? expression : path.resolved(size).toString();
  }

  private @Nullable Held origin(String expression) {
    Matcher matcher = NAME.matcher(expression);
    return matcher.find() ? names.origin(matcher.group()) : null;
  }
}
