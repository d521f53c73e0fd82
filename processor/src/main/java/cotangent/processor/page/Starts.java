package cotangent.processor.page;

import cotangent.processor.graph.Sized;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code @Shape} and {@code @Between} say about the numbers that a page starts with, by the
 * names of inputs; components are named after their records.
 */
public record Starts(Map<String, String> shapes, Map<String, List<Double>> ranges) {
  public Starts {
    shapes = Map.copyOf(shapes);
    ranges = Map.copyOf(ranges);
  }

  /** Gathers what is known of the inputs of a method. */
  public static Starts of(List<Sized> sizes, Map<String, double[]> ranges) {
    Map<String, String> shapes = new HashMap<>();
    sizes.forEach(sized -> collect("", sized, shapes));
    Map<String, List<Double>> finite = new HashMap<>();
    ranges.forEach(
        (name, range) -> {
          if (Arrays.stream(range).allMatch(Double::isFinite)) {
            finite.put(name, Arrays.stream(range).boxed().toList());
          }
        });
    return new Starts(shapes, finite);
  }

  private static void collect(String path, Sized sized, Map<String, String> shapes) {
    if (sized instanceof Sized.Array array) {
      shapes.put(path + array.name(), array.shape());
    } else if (sized instanceof Sized.Composite composite) {
      composite.components().forEach(each -> collect(path + composite.name() + ".", each, shapes));
    } else if (sized instanceof Sized.Field field) {
      collect(path, field.content(), shapes);
    }
  }
}
