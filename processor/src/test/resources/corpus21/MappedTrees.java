package corpus;

import cotangent.Differentiable;
import java.util.List;

/** Trees of sealed types that streams in the arms of a {@code switch} make anew. */
class MappedTrees {
  sealed interface Tree permits Leaf, Many {}

  record Leaf(double v) implements Tree {}

  record Many(List<Tree> kids) implements Tree {}

  static Tree twice(Tree t) {
    return switch (t) {
      case Leaf l -> new Leaf(2 * l.v());
      case Many m -> new Many(m.kids().stream().map(c -> twice(c)).toList());
    };
  }

  static Tree build(double x, int depth) {
    return depth <= 0
        ? new Leaf(x)
        : new Many(List.of(build(x * x, depth - 1), new Leaf(depth * x)));
  }

  static double sum(Tree t) {
    return switch (t) {
      case Leaf l -> l.v();
      case Many m -> m.kids().stream().mapToDouble(c -> x3(sum(c))).sum();
    };
  }

  static double x3(double v) {
    return v * v * v;
  }

  @Differentiable
  static double mappedTree(double x, int n) {
    return sum(twice(build(x, n & 3)));
  }
}
