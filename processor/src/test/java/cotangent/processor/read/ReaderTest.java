package cotangent.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.Evaluator;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.GraphText;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Primal;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the graphs that were read from programs, and holds them against the programs themselves. */
class ReaderTest {
  private static final int RUNS = 12;

  @TestFactory
  Stream<DynamicTest> expressions() {
    return methods("Expressions");
  }

  @TestFactory
  Stream<DynamicTest> loops() {
    return methods("Loops");
  }

  @TestFactory
  Stream<DynamicTest> jumps() {
    return methods("Jumps");
  }

  @TestFactory
  Stream<DynamicTest> arrays() {
    return methods("Arrays");
  }

  @TestFactory
  Stream<DynamicTest> calls() {
    return methods("Calls");
  }

  @TestFactory
  Stream<DynamicTest> records() {
    return methods("Records");
  }

  @TestFactory
  Stream<DynamicTest> switches() {
    return methods("Switches");
  }

  private static Stream<DynamicTest> methods(String file) {
    ReadProgram program = ReadProgram.of(file, source(file));
    assertThat(program.javacErrors()).isEmpty();
    assertThat(program.messages()).isEmpty();
    List<DynamicTest> tests = new ArrayList<>();
    for (String className : program.classNames()) {
      for (Primal primal : program.primals(className)) {
        tests.add(
            DynamicTest.dynamicTest(
                className + "." + primal.method().name(), () -> check(program, className, primal)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  private static String source(String file) {
    try (InputStream in = ReaderTest.class.getResourceAsStream("/read/" + file + ".java")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void check(ReadProgram program, String className, Primal primal) throws Exception {
    GraphCheck.check(primal.method().graph());
    Method original = original(program.load(className), primal);
    for (int seed = 0; seed < RUNS; seed++) {
      String expected = run(original, seed);
      String found = run(program, primal, original, seed);
      assertThat(found).as(() -> GraphText.print(primal.method().graph())).isEqualTo(expected);
    }
  }

  private static Method original(Class<?> owner, Primal primal) {
    Method[] named =
        Arrays.stream(owner.getDeclaredMethods())
            .filter(method -> method.getName().equals(primal.method().name()))
            .filter(
                method ->
                    method.getParameterCount() + (isStatic(method) ? 0 : 1)
                        == primal.method().inputs().size())
            .toArray(Method[]::new);
    assertThat(named).hasSize(1);
    named[0].setAccessible(true);
    return named[0];
  }

  private static boolean isStatic(Method method) {
    return Modifier.isStatic(method.getModifiers());
  }

  private static List<Object> arguments(Method method, int seed) {
    Values values = new Values(seed);
    List<Object> arguments = new ArrayList<>();
    if (!isStatic(method)) {
      arguments.add(values.of(method.getDeclaringClass()));
    }
    for (Class<?> type : method.getParameterTypes()) {
      arguments.add(values.of(type));
    }
    return arguments;
  }

  private static String run(Method original, int seed) throws IllegalAccessException {
    List<Object> arguments = arguments(original, seed);
    Object self = isStatic(original) ? null : arguments.get(0);
    List<Object> passed = isStatic(original) ? arguments : arguments.subList(1, arguments.size());
    try {
      Object result = original.invoke(self, passed.toArray());
      boolean split = Values.isSplit(original.getReturnType());
      List<Object> results =
          original.getReturnType() == void.class ? List.of() : Values.leaves(result, split);
      return Values.bits(results) + leaves(arguments).stream().map(Values::bits).toList();
    } catch (InvocationTargetException e) {
      return failure(e.getCause());
    }
  }

  private static String run(ReadProgram program, Primal primal, Method original, int seed) {
    List<Object> leaves = leaves(arguments(original, seed));
    List<Object> given = new ArrayList<>();
    Iterator<Object> next = leaves.iterator();
    primal.method().inputs().forEach(input -> give(input, next, given));
    assertThat(next.hasNext()).isFalse();
    try {
      List<Object> results =
          new ArrayList<>(
              Evaluator.run(primal.method().graph(), given, new LoadedMembers(program)));
      return Values.bits(Collections.unmodifiableList(results))
          + leaves.stream().map(Values::bits).toList();
    } catch (AssertionError e) {
      throw e;
    } catch (Throwable e) {
      return failure(e);
    }
  }

  /** Adds the leaves of an input; records that may be null are there. */
  private static void give(Port input, Iterator<Object> leaves, List<Object> given) {
    if (input instanceof Port.Composite record) {
      if (record.isRecordOrNull()) {
        given.add(true);
      }
      record.own().forEach(component -> give(component, leaves, given));
    } else {
      input.leaves().forEach(leaf -> given.add(leaves.next()));
    }
  }

  private static List<Object> leaves(List<Object> arguments) {
    List<Object> leaves = new ArrayList<>();
    arguments.forEach(
        argument -> leaves.addAll(Values.leaves(argument, Values.isSplit(argument.getClass()))));
    return leaves;
  }

  private static String failure(Throwable thrown) {
    return thrown instanceof NullPointerException
            || thrown instanceof NegativeArraySizeException
            || thrown instanceof ArrayIndexOutOfBoundsException
        ? thrown.getClass().getName()
        : thrown.toString();
  }
}
