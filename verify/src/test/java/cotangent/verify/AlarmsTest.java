package cotangent.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is right must not be called wrong, nor passed over. */
class AlarmsTest {
  private static final String HEAD =
      "package cotangent.verify; import cotangent.*; import java.util.*;"
          + " import java.util.function.*; ";

  private static void isRight(String type, String companion) throws Exception {
    Class<?> compiled = Spoiled.compiled("A", HEAD + type, "AGrad", HEAD + companion);
    isRight(compiled);
  }

  private static void isRight(Class<?> type) {
    Report report = Gradients.of(type).report();
    List<Status> statuses = report.findings().stream().map(Finding::status).distinct().toList();
    assertThat(statuses).as(report.table()).containsExactly(Status.RIGHT);
    Finding gradient = report.findings().get(report.findings().size() - 1);
    assertThat(gradient.compared()).isPositive();
  }

  @Test
  void anArrayInsteadOfAListThrowsAsArraysDo() throws Exception {
    isRight(
        "class A { record V(double x) {}"
            + " @Differentiable(Derivative.JVP) static double f(double[] a, List<V> v) {"
            + " double s = 0; for (int i = 0; i < a.length; i++) { s += a[i] * v.get(i).x(); } return s; } }",
        "class AGrad { record FJvp(double value, double tangent) {}"
            + " static double f(double[] a, List<A.V> v) {"
            + " double s = 0; A.V[] all = v.toArray(new A.V[0]);"
            + " for (int i = 0; i < a.length; i++) { s += a[i] * all[i].x(); } return s; }"
            + " static FJvp fJvp(double[] a, List<A.V> v, double[] ta, List<A.V> tv) {"
            + " return new FJvp(f(a, v), f(a, tv) + f(ta, v)); } }");
  }

  @Test
  void aFieldHidesThatOfTheSuperclass() throws Exception {
    isRight(
        "class A extends Model { double w = 5;"
            + " @Differentiable(wrt = {\"w\", \"x\"}) double f(double x) {"
            + " return ((Model) this).w * this.w * x; } } class Model { double w = 2; }",
        "class AGrad { record FGradient(double value, double dw, double dx) {}"
            + " static double f(A self, double x) { return self.f(x); }"
            + " static FGradient fGrad(A self, double x) { double t = ((Model) self).w;"
            + " return new FGradient(f(self, x), t * x, t * self.w); } }");
  }

  @Test
  void aConstantWithMethodsOfItsOwnIsNotCopied() throws Exception {
    isRight(
        "class A { enum K { U { double of(double x) { return x; } },"
            + " V { double of(double x) { return 2 * x; } }; abstract double of(double x); }"
            + " @Differentiable static double f(K k, double x) { return k.of(x); } }",
        "class AGrad { record FGradient(double value, double dx) {}"
            + " static double f(A.K k, double x) { return A.f(k, x); }"
            + " static FGradient fGrad(A.K k, double x) {"
            + " if (!k.equals(A.K.U) && !k.equals(A.K.V)) throw new IllegalStateException();"
            + " return new FGradient(f(k, x), k == A.K.U ? 1 : 2); } }");
  }

  @Test
  void aCompanionNamesNoClassInAPrivateOne() throws Exception {
    Class<?> outer =
        Spoiled.compiled(
            "A",
            HEAD
                + "class A { private static class In { static class R { double k = 3; }"
                + " @Differentiable static double f(R r, R[] all, double x) { return r.k * x; } } }",
            "A_InGrad",
            HEAD
                + "class A_InGrad { record FGradient(double value, double dx) {}"
                + " static double f(Object r, Object[] all, double x) { return 3 * x; }"
                + " static FGradient fGrad(Object r, Object[] all, double x) {"
                + " return new FGradient(f(r, all, x), 3); } }");
    isRight(outer.getDeclaredClasses()[0]);
  }

  @Test
  void anEnumWithFieldsIsCompared() throws Exception {
    isRight(
        "enum A { U, V; double c = 3; @Differentiable double f(double x) { return x * c; } }",
        "class AGrad { record FGradient(double value, double dx) {}"
            + " static double f(A self, double x) { return self.f(x); }"
            + " static FGradient fGrad(A self, double x) { return new FGradient(f(self, x), self.c); } }");
  }

  @Test
  void aLambdaInAFieldKnowsTheObjectThatItIsIn() throws Exception {
    isRight(
        "class A { double k = 2; final DoubleUnaryOperator g = x -> k * x;"
            + " @Differentiable(wrt = {\"k\", \"x\"}) double f(double x) { return g.applyAsDouble(x) * k; } }",
        "class AGrad { record FGradient(double value, double dk, double dx) {}"
            + " static double f(A self, double x) { return self.f(x); }"
            + " static FGradient fGrad(A self, double x) { double k = self.k;"
            + " return new FGradient(f(self, x), 2 * k * x, k * k); } }");
  }

  @Test
  void soDoesAnInnerObject() throws Exception {
    isRight(
        "class A { double k = 2; class In { double go(double x) { return k * x; } }"
            + " final In mine = new In();"
            + " @Differentiable(wrt = {\"k\", \"x\"}) double f(double x) { return mine.go(x) + k; } }",
        "class AGrad { record FGradient(double value, double dk, double dx) {}"
            + " static double f(A self, double x) { return self.f(x); }"
            + " static FGradient fGrad(A self, double x) {"
            + " return new FGradient(f(self, x), x + 1, self.k); } }");
  }

  @Test
  void whatHoldsItselfIsDrawnWithAnEnd() throws Exception {
    isRight(
        "class A { sealed interface E permits N, Both, All, Never {} record N(double k) implements E {}"
            + " record Both(E first, E second) implements E {} record All(List<E> all) implements E {}"
            + " record Never(Never more) implements E {}"
            + " static double of(E e) { if (e instanceof N n) { return n.k(); }"
            + " if (e instanceof Both b) { return of(b.first()) + of(b.second()); }"
            + " double s = 0; for (E each : ((All) e).all()) { s += of(each); } return s; }"
            + " @Differentiable static double f(E e, double x) { return of(e) * x; } }",
        "class AGrad { record FGradient(double value, double dx) {}"
            + " static double f(A.E e, double x) { return A.of(e) * x; }"
            + " static FGradient fGrad(A.E e, double x) { return new FGradient(f(e, x), A.of(e)); } }");
  }
}
