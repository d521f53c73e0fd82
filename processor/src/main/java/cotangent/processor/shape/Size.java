package cotangent.processor.shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The size of something: a sum of products of names and whole numbers, so that {@code 2 * n + n}
 * and {@code 3 * n} are the same.
 */
final class Size {
  /** Longer sums aren't worth following. */
  private static final int LONGEST = 16;

  private static final Pattern TOKEN = Pattern.compile("\\d+|[\\p{L}_$][\\w$\\p{L}]*|[-+*]");

  /** The names of a product, sorted, with the number that it is multiplied by: never zero. */
  private final Map<List<Name>, Long> terms;

  private Size(Map<List<Name>, Long> terms) {
    this.terms = terms;
  }

  static Size of(long number) {
    return number == 0 ? new Size(Map.of()) : new Size(Map.of(List.of(), number));
  }

  static Size of(Name name) {
    return new Size(Map.of(List.of(name), 1L));
  }

  /** Reads an expression of a shape; null where a name is unknown. */
  static @Nullable Size of(String expression, Function<String, @Nullable Size> names) {
    Size sum = of(0);
    Size product = null;
    boolean isNegative = false;
    Matcher tokens = TOKEN.matcher(expression);
    while (tokens.find()) {
      String token = tokens.group();
      if (token.equals("+") || token.equals("-")) {
        sum = product == null ? sum : sum.plus(isNegative ? product.times(of(-1)) : product);
        product = null;
        isNegative = token.equals("-");
      } else if (!token.equals("*")) {
        boolean isNumber = Character.isDigit(token.charAt(0));
        Size factor = isNumber ? of(Long.parseLong(token)) : names.apply(token);
        if (factor == null) {
          return null;
        }
        product = product == null ? factor : product.times(factor);
      }
    }
    return product == null ? sum : sum.plus(isNegative ? product.times(of(-1)) : product);
  }

  Map<List<Name>, Long> terms() {
    return terms;
  }

  Size plus(Size other) {
    Map<List<Name>, Long> sum = new LinkedHashMap<>(terms);
    other.terms.forEach((names, factor) -> sum.merge(names, factor, Long::sum));
    sum.values().removeIf(factor -> factor == 0);
    return new Size(sum);
  }

  Size minus(Size other) {
    return plus(other.times(of(-1)));
  }

  Size times(Size other) {
    Map<List<Name>, Long> product = new LinkedHashMap<>();
    terms.forEach(
        (names, factor) ->
            other.terms.forEach(
                (others, times) -> {
                  List<Name> all =
                      Stream.concat(names.stream(), others.stream())
                          .sorted(Comparator.comparingInt(System::identityHashCode))
                          .toList();
                  product.merge(all, factor * times, Long::sum);
                }));
    product.values().removeIf(factor -> factor == 0);
    return new Size(product);
  }

  boolean isLong() {
    return terms.size() > LONGEST || terms.keySet().stream().anyMatch(each -> each.size() > 4);
  }

  /** Returns the number that it is; null where it isn't known. */
  @Nullable Long number() {
    return terms.isEmpty() ? Long.valueOf(0) : terms.size() == 1 ? terms.get(List.of()) : null;
  }

  List<Name> names() {
    return terms.keySet().stream().flatMap(List::stream).distinct().toList();
  }

  /** Puts sizes in place of names, where the function knows them. */
  Size with(Function<Name, @Nullable Size> sizes) {
    Size sum = of(0);
    for (Map.Entry<List<Name>, Long> term : terms.entrySet()) {
      Size product = of(term.getValue());
      for (Name name : term.getKey()) {
        Size known = sizes.apply(name);
        product = product.times(known == null ? of(name) : known);
      }
      sum = sum.plus(product);
    }
    return sum;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Size size && terms.equals(size.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }

  @Override
  public String toString() {
    List<String> positive = new ArrayList<>();
    StringBuilder negative = new StringBuilder();
    inOrder()
        .forEach(
            (names, factor) -> {
              String text = product(names, Math.abs(factor));
              if (factor > 0) {
                positive.add(text);
              } else {
                negative.append(" - ").append(text);
              }
            });
    String sum = String.join(" + ", positive) + negative;
    return terms.isEmpty() ? "0" : positive.isEmpty() ? sum.replaceFirst("^ - ", "-") : sum;
  }

  /** Returns the terms with the number last. */
  private Map<List<Name>, Long> inOrder() {
    Map<List<Name>, Long> all = new LinkedHashMap<>(terms);
    Long number = all.remove(List.<Name>of());
    if (number != null) {
      all.put(List.of(), number);
    }
    return all;
  }

  private static String product(List<Name> names, long factor) {
    List<String> factors = new ArrayList<>();
    if (factor != 1 || names.isEmpty()) {
      factors.add(String.valueOf(factor));
    }
    names.stream().map(Name::toString).sorted().forEach(factors::add);
    return String.join(" * ", factors);
  }
}
