package cotangent.verify.declared;

import cotangent.Dimensions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @Shape} and {@code @Between} say of one parameter, field or result.
 *
 * @param shape its dimensions, null where nothing is said
 * @param range two numbers, empty where nothing is said
 */
public record Hint(@Nullable Dimensions shape, List<Double> range) {
  public static final Hint NONE = new Hint(null, List.of());

  public Hint {
    range = List.copyOf(range);
  }

  Hint withShape(String text) {
    return new Hint(Dimensions.of(text), range);
  }

  Hint withRange(List<Double> ends) {
    return new Hint(shape, ends);
  }

  /** Takes what another one says where this one says nothing. */
  public Hint or(Hint other) {
    return new Hint(shape == null ? other.shape : shape, range.isEmpty() ? other.range : range);
  }
}
