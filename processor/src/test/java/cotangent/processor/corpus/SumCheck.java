package cotangent.processor.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Checks the sum of values and gradients of one method: against its gradient, merged in any order,
 * after a journey through bytes, and with what it must refuse.
 */
final class SumCheck {
  private final Subject subject;
  private final Object[] arguments;
  private final Subject.Outcome expected;

  SumCheck(Subject subject, Object[] arguments, Subject.Outcome expected) {
    this.subject = subject;
    this.arguments = arguments;
    this.expected = expected;
  }

  void run() {
    Object sum = empty();
    if (expected.failure() != null) {
      Throwable failure = failure(sum, "add", arguments);
      require(
          new Subject.Outcome(null, failure, expected.arguments()).same(expected),
          "the sum failed with " + failure);
      require(call(sum, "count").equals(0L), "a call that failed was counted");
      return;
    }
    require(failure(sum, "total") instanceof IllegalStateException, "total of an empty sum");
    require(failure(sum, "mean") instanceof IllegalStateException, "mean of an empty sum");
    require(call(sum, "add", arguments) == sum, "add doesn't give the sum");
    Object gradient = subject.callGenerated("Grad", arguments).value();
    require(Leaves.sameShape(call(sum, "total"), gradient), "the total has another shape");
    expectTimes(1, gradient, call(sum, "total"));
    call(sum, "add", arguments);
    call(sum, "add", arguments);
    expectTimes(3, gradient, call(sum, "total"));
    expectTimes(1, gradient, call(sum, "mean"));
    Object before = Leaves.copy(call(sum, "total"));
    Object merged = call(call(empty(), "merge", sum), "merge", sum);
    expectTimes(6, gradient, call(merged, "total"));
    require(call(merged, "count").equals(6L), "counted " + call(merged, "count"));
    call(merged, "add", arguments);
    expectTimes(7, gradient, call(merged, "total"));
    require(Leaves.same(before, call(sum, "total")), "merge changed the other sum");
    require(Leaves.same(before, call(call(sum, "merge", empty()), "total")), "empty isn't neutral");
    expectAccessors(sum);
    if (isSerializable(before)) {
      Object again = sentThroughBytes(sum);
      require(Leaves.same(before, call(again, "total")), "bytes changed it");
      expectTimes(4, gradient, call(call(again, "add", arguments), "total"));
    }
    refusesOtherShapes(sum, before);
  }

  private Object empty() {
    try {
      Method begin =
          subject
              .companion()
              .getDeclaredMethod(subject.original().getName() + "Sum" + subject.records());
      begin.setAccessible(true);
      return begin.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private void expectTimes(int factor, Object gradient, Object total) {
    double[] one = Leaves.of(gradient);
    double[] all = Leaves.of(total);
    double precision = subject.single() ? 1e-5 : 1e-13;
    for (int i = 0; i < one.length; i++) {
      double wanted = factor * one[i];
      boolean near = Math.abs(wanted - all[i]) <= precision * Math.abs(wanted);
      boolean isSpecial =
          !Double.isFinite(wanted) && Double.isFinite(wanted) == Double.isFinite(all[i]);
      require(near || isSpecial, "the sum has " + all[i] + " instead of " + wanted);
    }
  }

  private void expectAccessors(Object sum) {
    Object total = call(sum, "total");
    for (var component : total.getClass().getRecordComponents()) {
      String name = component.getName();
      require(
          Leaves.same(Leaves.component(total, name), call(sum, name)), name + "() is another one");
    }
  }

  /** Another length of an array that is differentiated by is refused, and nothing is added. */
  private void refusesOtherShapes(Object sum, Object before) {
    for (int position : subject.positions()) {
      Object longer = longer(arguments[position]);
      if (longer != null) {
        Object[] wrong = arguments.clone();
        wrong[position] = longer;
        Throwable failure = failure(sum, "add", wrong);
        String name = subject.wrt().get(Arrays.binarySearch(subject.positions(), position));
        require(
            failure instanceof IllegalArgumentException
                && failure.getMessage().startsWith(name + " has length "),
            "another shape of " + name + " led to " + failure);
        require(Leaves.same(before, call(sum, "total")), "what was refused was added");
      }
    }
  }

  private static Object longer(Object value) {
    if (value == null || !value.getClass().isArray()) {
      return null;
    }
    int length = Array.getLength(value);
    Object longer = Array.newInstance(value.getClass().getComponentType(), length + 1);
    System.arraycopy(value, 0, longer, 0, length);
    return longer;
  }

  private static boolean isSerializable(Object total) {
    return Arrays.stream(total.getClass().getRecordComponents())
        .noneMatch(component -> component.getType().isRecord());
  }

  private static Object sentThroughBytes(Object sum) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(sum);
    } catch (NotSerializableException e) {
      throw new AssertionError("not serializable", e);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    try (ObjectInputStream in =
        new Loading(
            new ByteArrayInputStream(bytes.toByteArray()), sum.getClass().getClassLoader())) {
      return in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Reads objects of classes that were compiled in memory. */
  private static final class Loading extends ObjectInputStream {
    private final ClassLoader loader;

    Loading(InputStream in, ClassLoader loader) throws IOException {
      super(in);
      this.loader = loader;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass type) throws ClassNotFoundException {
      return Class.forName(type.getName(), false, loader);
    }
  }

  private static Object call(Object sum, String name, Object... given) {
    try {
      return invoke(sum, name, given);
    } catch (InvocationTargetException e) {
      throw new AssertionError(name + " failed", e.getCause());
    }
  }

  private static Throwable failure(Object sum, String name, Object... given) {
    try {
      Object result = invoke(sum, name, given);
      throw new AssertionError(name + " gave " + result);
    } catch (InvocationTargetException e) {
      return e.getCause();
    }
  }

  private static Object invoke(Object sum, String name, Object... given)
      throws InvocationTargetException {
    Method method =
        Arrays.stream(sum.getClass().getMethods())
            .filter(each -> each.getName().equals(name) && each.getParameterCount() == given.length)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + name));
    try {
      method.setAccessible(true);
      Object[] own = name.equals("merge") ? given : Leaves.copy(given);
      return method.invoke(sum, own);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise + " at " + Leaves.show(arguments));
    }
  }
}
