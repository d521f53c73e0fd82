package cotangent.processor.shape;

import cotangent.processor.graph.Agreement;
import cotangent.processor.graph.Agreement.Form;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that has a size, with the values by which it is held.
 *
 * @param index its place among all of which an agreement speaks
 */
record Held(Agreement.Subject subject, int index, List<Value> leaves, Facts facts) {

  boolean isNumber() {
    return subject.form() == Form.NUMBER;
  }

  /** Whether it is written as a number. */
  boolean isLiteral() {
    return isNumber() && subject.text().matches("\\d+");
  }

  /** Whether it is null, and fits anywhere. */
  boolean isNull() {
    return facts.isNull(leaves.get(leaves.size() - 1));
  }

  /** Notes that there is no such thing. */
  void spoil() {
    facts.spoil(leaves.get(leaves.size() - 1));
  }

  boolean isSpoiled() {
    return facts.isSpoiled(leaves.get(leaves.size() - 1));
  }

  /** Tells of the product that gave it its size; null where none did. */
  @Nullable String origin() {
    return facts.origin(leaves.get(leaves.size() - 1));
  }

  void putOrigin(String origin) {
    facts.putOrigin(leaves.get(leaves.size() - 1), origin);
  }

  /** Returns what it should measure. */
  List<String> expressions() {
    return Arrays.stream(subject.shape().split(",", -1)).map(String::strip).toList();
  }

  /** Returns what it measures. */
  List<Size> sizes() {
    return switch (subject.form()) {
      case NUMBER -> List.of(facts.size(leaves.get(0)));
      case MATRIX -> List.of(facts.size(leaves.get(0)), facts.size(leaves.get(1)));
      case MATRICES ->
          List.of(
              facts.dimensions(leaves.get(0)).get(0),
              facts.element(leaves.get(0)),
              facts.element(leaves.get(1)));
      default -> facts.dimensions(leaves.get(0));
    };
  }

  /** Returns the whole numbers that an array is known to hold. */
  Stream<Size> elements() {
    Value array = leaves.get(0);
    return array.type().rank() == 1 && array.type().leaf() == Type.INT
        ? facts.stored().elements(array).stream()
        : Stream.of();
  }

  /** Notes what it measures. */
  void put(List<Size> sizes) {
    if (subject.form() == Form.MATRIX) {
      facts.put(leaves.get(0), sizes.get(0));
      facts.put(leaves.get(1), sizes.get(1));
      facts.put(leaves.get(2), List.of(sizes.get(0).times(sizes.get(1))));
    } else if (subject.form() == Form.MATRICES) {
      Size count = sizes.get(0);
      facts.put(leaves.get(0), List.of(count));
      facts.put(leaves.get(1), List.of(count));
      facts.put(leaves.get(2), List.of(count, sizes.get(1).times(sizes.get(2))));
      facts.putElement(leaves.get(0), sizes.get(1));
      facts.putElement(leaves.get(1), sizes.get(2));
    } else if (!isNumber()) {
      facts.put(leaves.get(0), sizes);
    }
  }

  /**
   * Notes what an operation made it. Where it is held by what was there before, as the rows of an
   * operand are, that has to be so, but on this path only: other arms may ask for other sizes.
   */
  void give(List<Size> sizes, Path path, Object home) {
    List<Size> elements = List.of(sizes.stream().reduce(Size.of(1), Size::times));
    for (int i = 0; i < leaves.size(); i++) {
      Value leaf = leaves.get(i);
      boolean isNumber = leaf.type() == Type.INT;
      List<Size> given =
          isNumber ? List.of(sizes.get(i)) : subject.form() == Form.MATRIX ? elements : sizes;
      if (!facts.isMadeIn(home, leaf)) {
        path.agree(isNumber ? List.of(facts.size(leaf)) : facts.dimensions(leaf), given);
      } else if (isNumber) {
        facts.put(leaf, given.get(0));
      } else {
        facts.put(leaf, given);
      }
    }
  }

  /** Notes what it measures in each element of an array. */
  void putEach(List<Size> sizes) {
    Value last = leaves.get(leaves.size() - 1);
    if (isNumber()) {
      facts.putElement(last, sizes.get(0));
      return;
    }
    List<Size> all = new ArrayList<>(List.of(facts.dimensions(last).get(0)));
    if (subject.form() == Form.MATRIX) {
      facts.putElement(leaves.get(0), sizes.get(0));
      facts.putElement(leaves.get(1), sizes.get(1));
      all.add(sizes.get(0).times(sizes.get(1)));
    } else {
      all.addAll(sizes);
    }
    if (all.size() == last.type().rank()) {
      facts.put(last, List.copyOf(all));
    }
  }

  /** Returns sizes as one shape, with sums and products in parentheses. */
  static String shape(List<String> sizes) {
    return sizes.size() == 1
        ? sizes.get(0)
        : sizes.stream()
            .map(size -> size.contains(" ") ? "(" + size + ")" : size)
            .collect(Collectors.joining(" × "));
  }

  /** Says how large it is. */
  String described(Path path) {
    List<String> now = sizes().stream().map(path::resolved).map(Size::toString).toList();
    List<String> declared = sizes().stream().map(path::declared).map(Size::toString).toList();
    String size = shape(now);
    String besides =
        now.equals(declared) || declared.contains("?") ? "" : " (" + shape(declared) + ")";
    return switch (subject.form()) {
      case NUMBER -> subject.text() + " is " + size + besides;
      case VECTOR ->
          subject.text() + " has " + size + (size.equals("1") ? " element" : " elements") + besides;
      default ->
          now.size() == 1
              ? subject.text() + " has length " + size + besides
              : subject.text() + " is " + size + besides;
    };
  }
}
