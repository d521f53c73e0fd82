package cotangent.verify.declared;

import cotangent.Dimensions;
import cotangent.verify.check.Input;
import cotangent.verify.check.Leaves;
import cotangent.verify.check.Races;
import cotangent.verify.check.Subject;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * An annotated method of a loaded class.
 *
 * @param overload 1 for the first annotated method of its name in the class
 */
public record Annotated(Method method, Declared declared, int overload) {

  /** Finds the annotated methods of a class, in the order of the source. */
  public static List<Annotated> in(Class<?> type) {
    List<Annotated> all = new ArrayList<>();
    Map<String, Integer> overloads = new HashMap<>();
    for (Declared declared : ClassFile.of(type).members()) {
      if (declared.asked() != null) {
        int overload = overloads.merge(declared.name(), 1, Integer::sum);
        all.add(new Annotated(method(type, declared), declared, overload));
      }
    }
    return all;
  }

  private static Method method(Class<?> type, Declared declared) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(declared.name()))
        .filter(method -> descriptor(method).equals(declared.descriptor()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no method " + declared + " in " + type));
  }

  private static String descriptor(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .toMethodDescriptorString();
  }

  /** The name of the class that is generated beside a class. */
  public static String companionOf(Class<?> type) {
    String name = type.getName();
    int dot = name.lastIndexOf('.') + 1;
    return name.substring(0, dot) + name.substring(dot).replace('$', '_') + "Grad";
  }

  /** How the method is named in reports. */
  public String display() {
    return declared.name() + (overload > 1 ? " " + overload : "");
  }

  /** The derivatives that are asked for. */
  public Set<String> derivatives() {
    List<String> asked = Objects.requireNonNull(declared.asked()).derivatives();
    Class<?> result = method.getReturnType();
    boolean isScalar = result == double.class || result == float.class;
    Set<String> derivatives = new TreeSet<>(asked);
    if (asked.isEmpty()) {
      derivatives.add(isScalar ? "GRADIENT" : "VJP");
    } else if (asked.contains("GRADIENT_SUM")) {
      derivatives.add("GRADIENT"); // of which a sum is made
    }
    return derivatives;
  }

  /**
   * Returns the method with its companion.
   *
   * @throws IllegalStateException if the class file doesn't tell enough
   */
  public Subject subject(Class<?> companion) {
    requireSizes();
    List<String> names = new ArrayList<>();
    if (!Modifier.isStatic(method.getModifiers())) {
      names.add("self");
    }
    for (int i = 0; i < method.getParameterCount(); i++) {
      names.add(name(i));
    }
    return new Subject(
        method,
        method,
        companion,
        derivatives(),
        names,
        inputs(),
        declared.body().single(),
        Ways.stops(method),
        Ways.rounds(method),
        new Races(Ways.strays(method, companion)));
  }

  /** A size may be a whole number that is passed too; which one, only names of parameters tell. */
  private void requireSizes() {
    Set<String> sizes = new TreeSet<>();
    boolean mayBePassed = false;
    for (int i = 0; i < method.getParameterCount(); i++) {
      Declared.Parameter parameter = declared.parameters().get(i);
      Dimensions shape = parameter.hint().shape();
      for (int dimension = 0; shape != null && dimension < shape.rank(); dimension++) {
        sizes.addAll(shape.names(dimension));
      }
      mayBePassed |= parameter.name().isEmpty() && method.getParameterTypes()[i] == int.class;
    }
    if (mayBePassed && !sizes.isEmpty()) {
      throw new IllegalStateException(
          "the class file does not name its parameters, one of which may be the size "
              + String.join(" or ", sizes)
              + ": compile with -g or -parameters");
    }
  }

  /** The names of the parameters, made up where the class file doesn't tell. */
  public String name(int parameter) {
    String name = declared.parameters().get(parameter).name();
    return name.isEmpty() ? "arg" + parameter : name;
  }

  private List<Input> inputs() {
    List<String> wrt = Objects.requireNonNull(declared.asked()).wrt();
    List<String> missing = new ArrayList<>(wrt);
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    int offset = isStatic ? 0 : 1;
    List<Input> parameters = new ArrayList<>();
    for (int i = 0; i < method.getParameterCount(); i++) {
      missing.remove(name(i));
      if (Leaves.differentiable(method.getGenericParameterTypes()[i])
          && (wrt.isEmpty() || wrt.contains(name(i)))) {
        parameters.add(new Input(name(i), i + offset, null));
      }
    }
    List<Input> inputs = new ArrayList<>();
    if (!isStatic) {
      for (Field field : fields(method.getDeclaringClass()).values()) {
        if (missing.remove(field.getName())) {
          field.setAccessible(true);
          inputs.add(new Input(field.getName(), 0, field));
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "the class file does not name its parameters, among them "
              + missing
              + ": compile with -g or -parameters");
    }
    inputs.addAll(parameters);
    return inputs;
  }

  /** The fields of objects by their names, those of superclasses first, unless they are hidden. */
  private static Map<String, Field> fields(Class<?> type) {
    Map<String, Field> fields = new LinkedHashMap<>();
    if (type.getSuperclass() != null) {
      fields.putAll(fields(type.getSuperclass()));
    }
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
        fields.put(field.getName(), field);
      }
    }
    return fields;
  }
}
