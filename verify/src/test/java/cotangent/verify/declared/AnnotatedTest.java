package cotangent.verify.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cotangent.Differentiable;
import cotangent.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests what class files without the names of parameters leave open. */
class AnnotatedTest {
  private static final class Sums {
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

  @Test
  void askForNamesWhereOneMayBeASize() {
    assertThatThrownBy(() -> unnamed("first").subject(Sums.class))
        .hasMessage(
            "the class file does not name its parameters, one of which may be the size n: compile"
                + " with -g or -parameters");
    assertThat(unnamed("all").subject(Sums.class)).isNotNull();
    assertThat(unnamed("scaled").subject(Sums.class)).isNotNull();
    assertThat(named("first").subject(Sums.class)).isNotNull();
  }

  private static Annotated named(String name) {
    return Annotated.in(Sums.class).stream()
        .filter(each -> each.method().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Annotated unnamed(String name) {
    Annotated named = named(name);
    List<Declared.Parameter> without =
        named.declared().parameters().stream()
            .map(each -> new Declared.Parameter("", each.hint()))
            .toList();
    return new Annotated(named.method(), named.declared().with(without), 1);
  }
}
