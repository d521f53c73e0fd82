package cotangent.verify.check;

import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Checks that derivatives are added to what the arrays given hold already. */
final class Adding {
  private final Scene scene;
  private final Subject subject;
  private final Tally tally;

  Adding(Scene scene, Tally tally) {
    this.scene = scene;
    this.subject = scene.subject();
    this.tally = tally;
  }

  void check(double[] gradient) {
    Random random = new Random(3);
    @Nullable Object[] inputs = scene.inputs(scene.arguments());
    List<@Nullable Object> into = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      if (isAddedTo(i)) {
        into.add(Leaves.map(inputs[i], random::nextDouble));
      }
    }
    if (into.isEmpty()) {
      return;
    }
    String method = subject.name() + "GradAddTo";
    Outcome outcome = subject.callGenerated("GradAddTo", scene.fresh(into.toArray()));
    if (outcome.failure() != null) {
      throw new Wrong(method, "ends in " + outcome.failure());
    } else if (outcome.value() == null) {
      throw new Wrong(method, "gives null");
    }
    int own = scene.arguments().length;
    @Nullable Object[] after =
        Arrays.copyOfRange(outcome.arguments(), own, outcome.arguments().length);
    if (!Same.same(scene.expected().value(), Guarantees.component(outcome.value(), 0))) {
      throw new Wrong(method, "gives another value than the original");
    } else if (!Same.same(scene.expected().arguments(), Arrays.copyOf(outcome.arguments(), own))) {
      throw new Wrong(method, "leaves the arguments otherwise than the original");
    }
    compare(method, gradient, into, after, outcome.value());
  }

  /** Whether a derivative is added to an array; that of one that is null is null as well. */
  private boolean isAddedTo(int input) {
    Input by = subject.inputs().get(input);
    int offset = Modifier.isStatic(subject.original().getModifiers()) ? 0 : 1;
    Class<?> type =
        by.field() == null
            ? subject.original().getParameterTypes()[by.position() - offset]
            : by.field().getType();
    return type.isArray() && !isOfRecords(type) || type == Vector.class || type == Matrix.class;
  }

  /** Derivatives by arrays of records or lists are made anew, as those by records are. */
  private static boolean isOfRecords(Class<?> type) {
    return type.isArray()
        ? isOfRecords(type.getComponentType())
        : type.isRecord() || type == List.class;
  }

  private void compare(
      String method,
      double[] gradient,
      List<@Nullable Object> into,
      @Nullable Object[] after,
      @Nullable Object record) {
    List<String> names = scene.names("d");
    int next = 0;
    int array = 0;
    for (int i = 0; i < subject.inputs().size(); i++) {
      Object component = Guarantees.component(record, 1 + i);
      double[] added = Leaves.of(component);
      double[] before = new double[added.length];
      if (isAddedTo(i)) {
        if (component != after[array]) {
          String name = subject.inputs().get(i).name();
          throw new Wrong(method, "d" + name, "is not the array that was given");
        }
        before = Leaves.of(into.get(array++));
      }
      for (int j = 0; j < added.length; j++, next++) {
        double size = 1 + Math.abs(gradient[next]);
        String sum = before[j] + " + " + gradient[next];
        tally.near(method, names.get(next), before[j] + gradient[next], added[j], size, sum);
      }
    }
  }
}
