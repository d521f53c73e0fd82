package cotangent.processor.op;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names arrays that kernels return and that nobody named, after what went in: {@code wHidden} for
 * {@code w.times(hidden)}. Their derivatives are named by them.
 */
public final class KernelNames {
  private static final Set<String> PRODUCTS =
      Set.of("times", "transposedTimes", "product", "outer");
  private static final String ELEMENTS = "Values"; // the array of a tensor that was given
  private static final int LONGEST = 16;

  private KernelNames() {}

  /**
   * Names what kernels return, in a region and in those inside.
   *
   * @param names those that values will have instead of their own; what is found is added
   */
  public static void find(Region region, Map<Value, String> names) {
    for (Step step : region.steps()) {
      String kernel = TensorKernels.name(step);
      if (!kernel.isEmpty() && step.results().size() == 1) {
        Value result = step.results().get(0);
        String name = of(kernel, TensorKernels.arrays(step), names);
        if (result.name().equals(kernel) && !name.isEmpty()) {
          names.putIfAbsent(result, name);
        }
      }
      step.regions().forEach(inner -> find(inner, names));
    }
  }

  private static String of(String kernel, List<Value> arrays, Map<Value, String> names) {
    List<String> words =
        arrays.stream().map(array -> word(names.getOrDefault(array, array.name()))).toList();
    if (words.contains("")) {
      return "";
    }
    String name = "";
    if (PRODUCTS.contains(kernel)) {
      String second = words.get(1);
      name = words.get(0) + Character.toUpperCase(second.charAt(0)) + second.substring(1);
    } else if (kernel.equals("transposed")) {
      name = words.get(0) + "T";
    }
    return name.length() > LONGEST ? "" : name;
  }

  private static String word(String array) {
    return array.endsWith(ELEMENTS)
        ? array.substring(0, array.length() - ELEMENTS.length())
        : array;
  }

  /** Whether an array that a kernel returns has no name but what says where it comes from. */
  public static boolean isOnly(Step kernel, Value array) {
    String name = TensorKernels.name(kernel);
    return array.name().equals(name)
        || PRODUCTS.contains(name)
            && TensorKernels.arrays(kernel).stream()
                .map(factor -> word(factor.name()))
                .anyMatch(word -> !word.isEmpty() && isFirst(word, array.name()));
  }

  private static boolean isFirst(String word, String name) {
    return name.startsWith(word)
        && name.length() > word.length()
        && Character.isUpperCase(name.charAt(word.length()));
  }
}
