package cotangent.processor.prove;

import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What derivative methods are given beside the arguments of the original, in order. */
final class ExtraArguments {
  private final Face face;
  private final Point point;

  ExtraArguments(Face face, Point point) {
    this.face = face;
    this.point = point;
  }

  /** Arrays of zeros for the derivatives by arrays. */
  List<@Nullable Object> zeros() {
    List<@Nullable Object> zeros = new ArrayList<>();
    Iterator<@Nullable Object> by =
        point.shapedLikeInputs(new double[point.direction().length]).iterator();
    for (int index : face.primal().wrt()) {
      Port input = face.primal().method().inputs().get(index);
      for (Port.Leaf leaf : input.leaves().toList()) {
        @Nullable Object zero = leaf.type().isDifferentiable() ? by.next() : null;
        if (input.isTensor() || input instanceof Port.Leaf && leaf.type().isArray()) {
          zeros.add(zero);
        }
      }
    }
    return zeros;
  }

  /** The direction, shaped like the inputs. */
  List<@Nullable Object> tangents() {
    List<@Nullable Object> tangents = new ArrayList<>();
    Iterator<@Nullable Object> by = point.shapedLikeInputs(point.direction()).iterator();
    for (int index : face.primal().wrt()) {
      for (Port.Leaf leaf : face.primal().method().inputs().get(index).leaves().toList()) {
        tangents.add(leaf.type().isDifferentiable() ? by.next() : null);
      }
    }
    return tangents;
  }

  /** The weights, shaped like the outputs. */
  List<@Nullable Object> seeds() {
    List<@Nullable Object> seeds = new ArrayList<>();
    Iterator<@Nullable Object> weights = point.shapedLikeResults(point.weights()).iterator();
    if (face.primal().method().outputs().isEmpty()) {
      weights.forEachRemaining(seeds::add);
    }
    Iterator<@Nullable Object> results = point.results().iterator();
    for (Port port : face.primal().method().outputs()) {
      for (Port.Leaf leaf : port.leaves().toList()) {
        @Nullable Object result = results.next();
        if (leaf.type().isDifferentiable()) {
          seeds.add(weights.next());
        } else if (port.isDifferentiable()) {
          seeds.add(result);
        }
      }
    }
    return seeds;
  }

  /** Returns the weighted sum of the rows of a Jacobian, whose parts are by one input each. */
  double[] weighted(Method jacobian, List<@Nullable Object> results) {
    List<@Nullable Object> by = point.shapedLikeInputs(point.direction());
    List<double[]> parts = parts(jacobian, results);
    double[] weights = point.weights();
    List<Double> sums = new ArrayList<>();
    for (int i = 0; i < by.size(); i++) {
      List<@Nullable Object> input = new ArrayList<>();
      input.add(by.get(i));
      int columns = Reals.of(input).length;
      double[] numbers = parts.get(i);
      if (numbers.length != columns * weights.length) {
        throw new Disproof("a Jacobian has " + numbers.length + " numbers");
      }
      for (int column = 0; column < columns; column++) {
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
          sum += weights[row] * numbers[row * columns + column];
        }
        sums.add(sum);
      }
    }
    return sums.stream().mapToDouble(sum -> sum).toArray();
  }

  /** Returns the numbers of each part of a Jacobian: of a tensor, those of all its leaves. */
  private List<double[]> parts(Method jacobian, List<@Nullable Object> results) {
    int values = face.primal().method().outputs().size();
    List<double[]> parts = new ArrayList<>();
    Iterator<@Nullable Object> leaves = results.iterator();
    jacobian.outputs().stream().skip(values).forEach(port -> parts(port, leaves, parts));
    return parts;
  }

  private static void parts(Port port, Iterator<@Nullable Object> leaves, List<double[]> parts) {
    if (port instanceof Port.Composite record && !record.isTensor()) {
      record.components().forEach(component -> parts(component, leaves, parts));
    } else {
      List<@Nullable Object> part = new ArrayList<>();
      port.leaves().forEach(leaf -> part.add(leaves.next()));
      parts.add(Reals.of(part));
    }
  }
}
