package cotangent.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Derivatives by fields are those by the parameters of a static method that does the same. */
class FieldDerivativesTest {
  private static final String OUTER = "corpus.FieldDerivatives";
  private static final List<String> OWNERS = List.of("Model", "Curve", "Row", "Stage");

  /** The classes below owners whose methods run. */
  private static final Map<String, String> BELOW = Map.of("Stage", "LowerStage");

  private final Random random = new Random(7);

  @TestFactory
  Stream<DynamicTest> agreesWithItsTwin() {
    Compilation compilation = compilation();
    assertEquals("", compilation.diagnostics());
    Class<?> twins = compilation.load(OUTER + "$Twins");
    Class<?> twinsGrad = compilation.load(OUTER + "_TwinsGrad");
    return Arrays.stream(twins.getDeclaredMethods())
        .filter(twin -> !twin.isSynthetic())
        .flatMap(twin -> tests(compilation, twin, twinsGrad));
  }

  private static Compilation compilation() {
    CorpusFile file = CorpusFile.read("FieldDerivatives");
    return Compilation.of(Map.of(OUTER, file.text()), Compilation.processors().toList());
  }

  private Stream<DynamicTest> tests(Compilation compilation, Method twin, Class<?> twinsGrad) {
    Class<?> owner =
        OWNERS.stream()
            .map(name -> compilation.load(OUTER + "$" + name))
            .filter(type -> declares(type, twin.getName()))
            .findFirst()
            .orElseThrow();
    Class<?> companion = compilation.load(OUTER + "_" + owner.getSimpleName() + "Grad");
    assertEquals(shapes(twinsGrad, twin.getName()), shapes(companion, twin.getName()));
    return Arrays.stream(twinsGrad.getMethods())
        .filter(derivative -> derivative.getName().startsWith(twin.getName()))
        .map(
            derivative ->
                DynamicTest.dynamicTest(
                    derivative.getName() + " of " + derivative.getParameterCount(),
                    () -> compare(twin, derivative, made(compilation, owner), companion)));
  }

  private static Class<?> made(Compilation compilation, Class<?> owner) {
    String name = owner.getSimpleName();
    return compilation.load(OUTER + "$" + BELOW.getOrDefault(name, name));
  }

  private static boolean declares(Class<?> type, String method) {
    return Arrays.stream(type.getDeclaredMethods()).anyMatch(m -> m.getName().equals(method));
  }

  /** What a companion offers for a method, but for the parameters that differ. */
  private static List<String> shapes(Class<?> companion, String method) {
    return Arrays.stream(companion.getMethods())
        .filter(each -> each.getName().startsWith(method))
        .map(each -> each.getName() + " " + takesWorkspace(each))
        .sorted()
        .toList();
  }

  private static boolean takesWorkspace(Method method) {
    return method.getParameterCount() > 0
        && method.getParameterTypes()[0].getSimpleName().equals("Workspace");
  }

  private void compare(Method twin, Method derivative, Class<?> owner, Class<?> companion)
      throws ReflectiveOperationException {
    derivative.setAccessible(true);
    for (int seed = 0; seed < 3; seed++) {
      Map<String, Object> values = new LinkedHashMap<>();
      Object[] arguments = DrawnArguments.of(twin, given(twin), seed);
      for (int i = 0; i < arguments.length; i++) {
        values.put(twin.getParameters()[i].getName(), arguments[i]);
      }
      addExtra(twin, derivative, values);
      Map<String, Object> left = copies(values);
      Object expected = derivative.invoke(null, passed(derivative, left));

      Map<String, Object> leftByObject = copies(values);
      leftByObject.put("self", object(owner, leftByObject));
      Method ofObject = counterpart(derivative, companion);
      Object found = ofObject.invoke(null, passed(ofObject, leftByObject));
      assertAgree(expected, found);
      left.forEach((name, value) -> assertAgree(value, leftByObject.get(name)));
    }
  }

  /** What can't be chosen freely. */
  private static String given(Method twin) {
    return Arrays.stream(twin.getParameters()).anyMatch(p -> p.getName().equals("constant"))
        ? "constant = 1.5"
        : "";
  }

  /** Makes seeds, tangents, and arrays to add into: each is shaped like what it belongs to. */
  private void addExtra(Method twin, Method derivative, Map<String, Object> values)
      throws ReflectiveOperationException {
    for (Parameter parameter : derivative.getParameters()) {
      String name = parameter.getName();
      if (name.equals("workspace")) {
        values.put(name, new cotangent.Workspace());
      } else if (name.equals("seed")) {
        twin.setAccessible(true);
        Object value = twin.invoke(null, passed(twin, copies(values)));
        values.put(name, Leaves.map(value, random::nextDouble));
      } else if (!values.containsKey(name)) {
        String of = name.startsWith("seed") ? decapitalised(name.substring(4)) : name.substring(1);
        values.put(name, Leaves.map(values.get(of), random::nextDouble));
      }
    }
  }

  private static String decapitalised(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static Map<String, Object> copies(Map<String, Object> values) {
    Map<String, Object> copies = new LinkedHashMap<>();
    values.forEach((name, value) -> copies.put(name, Leaves.copy(value)));
    return copies;
  }

  private static Object[] passed(Method method, Map<String, Object> values) {
    return Arrays.stream(method.getParameters()).map(p -> values.get(p.getName())).toArray();
  }

  private static Object object(Class<?> owner, Map<String, Object> values)
      throws ReflectiveOperationException {
    if (owner.isRecord()) {
      Stream<RecordComponent> components = Arrays.stream(owner.getRecordComponents());
      return Leaves.construct(owner, components.map(c -> values.get(c.getName())).toArray());
    }
    var constructor = owner.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object object = constructor.newInstance();
    for (Class<?> type = owner; type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (values.containsKey(field.getName())) {
          field.setAccessible(true);
          field.set(object, values.get(field.getName()));
        }
      }
    }
    return object;
  }

  private static Method counterpart(Method derivative, Class<?> companion) {
    List<Method> found =
        Arrays.stream(companion.getMethods())
            .filter(each -> each.getName().equals(derivative.getName()))
            .filter(each -> takesWorkspace(each) == takesWorkspace(derivative))
            .toList();
    assertEquals(1, found.size(), found::toString);
    found.get(0).setAccessible(true);
    assertTrue(Modifier.isStatic(found.get(0).getModifiers()));
    return found.get(0);
  }

  private static void assertAgree(Object expected, Object found) {
    if (expected instanceof Record && expected.getClass() != found.getClass()) {
      for (RecordComponent component : expected.getClass().getRecordComponents()) {
        assertAgree(
            Leaves.component(expected, component.getName()),
            Leaves.component(found, component.getName()));
      }
      assertEquals(
          expected.getClass().getRecordComponents().length,
          found.getClass().getRecordComponents().length);
    } else if (!(expected instanceof cotangent.Workspace)) {
      assertTrue(Leaves.sameShape(expected, found));
      assertArrayEquals(Leaves.of(expected), Leaves.of(found), 1e-13);
    }
  }
}
