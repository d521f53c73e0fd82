package cotangent.verify.draw;

import cotangent.verify.declared.ClassFile;
import cotangent.verify.declared.Declared;
import cotangent.verify.declared.Hint;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes objects: records and others through their constructors, lists of what they hold. */
final class DrawnObjects {
  private static final int ELEMENTS = 3;

  /** So often a constructor may refuse what was drawn. */
  private static final int ATTEMPTS = 20;

  /** What makes objects of a class, in the order in which it is tried. */
  private static final ClassValue<List<Executable>> MAKERS =
      new ClassValue<>() {
        @Override
        protected List<Executable> computeValue(Class<?> type) {
          return makers(type);
        }
      };

  private final Draw draw;

  /** What was refused, by how many constructors were called before, when the same was drawn. */
  private final Map<Integer, Throwable> refusals;

  private int calls;

  DrawnObjects(Draw draw, Map<Integer, Throwable> refusals) {
    this.draw = draw;
    this.refusals = refusals;
  }

  /** Returns a value of a type with arguments. */
  Object generic(ParameterizedType type, Hint hint) {
    Class<?> raw = (Class<?>) type.getRawType();
    if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
      List<@Nullable Object> list = new ArrayList<>();
      for (int i = 0; i < ELEMENTS; i++) {
        list.add(draw.value(bound(type.getActualTypeArguments()[0]), "", hint));
      }
      return Collections.unmodifiableList(list);
    }
    return draw.with(type, () -> make(raw));
  }

  /** Returns an array of lists of a type. */
  List<?>[] lists(ParameterizedType type, Hint hint) {
    List<?>[] lists = new List<?>[ELEMENTS];
    Arrays.setAll(lists, i -> (List<?>) generic(type, hint));
    return lists;
  }

  /** Returns what a wildcard is at least. */
  static Type bound(Type type) {
    return type instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : type;
  }

  /** What a field of an object holds. */
  static @Nullable Object field(Object object, Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(object);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  Object make(Class<?> type) {
    if (type.isAssignableFrom(String.class)) {
      return draw.random().nextBoolean() ? "left" : "right";
    } else if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[draw.random().nextInt(constants.length)];
    } else if (type == Random.class) {
      return new Random(draw.random().nextLong());
    } else if (type.isSealed()) {
      return permitted(type);
    } else if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
      throw new Undrawable(
          "nobody knows which "
              + type.getName()
              + " is meant: give one with at(...), or verify the method in a test");
    } else if (type.getName().startsWith("java.")) {
      throw new Undrawable("nobody knows how to make a " + type.getName());
    }
    return draw.inside(() -> construct(type));
  }

  /** Makes one of the permitted classes: far inside, of those that hold the fewest objects. */
  private Object permitted(Class<?> type) {
    List<Class<?>> classes = new ArrayList<>(List.of(type.getPermittedSubclasses()));
    Collections.shuffle(classes, draw.random());
    if (draw.isFarInside()) {
      classes.sort(Comparator.comparing(DrawnObjects::held));
    }
    Undrawable last = new Undrawable("nothing is permitted to be a " + type.getName());
    for (Class<?> each : classes) {
      try {
        return make(each);
      } catch (Undrawable failed) {
        last = failed;
      }
    }
    throw last;
  }

  /** How many objects those of a class hold, other than numbers and the like. */
  private static long held(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .filter(field -> !field.getType().isPrimitive())
        .count();
  }

  /**
   * Makes an object by a constructor, or where all are private, by a static method of the class: by
   * what gives objects as they are meant to be.
   */
  private Object construct(Class<?> type) {
    Undrawable last = new Undrawable("there is no constructor of " + type.getName());
    for (Executable maker : MAKERS.get(type)) {
      try {
        return construct(type, maker);
      } catch (Undrawable failed) {
        last = failed;
      }
    }
    throw last;
  }

  private static List<Executable> makers(Class<?> type) {
    List<Executable> makers = new ArrayList<>(Arrays.asList(type.getDeclaredConstructors()));
    for (Method method : type.getDeclaredMethods()) {
      boolean isStatic = Modifier.isStatic(method.getModifiers());
      if (isStatic
          && method.getReturnType() == type
          && !Modifier.isPrivate(method.getModifiers())) {
        makers.add(method);
      }
    }
    makers.removeIf(Executable::isSynthetic);
    makers.sort(
        Comparator.comparing((Executable each) -> Modifier.isPrivate(each.getModifiers()))
            .thenComparing(each -> each instanceof Method)
            .thenComparing(each -> !Modifier.isPublic(each.getModifiers()))
            .thenComparing(each -> -each.getParameterCount())
            .thenComparing(Executable::toString));
    return makers;
  }

  private Object construct(Class<?> type, Executable maker) {
    Declared declared = declared(type, maker);
    Throwable refused = null;
    for (int i = 0; i < ATTEMPTS; i++) {
      Object[] values = draw.values(maker.getGenericParameterTypes(), declared).toArray();
      int call = calls++;
      refused = refusals.get(call);
      if (refused != null) {
        continue;
      }
      try {
        return made(type, maker, values);
      } catch (InvocationTargetException e) {
        refused = e.getCause();
        refusals.put(call, refused);
      }
    }
    throw new Undrawable("the constructor of " + type.getName() + " ends in " + refused);
  }

  private static Object made(Class<?> type, Executable maker, Object[] values)
      throws InvocationTargetException {
    try {
      maker.setAccessible(true);
      Object made =
          maker instanceof Method method
              ? method.invoke(null, values)
              : ((Constructor<?>) maker).newInstance(values);
      if (made == null) {
        throw new Undrawable(maker.getName() + " of " + type.getName() + " gives null");
      }
      return made;
    } catch (IllegalAccessException | InstantiationException e) {
      throw new Undrawable("nobody may call the constructor of " + type.getName());
    }
  }

  /** What is said of the parameters, which for records and fields of that name stands there. */
  private static @Nullable Declared declared(Class<?> type, Executable maker) {
    ClassFile file = ClassFile.of(type);
    boolean isMethod = maker instanceof Method;
    String descriptor =
        MethodType.methodType(isMethod ? type : void.class, maker.getParameterTypes())
            .toMethodDescriptorString();
    Declared declared = file.member(isMethod ? maker.getName() : "<init>", descriptor).orElse(null);
    if (declared == null) {
      return null;
    }
    List<Declared.Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < declared.parameters().size(); i++) {
      Declared.Parameter parameter = declared.parameters().get(i);
      String name =
          type.isRecord() && i < type.getRecordComponents().length
              ? type.getRecordComponents()[i].getName()
              : parameter.name();
      Hint hint = parameter.hint().or(file.fields().getOrDefault(name, Hint.NONE));
      parameters.add(new Declared.Parameter(name, hint));
    }
    return declared.with(parameters);
  }
}
