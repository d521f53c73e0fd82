package cotangent.processor.derive.offer;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.ArrayChecks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Lets a derivative refuse tangents that don't have the sizes of what they belong to, and seeds
 * that don't have those of the results: part by part, as the graph knows records and tensors.
 */
public final class GivenSizes {
  private final GraphBuilder b;

  private GivenSizes(GraphBuilder b) {
    this.b = b;
  }

  /** What is given, or what has to have its sizes: an input or output, and its leaves. */
  public record Sizable(String name, List<Value> leaves) {}

  /** Adds the check that one has the sizes of the other. */
  public static void write(GraphBuilder b, Port port, Sizable given, Sizable like) {
    new GivenSizes(b)
        .check(port, given.name, given.leaves.iterator(), like.name, like.leaves.iterator());
  }

  /** Returns steps with a check of seeds before the first that uses them, if that is possible. */
  public static List<Step> beforeUse(List<Step> steps, Set<Value> seeds, List<Step> check) {
    Set<Value> asked = new HashSet<>();
    check.forEach(step -> asked.addAll(step.operands()));
    int first = 0;
    while (first < steps.size() && !uses(steps.get(first), seeds)) {
      first++;
    }
    for (int i = first; i < steps.size(); i++) {
      if (steps.get(i).results().stream().anyMatch(asked::contains)) {
        first = i + 1;
      }
    }
    List<Step> all = new ArrayList<>(steps);
    all.addAll(first, check);
    return all;
  }

  private static boolean uses(Step step, Set<Value> values) {
    return step.operands().stream().anyMatch(values::contains)
        || step.regions().stream().anyMatch(region -> uses(region, values));
  }

  private static boolean uses(Region region, Set<Value> values) {
    return region.yields().stream().anyMatch(values::contains)
        || region.steps().stream().anyMatch(step -> uses(step, values));
  }

  private void check(
      Port port, String name, Iterator<Value> given, String like, Iterator<Value> others) {
    if (port.isTensor()) {
      Port.Composite tensor = (Port.Composite) port;
      ArrayChecks.same(b, name, sizes(tensor, given), like, sizes(tensor, others));
    } else if (port instanceof Port.Elements elements) {
      check(elements.element(), name + "[]", given, like + "[]", others);
    } else if (port instanceof Port.Composite record) {
      if (record.isRecordOrNull()) {
        Value one = given.next();
        Value other = others.next();
        if (one.type().rank() < 2) {
          ArrayChecks.there(b, name, one, like, other);
        }
      }
      for (Port part : record.own()) {
        check(part, name + "." + part.name(), given, like + "." + part.name(), others);
      }
    } else {
      Value one = given.next();
      Value other = others.next();
      if (one.type().isArray() && ((Port.Leaf) port).type().isDifferentiable()) {
        ArrayChecks.same(b, name, List.of(one), like, List.of(other));
      }
    }
  }

  /** Returns what the sizes of a tensor are known by: of many, how many there are too. */
  private static List<Value> sizes(Port.Composite tensor, Iterator<Value> leaves) {
    List<Value> sizes = new ArrayList<>();
    tensor.components().forEach(part -> sizes.add(leaves.next()));
    boolean isMatrix = sizes.size() > 1 && sizes.get(0).type().equals(Type.INT);
    return isMatrix ? sizes.subList(0, sizes.size() - 1) : sizes;
  }
}
