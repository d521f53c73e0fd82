package cotangent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link Shape} says: the one place that knows how it is written. Used by generated
 * code, by the compiler, and by whatever draws inputs.
 *
 * <pre>{@code
 * Dimensions.of("m, 2 * n").sizes(Map.of("n", 3));   // [null, 6]
 * }</pre>
 */
@SuppressWarnings("exports") // users don't have the annotations for null checks
public final class Dimensions {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:(\\d{1,9}(?!\\d))|([\\p{L}_$][\\w$\\p{L}]*)|([-+*]))\\s*");

  private final String text;
  private final List<Expression> expressions;

  private Dimensions(String text, List<Expression> expressions) {
    this.text = text;
    this.expressions = expressions;
  }

  /** A sum of products, each with a sign, of whole numbers and names. */
  private record Expression(String text, List<List<String>> products, List<Boolean> negative) {

    @Nullable Integer value(Map<String, Integer> sizes) {
      long sum = 0;
      for (int i = 0; i < products.size(); i++) {
        long product = negative.get(i) ? -1 : 1;
        for (String factor : products.get(i)) {
          boolean isNumber = Character.isDigit(factor.charAt(0));
          Integer size = isNumber ? Integer.valueOf(factor) : sizes.get(factor);
          if (size == null) {
            return null;
          }
          product *= size;
        }
        sum += product;
      }
      return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, sum));
    }

    boolean isName() {
      return products.size() == 1
          && products.get(0).size() == 1
          && !negative.get(0)
          && !Character.isDigit(products.get(0).get(0).charAt(0));
    }
  }

  /**
   * Reads a shape.
   *
   * @param shape what stands in the annotation
   * @return its dimensions
   * @throws IllegalArgumentException if it can't be read; the message says what was found in place
   *     of what
   */
  public static Dimensions of(String shape) {
    List<Expression> expressions = new ArrayList<>();
    for (String part : shape.split(",", -1)) {
      expressions.add(expression(part.strip()));
    }
    return new Dimensions(shape, List.copyOf(expressions));
  }

  private static Expression expression(String text) {
    List<List<String>> products = new ArrayList<>();
    List<Boolean> negative = new ArrayList<>();
    Matcher tokens = TOKEN.matcher(text);
    String operator = "+";
    boolean needsOperand = true;
    int at = 0;
    while (at < text.length()) {
      if (!tokens.find(at) || tokens.start() != at) {
        throw new IllegalArgumentException("\"" + text.charAt(at) + "\" has no meaning here");
      }
      String token = tokens.group().strip();
      boolean isOperand = tokens.group(3) == null;
      if (isOperand != needsOperand && !(at == 0 && token.equals("-"))) {
        String wanted = needsOperand ? "a name or a number" : "+, - or *";
        throw new IllegalArgumentException("\"" + token + "\" stands where " + wanted + " has to");
      }
      if (!isOperand) {
        operator = token;
      } else if (operator.equals("*")) {
        products.get(products.size() - 1).add(token);
      } else {
        products.add(new ArrayList<>(List.of(token)));
        negative.add(operator.equals("-"));
      }
      needsOperand = !isOperand;
      at = tokens.end();
    }
    if (needsOperand) {
      throw new IllegalArgumentException(
          text.isEmpty() ? "a dimension is empty" : "\"" + text + "\" ends too early");
    }
    return new Expression(text, products, negative);
  }

  /**
   * How many dimensions there are.
   *
   * @return the number of expressions
   */
  public int rank() {
    return expressions.size();
  }

  /**
   * Returns one expression as it is written.
   *
   * @param dimension which, counted from zero
   * @return its text
   */
  public String text(int dimension) {
    return expressions.get(dimension).text();
  }

  /**
   * Returns whether a dimension is just a name, which it then binds.
   *
   * @param dimension which, counted from zero
   * @return whether it binds
   */
  public boolean isName(int dimension) {
    return expressions.get(dimension).isName();
  }

  /**
   * Returns the names in one dimension.
   *
   * @param dimension which, counted from zero
   * @return them, in the order in which they occur
   */
  public Set<String> names(int dimension) {
    Set<String> names = new LinkedHashSet<>();
    for (List<String> product : expressions.get(dimension).products()) {
      product.stream().filter(factor -> !Character.isDigit(factor.charAt(0))).forEach(names::add);
    }
    return names;
  }

  /**
   * Computes the sizes.
   *
   * @param sizes the numbers that names stand for
   * @return one size for each dimension, null where a name is missing
   */
  public List<@Nullable Integer> sizes(Map<String, Integer> sizes) {
    List<@Nullable Integer> all = new ArrayList<>();
    expressions.forEach(expression -> all.add(expression.value(sizes)));
    return all;
  }

  /**
   * Returns the shape as it is written.
   *
   * @return what stands in the annotation
   */
  @Override
  public String toString() {
    return text;
  }
}
