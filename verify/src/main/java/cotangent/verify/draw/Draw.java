package cotangent.verify.draw;

import cotangent.Dimensions;
import cotangent.Sizes;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import cotangent.verify.declared.Annotated;
import cotangent.verify.declared.ClassFile;
import cotangent.verify.declared.Declared;
import cotangent.verify.declared.Hint;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Draws the arguments of one call: the same ones again for the same seed and plan. */
final class Draw {
  private static final int DEEP = 5;

  private final Plan plan;
  private final Random random;
  private final DrawnObjects objects;

  /** What the names in shapes stand for: in the call, or in the record that is being made. */
  private Map<String, Integer> sizes = new HashMap<>();

  /** Where the real numbers of one argument lie; the parts of an object share it. */
  private Plan.Range range;

  /** What type variables stand for in the object that is being made. */
  private Map<TypeVariable<?>, Type> arguments = Map.of();

  private int depth;

  private Draw(Plan plan, long seed, Map<Integer, Throwable> refusals) {
    this.plan = plan;
    this.random = new Random(seed);
    this.range = plan.range(0);
    this.objects = new DrawnObjects(this, refusals);
  }

  /**
   * The arguments of a method, the object first where there is one.
   *
   * @param refusals what constructors refused when these arguments were drawn before
   */
  static @Nullable Object[] arguments(
      Annotated annotated, Plan plan, long seed, Map<Integer, Throwable> refusals) {
    Draw draw = new Draw(plan, seed, refusals);
    var method = annotated.method();
    List<@Nullable Object> values = new ArrayList<>();
    if (!Modifier.isStatic(method.getModifiers())) {
      Object self = draw.objects.make(method.getDeclaringClass());
      draw.bindFields(self);
      values.add(self);
    }
    draw.bindNumbers(annotated.declared());
    values.addAll(draw.values(method.getGenericParameterTypes(), annotated.declared()));
    return values.toArray();
  }

  Random random() {
    return random;
  }

  /** Values for all parameters of a method or constructor. */
  List<@Nullable Object> values(Type[] types, @Nullable Declared declared) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      Declared.Parameter parameter =
          declared != null && i < declared.parameters().size()
              ? declared.parameters().get(i)
              : new Declared.Parameter("", Hint.NONE);
      if (depth == 0) {
        range = plan.range(i);
      }
      values.add(value(types[i], parameter.name(), parameter.hint()));
    }
    return values;
  }

  /** The fields of the object bind names for the whole call. */
  private void bindFields(Object self) {
    for (Class<?> type = self.getClass(); type != Object.class && type != Record.class; ) {
      for (Map.Entry<String, Hint> field : ClassFile.of(type).fields().entrySet()) {
        Dimensions shape = field.getValue().shape();
        for (int i = 0; shape != null && i < shape.rank(); i++) {
          int size = Sizes.of(DrawnObjects.field(self, type, field.getKey()), i);
          if (shape.isName(i) && size != Sizes.UNKNOWN) {
            sizes.putIfAbsent(shape.text(i), size);
          }
        }
      }
      type = java.util.Objects.requireNonNull(type.getSuperclass());
    }
  }

  /** Whole numbers whose name is a size are drawn before the arrays that have it. */
  private void bindNumbers(Declared declared) {
    for (Declared.Parameter parameter : declared.parameters()) {
      Dimensions shape = parameter.hint().shape();
      for (int i = 0; shape != null && i < shape.rank(); i++) {
        for (String name : shape.names(i)) {
          sizes.computeIfAbsent(name, n -> size(declared, n));
        }
      }
    }
  }

  private int size(Declared declared, String name) {
    for (Declared.Parameter parameter : declared.parameters()) {
      if (parameter.name().equals(name) && !parameter.hint().range().isEmpty()) {
        return whole(parameter.hint());
      }
    }
    return plan.named(random);
  }

  /** Whether an object is drawn that is held by another one, and that by another one again. */
  boolean isFarInside() {
    return depth > 1;
  }

  /** Draws within the names of a record or object of its own. */
  <T> T inside(Supplier<T> work) {
    Map<String, Integer> outer = sizes;
    sizes = new HashMap<>();
    depth++;
    try {
      if (depth > DEEP) {
        throw new Undrawable("objects would hold objects without end");
      }
      return work.get();
    } finally {
      depth--;
      sizes = outer;
    }
  }

  @Nullable Object value(Type type, String name, Hint hint) {
    if (type instanceof Class<?> plain) {
      return value(plain, name, hint);
    } else if (type instanceof ParameterizedType generic) {
      return objects.generic(generic, hint);
    } else if (type instanceof TypeVariable<?> variable) {
      return value(known(variable), name, hint);
    } else if (type instanceof GenericArrayType array
        && array.getGenericComponentType() instanceof ParameterizedType element
        && element.getRawType() == List.class) {
      return objects.lists(element, hint);
    } else if (type instanceof GenericArrayType array) {
      return innermost(array) instanceof ParameterizedType generic
          ? with(generic, () -> array(raw(array), hint))
          : array(raw(array), hint);
    }
    throw new Undrawable("nobody knows what " + type + " is");
  }

  /** Draws something in which the parameters of a class stand for its arguments. */
  <T> T with(ParameterizedType type, Supplier<T> work) {
    Map<TypeVariable<?>, Type> outer = arguments;
    Map<TypeVariable<?>, Type> own = new HashMap<>();
    TypeVariable<?>[] parameters = ((Class<?>) type.getRawType()).getTypeParameters();
    for (int i = 0; i < parameters.length; i++) {
      Type argument = DrawnObjects.bound(type.getActualTypeArguments()[i]);
      own.put(parameters[i], argument instanceof TypeVariable<?> given ? known(given) : argument);
    }
    arguments = own;
    try {
      return work.get();
    } finally {
      arguments = outer;
    }
  }

  private Type known(TypeVariable<?> variable) {
    return arguments.getOrDefault(variable, variable.getBounds()[0]);
  }

  private static Type innermost(GenericArrayType array) {
    return array.getGenericComponentType() instanceof GenericArrayType inner
        ? innermost(inner)
        : array.getGenericComponentType();
  }

  private Class<?> raw(Type type) {
    if (type instanceof GenericArrayType array) {
      return raw(array.getGenericComponentType()).arrayType();
    } else if (type instanceof ParameterizedType generic) {
      return raw(generic.getRawType());
    }
    return type instanceof TypeVariable<?> variable ? raw(known(variable)) : (Class<?>) type;
  }

  private @Nullable Object value(Class<?> type, String name, Hint hint) {
    if (type == double.class || type == Double.class) {
      return real(hint);
    } else if (type == float.class || type == Float.class) {
      return (float) real(hint);
    } else if (type == boolean.class || type == Boolean.class) {
      return random.nextBoolean();
    } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      Integer size = sizes.get(name);
      return boxed(size != null ? size : whole(hint), type);
    } else if (type == char.class || type == Character.class) {
      return (char) ('a' + random.nextInt(3));
    } else if (type.isArray()) {
      return array(type, hint);
    } else if (type == Vector.class) {
      return Vector.wrap((double[]) array(double[].class, hint));
    } else if (type == Matrix.class) {
      return matrix(hint, lengths(2, hint.shape()), 0);
    }
    return objects.make(type);
  }

  private static Object boxed(int number, Class<?> type) {
    if (type == long.class || type == Long.class) {
      return (long) number;
    } else if (type == short.class || type == Short.class) {
      return (short) number;
    } else if (type == byte.class || type == Byte.class) {
      return (byte) number;
    } else if (type == char.class) {
      return (char) ('a' + number);
    } else if (type == int.class || type == Integer.class) {
      return number;
    }
    throw new Undrawable("nobody knows how to make a " + type.getName());
  }

  private double real(Hint hint) {
    double low = hint.range().isEmpty() ? range.low() : hint.range().get(0);
    double high = hint.range().isEmpty() ? range.high() : hint.range().get(1);
    return low + (high - low) * random.nextDouble();
  }

  private int whole(Hint hint) {
    if (!hint.range().isEmpty()) {
      int low = (int) Math.ceil(hint.range().get(0));
      int high = (int) Math.floor(hint.range().get(1));
      return low + random.nextInt(Math.max(1, Math.min(high - low + 1, 100)));
    }
    return plan.whole().get(random.nextInt(plan.whole().size()));
  }

  private Object array(Class<?> type, Hint hint) {
    int rank = 0;
    Class<?> leaf = type;
    while (leaf.isArray()) {
      rank++;
      leaf = leaf.getComponentType();
    }
    int inner = leaf == Vector.class ? 1 : leaf == Matrix.class ? 2 : 0;
    return array(type, hint, lengths(rank + inner, hint.shape()), 0);
  }

  /** Returns a matrix, which knows its columns without rows as well. */
  private Matrix matrix(Hint hint, int[] lengths, int dimension) {
    return lengths[dimension] == 0
        ? Matrix.zeros(0, lengths[dimension + 1])
        : Matrix.of((double[][]) array(double[][].class, hint, lengths, dimension));
  }

  private int[] lengths(int rank, @Nullable Dimensions shape) {
    int[] lengths = new int[rank];
    for (int i = 0; i < rank; i++) {
      lengths[i] = plan.size(rank, i);
      if (shape != null && shape.rank() == rank) {
        for (String name : shape.names(i)) {
          sizes.computeIfAbsent(name, n -> plan.named(random));
        }
        Integer size = shape.sizes(sizes).get(i);
        lengths[i] = size == null ? lengths[i] : size;
        if (lengths[i] < 0) {
          throw new IllegalArgumentException("@Shape(\"" + shape + "\") would be below zero");
        }
      }
    }
    return lengths;
  }

  private Object array(Class<?> type, Hint hint, int[] lengths, int dimension) {
    Class<?> element = type.getComponentType();
    Object array = Array.newInstance(element, lengths[dimension]);
    for (int i = 0; i < lengths[dimension]; i++) {
      Array.set(array, i, element(element, hint, lengths, dimension + 1));
    }
    return array;
  }

  private @Nullable Object element(Class<?> type, Hint hint, int[] lengths, int dimension) {
    if (type.isArray()) {
      return array(type, hint, lengths, dimension);
    } else if (type == Vector.class) {
      return Vector.wrap((double[]) array(double[].class, hint, lengths, dimension));
    } else if (type == Matrix.class) {
      return matrix(hint, lengths, dimension);
    } else if (type == int.class && hint.range().isEmpty()) {
      return random.nextInt(Math.max(1, lengths[lengths.length - 1]));
    }
    return value(type, "", new Hint(null, hint.range()));
  }
}
