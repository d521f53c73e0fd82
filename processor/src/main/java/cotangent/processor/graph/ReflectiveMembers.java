package cotangent.processor.graph;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls public members of public classes by reflection. */
final class ReflectiveMembers implements Members {

  @Override
  public @Nullable Object call(Callee.Member member, List<@Nullable Object> operands) {
    try {
      return switch (member.kind()) {
        case CONCATENATION -> operands.stream().map(String::valueOf).collect(Collectors.joining());
        case CAST -> JavaTypes.classNamed(member.owner()).cast(operands.get(0));
        case STATIC_FIELD -> JavaTypes.classNamed(member.owner()).getField(member.name()).get(null);
        case FIELD -> field(member.name(), Objects.requireNonNull(operands.get(0)));
        case NEW -> construct(JavaTypes.classNamed(member.owner()), operands);
        case STATIC_METHOD ->
            invoke(JavaTypes.classNamed(member.owner()), member.name(), null, operands);
        case METHOD, COMPONENT ->
            invoke(
                JavaTypes.classNamed(member.owner()),
                member.name(),
                Objects.requireNonNull(operands.get(0)),
                operands.subList(1, operands.size()));
      };
    } catch (InvocationTargetException e) {
      throw Unchecked.<RuntimeException>thrown(Objects.requireNonNull(e.getCause()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Object field(String name, Object self) throws ReflectiveOperationException {
    return self.getClass().isArray() && name.equals("length")
        ? Array.getLength(self)
        : self.getClass().getField(name).get(self);
  }

  private static Object construct(Class<?> owner, List<@Nullable Object> arguments)
      throws ReflectiveOperationException {
    Constructor<?> constructor = find(Arrays.stream(owner.getConstructors()), arguments, owner);
    return constructor.newInstance(arguments.toArray());
  }

  private static @Nullable Object invoke(
      Class<?> owner, String name, @Nullable Object self, List<@Nullable Object> arguments)
      throws ReflectiveOperationException {
    Stream<Method> named =
        Arrays.stream(owner.getMethods()).filter(method -> method.getName().equals(name));
    return find(named, arguments, name).invoke(self, arguments.toArray());
  }

  /** Finds one that takes the arguments as they are boxed, or else one that widens them. */
  private static <T extends Executable> T find(
      Stream<T> candidates, List<@Nullable Object> arguments, Object name) {
    List<T> all =
        candidates.sorted(Comparator.comparingLong(ReflectiveMembers::references)).toList();
    Predicate<T> exact = candidate -> fits(candidate, arguments, false);
    Predicate<T> widening = candidate -> fits(candidate, arguments, true);
    return Stream.concat(all.stream().filter(exact), all.stream().filter(widening))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + name + " takes " + arguments));
  }

  private static long references(Executable candidate) {
    return Arrays.stream(candidate.getParameterTypes()).filter(type -> !type.isPrimitive()).count();
  }

  private static boolean fits(
      Executable candidate, List<@Nullable Object> arguments, boolean widening) {
    Class<?>[] parameters = candidate.getParameterTypes();
    if (parameters.length != arguments.size()) {
      return false;
    }
    for (int i = 0; i < parameters.length; i++) {
      Object argument = arguments.get(i);
      boolean fits =
          parameters[i].isPrimitive()
              ? argument != null && fits(parameters[i], argument, widening)
              : argument == null || parameters[i].isInstance(argument);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(Class<?> primitive, Object argument, boolean widening) {
    Object array = Array.newInstance(primitive, 1);
    try {
      Array.set(array, 0, argument);
      return widening || Array.get(array, 0).getClass() == argument.getClass();
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }
}
