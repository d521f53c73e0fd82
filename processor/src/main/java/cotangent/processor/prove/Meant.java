package cotangent.processor.prove;

import cotangent.processor.graph.Sized;
import java.util.List;
import java.util.Map;

/**
 * What a method is meant for, as {@code @Shape} and {@code @Between} say: where points are drawn.
 *
 * @param sizes of its inputs
 * @param ranges of numbers, by the names of inputs; components are named after their records
 */
public record Meant(List<Sized> sizes, Map<String, double[]> ranges) {
  public static final Meant FOR_ANYTHING = new Meant(List.of(), Map.of());

  public Meant {
    sizes = List.copyOf(sizes);
    ranges = Map.copyOf(ranges);
  }
}
