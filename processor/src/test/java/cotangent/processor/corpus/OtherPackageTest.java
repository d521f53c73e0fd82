package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Objects that a class in another package makes, keeps in a cache, or lets others extend. */
class OtherPackageTest {
  private static final String SHAPES =
      """
      package shapes;

      import java.util.concurrent.atomic.AtomicReference;

      public abstract class Shape {
        private final double scale;

        protected Shape(double scale) {
          this.scale = scale;
        }

        protected abstract double side(double x);

        public double area(double x) {
          return scale * side(x) * side(x);
        }

        /** Sizes that are made once, and kept. */
        public static final class Sizes {
          private static final AtomicReference<Sizes[]> ALL = new AtomicReference<>(null);
          private final int size;

          private Sizes(int size) {
            this.size = size;
          }

          public int size() {
            return size;
          }

          public static Sizes of(int n) {
            Sizes[] known = ALL.get();
            if (known != null && known.length > n) {
              return known[n];
            }
            Sizes[] more = new Sizes[n + 1];
            if (known != null) {
              System.arraycopy(known, 0, more, 0, known.length);
            }
            for (int i = 0; i <= n; i++) {
              if (more[i] == null) {
                more[i] = new Sizes(i * i);
              }
            }
            ALL.compareAndSet(known, more);
            return more[n];
          }
        }
      }
      """;

  private static final String HALVES =
      """
      package shapes;

      public final class Halves {
        public static double half(double x) {
          return Hidden.scaled(x);
        }
      }

      final class Hidden {
        private static final double FACTOR = Double.parseDouble("0.5");

        static double scaled(double x) {
          return x * FACTOR;
        }
      }
      """;

  private static final String KEYS =
      """
      package shapes;

      public final class Keys<N extends Comparable<N>> extends Indexed<N> {
        public Keys(N key) {
          super(key);
        }
      }

      abstract class Indexed<N extends Comparable<N>> {
        private final N key;

        Indexed(N key) {
          this.key = key;
        }

        public N key(int k) {
          return key;
        }

        public int index(N other) {
          return key.compareTo(other) + 2;
        }
      }
      """;

  private static final String USES =
      """
      package corpus;

      import cotangent.Differentiable;
      import shapes.Shape;

      public class Uses {
        static class Square extends Shape {
          Square() {
            super(2);
          }

          @Override
          protected double side(double x) {
            return x;
          }
        }

        static class Grown {
          final Shape.Sizes sizes;
          final double factor;

          Grown(int n, double factor) {
            this.sizes = Shape.Sizes.of(n);
            this.factor = factor;
          }

          double grown() {
            return sizes.size() * factor;
          }
        }

        @Differentiable
        public static double named(double x) {
          return new Square().area(x);
        }

        @Differentiable
        public static double anonymous(double x) {
          Shape shape =
              new Shape(3) {
                @Override
                protected double side(double y) {
                  return x * y;
                }
              };
          return shape.area(2);
        }

        @Differentiable
        public static double halved(double x) {
          return shapes.Halves.half(x * x);
        }

        static final shapes.Keys<?> KEYS = new shapes.Keys<>("k");

        static <N extends Comparable<N>> int index(shapes.Keys<N> keys) {
          return keys.index(keys.key(0));
        }

        @Differentiable
        public static double inherited(double x) {
          return index(KEYS) * x;
        }

        @Differentiable
        public static double cached(double x) {
          return new Grown(2, x * x).grown() + new Grown(3, x).grown();
        }
      }
      """;

  private final Compilation uses =
      Compilation.of(
          Map.of(
              "shapes.Shape", SHAPES,
              "shapes.Halves", HALVES,
              "shapes.Keys", KEYS,
              "corpus.Uses", USES),
          Compilation.processors().toList());

  private Object gradient(String name) throws ReflectiveOperationException {
    assertThat(uses.diagnostics()).isEmpty();
    Method method = uses.load("corpus.UsesGrad").getMethod(name + "Grad", double.class);
    return method.invoke(null, 3.0);
  }

  @Test
  void constructorsForSubclasses() throws ReflectiveOperationException {
    assertThat(gradient("named")).hasToString("NamedGradient[value=18.0, dx=12.0]");
    assertThat(gradient("anonymous")).hasToString("AnonymousGradient[value=108.0, dx=72.0]");
  }

  @Test
  void fieldsOfClassesThatAreHiddenThere() throws ReflectiveOperationException {
    assertThat(gradient("halved")).hasToString("HalvedGradient[value=4.5, dx=3.0]");
  }

  @Test
  void methodsInheritedFromClassesThatAreHiddenThere() throws ReflectiveOperationException {
    assertThat(gradient("inherited")).hasToString("InheritedGradient[value=6.0, dx=2.0]");
  }

  @Test
  void cachesOfObjects() throws ReflectiveOperationException {
    assertThat(gradient("cached")).hasToString("CachedGradient[value=63.0, dx=33.0]");
    assertThat(gradient("cached")).hasToString("CachedGradient[value=63.0, dx=33.0]");
  }
}
