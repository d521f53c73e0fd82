package cotangent.processor.cost;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A whole number in terms of sizes: a sum of products of names, {@code 8 * n * k + 3}. */
public final class Amount {
  /** Puts products of more factors first. */
  private static final Comparator<List<String>> ORDER =
      Comparator.<List<String>>comparingInt(factors -> -factors.size())
          .thenComparing(factors -> String.join("*", factors));

  public static final Amount NOTHING = new Amount(Map.of());

  private final TreeMap<List<String>, Long> terms = new TreeMap<>(ORDER);

  private Amount(Map<List<String>, Long> terms) {
    terms.forEach(
        (factors, times) -> {
          if (times != 0) {
            this.terms.put(factors, times);
          }
        });
  }

  public static Amount of(long number) {
    return new Amount(Map.of(List.of(), number));
  }

  public static Amount of(String name) {
    return new Amount(Map.of(List.of(name), 1L));
  }

  public Amount plus(Amount other) {
    if (isNothing() || other.isNothing()) {
      return isNothing() ? other : this;
    }
    Map<List<String>, Long> sum = new TreeMap<>(ORDER);
    sum.putAll(terms);
    other.terms.forEach((factors, times) -> sum.merge(factors, times, Long::sum));
    return new Amount(sum);
  }

  public Amount minus(Amount other) {
    return plus(other.times(of(-1)));
  }

  /** Returns an amount that is at least as much as either of two. */
  public Amount atLeast(Amount other) {
    TreeMap<List<String>, Long> more = new TreeMap<>(ORDER);
    for (Amount each : List.of(this, other)) {
      each.terms.forEach((factors, times) -> more.merge(factors, Math.max(0, times), Math::max));
    }
    return new Amount(more);
  }

  public Amount times(Amount other) {
    Amount product = NOTHING;
    for (Map.Entry<List<String>, Long> mine : terms.entrySet()) {
      for (Map.Entry<List<String>, Long> its : other.terms.entrySet()) {
        List<String> factors = new ArrayList<>(mine.getKey());
        factors.addAll(its.getKey());
        Collections.sort(factors);
        product = product.plus(new Amount(Map.of(factors, mine.getValue() * its.getValue())));
      }
    }
    return product;
  }

  /** Returns the names that occur. */
  Set<String> names() {
    return terms.keySet().stream().flatMap(List::stream).collect(Collectors.toSet());
  }

  /**
   * Returns an amount that is at least as much, in terms of one name that is at least as much as
   * each of the others.
   *
   * @param kept the names that stay
   */
  Amount inTermsOf(String name, Set<String> kept) {
    Amount sum = NOTHING;
    for (Map.Entry<List<String>, Long> term : terms.entrySet()) {
      List<String> factors =
          term.getKey().stream().map(each -> kept.contains(each) ? each : name).sorted().toList();
      sum = sum.plus(new Amount(Map.of(factors, Math.max(0, term.getValue()))));
    }
    return sum;
  }

  /** Returns the terms with the most factors, which are most of it where sizes are large. */
  Amount leading() {
    int most = terms.keySet().stream().mapToInt(List::size).max().orElse(0);
    return new Amount(
        terms.entrySet().stream()
            .filter(term -> term.getKey().size() == most)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  public boolean isNothing() {
    return terms.isEmpty();
  }

  /** Returns how many terms it is the sum of. */
  public int length() {
    return terms.size();
  }

  /** Returns it as Java writes it. */
  @Override
  public String toString() {
    return text(factors -> String.join(" * ", factors));
  }

  /** Returns it with powers where a factor occurs several times: {@code 4 * n^3}. */
  String inPowers() {
    return text(
        factors ->
            factors.stream()
                .distinct()
                .map(
                    factor -> {
                      int power = Collections.frequency(factors, factor);
                      return power == 1 ? factor : factor + "^" + power;
                    })
                .collect(Collectors.joining(" * ")));
  }

  private String text(Function<List<String>, String> products) {
    StringBuilder text = new StringBuilder();
    terms.forEach(
        (factors, times) -> {
          String sign = text.length() == 0 ? (times < 0 ? "-" : "") : times < 0 ? " - " : " + ";
          text.append(sign);
          long size = Math.abs(times);
          boolean isCounted = size != 1 || factors.isEmpty();
          String product = products.apply(factors);
          text.append(isCounted ? Long.toString(size) : "");
          text.append(isCounted && !factors.isEmpty() ? " * " : "").append(product);
        });
    return text.length() == 0 ? "0" : text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Amount amount && terms.equals(amount.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }
}
