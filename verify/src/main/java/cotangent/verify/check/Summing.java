package cotangent.verify.check;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks the class that adds up values and gradients: the sum of equal calls is a multiple of one.
 */
final class Summing {
  private final Scene scene;
  private final Subject subject;
  private final Tally tally;

  Summing(Scene scene, Tally tally) {
    this.scene = scene;
    this.subject = scene.subject();
    this.tally = tally;
  }

  void check() {
    Outcome one = subject.callGenerated("Grad", scene.fresh());
    Refused.check(one, scene.expected());
    Object gradient = one.value();
    Object three = sum(3);
    Object two = sum(2);
    expect(three, "total", gradient, 3);
    expect(three, "mean", gradient, 1);
    call(three, "merge", two);
    expect(three, "total", gradient, 5);
    expect(two, "total", gradient, 2);
    Object count = call(three, "count");
    if (!(count instanceof Number number && number.longValue() == 5)) {
      throw new Wrong(name(), "counts " + count + " calls instead of 5");
    }
  }

  private String name() {
    return subject.name() + "Sum";
  }

  private Object sum(int times) {
    Object sum = Objects.requireNonNull(call(null, subject.companion(), name()));
    for (int i = 0; i < times; i++) {
      call(sum, "add", scene.fresh());
    }
    return sum;
  }

  private void expect(Object sum, String what, @Nullable Object gradient, int times) {
    double[] one = Leaves.of(gradient);
    double[] got = Leaves.of(call(sum, what));
    List<String> names = Leaves.names(what + "()", gradient);
    if (got.length != one.length) {
      throw new Wrong(name(), what + "()", "has " + got.length + " numbers, not " + one.length);
    }
    for (int i = 0; i < got.length; i++) {
      String source = times + " times " + subject.name() + "Grad";
      tally.near(name(), names.get(i), times * one[i], got[i], Math.abs(times * one[i]), source);
    }
  }

  private @Nullable Object call(Object sum, String method, @Nullable Object... arguments) {
    return call(sum, sum.getClass(), method, arguments);
  }

  private @Nullable Object call(
      @Nullable Object on, Class<?> type, String method, @Nullable Object... arguments) {
    Method found =
        Arrays.stream(type.getDeclaredMethods())
            .filter(each -> each.getName().equals(method) && !each.isSynthetic())
            .filter(each -> each.getParameterCount() == arguments.length)
            .findFirst()
            .orElseThrow(() -> new Wrong(name(), "is not there: no method " + method));
    try {
      found.setAccessible(true);
      return found.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      throw new Wrong(name(), "ends in " + e.getCause() + " in " + method);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
