package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/** Copies of lists that come from outside, into which the method puts what it computes. */
class OutsideCopies {
  static final class Rate {
    double value;

    Rate(double value) {
      this.value = value;
    }

    void raise(double by) {
      value += by;
    }
  }

  private static final List<Double> RATES = new ArrayList<>(List.of(1.5, 0.25, -2.0));
  private static final List<Rate> OBJECTS = List.of(new Rate(1.25), new Rate(0.5));
  private static final List<String> WORDS = List.of("one", "four", "seven");

  @Differentiable
  static double replaced(double x, double y) {
    List<Double> rates = new ArrayList<>(RATES);
    rates.set(0, x * y);
    rates.add(y);
    double sum = 0;
    for (double rate : rates) {
      sum = sum * x + rate;
    }
    return sum;
  }

  @Differentiable
  static double added(double x) {
    List<Double> rates = new ArrayList<>(List.of(x));
    rates.addAll(RATES);
    rates.addAll(Set.of(4.0));
    rates.removeIf(rate -> rate < 0);
    double sum = 0;
    for (double rate : rates) {
      sum = sum * x + rate;
    }
    return sum;
  }

  /** Constants stay constants. */
  @Differentiable
  static double words(double x) {
    List<String> words = new ArrayList<>(WORDS);
    words.addAll(WORDS);
    words.remove("four");
    double sum = 0;
    for (String word : words) {
      sum = sum * x + word.length();
    }
    return sum;
  }

  /** Objects of the method beside constant ones. */
  @Differentiable
  static double objects(double x) {
    List<Rate> rates = new ArrayList<>(OBJECTS);
    Rate made = new Rate(x * x);
    rates.set(0, made);
    rates.add(made);
    made.raise(x);
    double sum = 0;
    for (Rate rate : rates) {
      sum = sum * 0.5 + rate.value * x;
    }
    return sum;
  }

  /** Functions that depend on numbers go over what isn't looked into. */
  @Differentiable
  static double chosen(double x) {
    List<String> words = new ArrayList<>(WORDS);
    words.removeIf(word -> word.length() > 4 + x);
    words.replaceAll(word -> x > 0 ? word + "s" : word);
    String longest = Collections.max(words, (a, b) -> a.length() - b.length());
    return x * longest.length() + words.size() * x * x;
  }

  static final class Plain {
    final double value;

    Plain(double value) {
      this.value = value;
    }
  }

  /** The text of what has none of its own isn't the same in two runs. */
  @Differentiable
  static double told(double x) {
    Plain plain = new Plain(x * x);
    DoubleUnaryOperator f = v -> v * plain.value;
    String text = plain + " and " + f;
    if (text.isEmpty()) {
      throw new IllegalStateException("nothing of " + plain);
    }
    return f.applyAsDouble(x);
  }
}
