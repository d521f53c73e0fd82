package cotangent.verify.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cotangent.verify.Spoiled;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests what class files without the names of parameters leave open. */
class AnnotatedTest {
  private static final String SUMS =
      """
      package cotangent.verify;

      import cotangent.Differentiable;
      import cotangent.Shape;

      final class Sums {
        @Differentiable
        static double first(@Shape("n") double[] x, int n) {
          return x[n - 1];
        }

        @Differentiable
        static double all(@Shape("n") double[] x, @Shape("n") double[] y) {
          return x[0] * y[0];
        }

        @Differentiable
        static double scaled(double[] x, int n) {
          return n * x[0];
        }
      }
      """;

  private final Class<?> sums;

  AnnotatedTest() throws Exception {
    sums = Spoiled.compiled("Sums", SUMS);
  }

  @Test
  void askForNamesWhereOneMayBeASize() {
    assertThatThrownBy(() -> unnamed("first").subject(sums))
        .hasMessage(
            "the class file does not name its parameters, one of which may be the size n: compile"
                + " with -g or -parameters");
    assertThat(unnamed("all").subject(sums)).isNotNull();
    assertThat(unnamed("scaled").subject(sums)).isNotNull();
    assertThat(named("first").subject(sums)).isNotNull();
  }

  private Annotated named(String name) {
    return Annotated.in(sums).stream()
        .filter(each -> each.method().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Annotated unnamed(String name) {
    Annotated named = named(name);
    List<Declared.Parameter> without =
        named.declared().parameters().stream()
            .map(each -> new Declared.Parameter("", each.hint()))
            .toList();
    return new Annotated(named.method(), named.declared().with(without), 1);
  }
}
