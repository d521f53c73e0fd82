package cotangent.processor.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.GraphText;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each rule makes of a graph's body, with what the next ones clean up. */
class RuleTest {

  static Graph parse(String parameters, String body) {
    String text = "graph g(" + parameters + ") {\n" + body.indent(2) + "}\n";
    return GraphCheck.check(GraphText.parse(text, Operations::byName));
  }

  /** Holds what the optimiser makes of a body to another body. */
  static void becomes(String parameters, String body, String expected) {
    assertThat(GraphText.print(Optimiser.finish(parse(parameters, body))))
        .isEqualTo(GraphText.print(parse(parameters, expected)));
  }

  private static void stays(String parameters, String body) {
    becomes(parameters, body, body);
  }

  @Test
  void foldsConstantsExactly() {
    becomes(
        "double x",
        """
        a = 0.1
        b = 0.2
        c = add(a, b)
        one = 1
        two = 2
        n = shl(one, two)
        d = double(n)
        e = mul(c, d)
        y = mul(x, e)
        yield y, n
        """,
        """
        n = 4
        e = 1.2000000000000002
        y = mul(x, e)
        yield y, n
        """);
  }

  @Test
  void leavesToRunTimeWhatMayDifferThereOrThrow() {
    stays("", "x = 0.5\ny = sin(x) @3\nyield y\n");
    becomes("", "x = 0.5\ny = StrictMath.sin(x) @3\nyield y\n", "y = 0.479425538604203\nyield y\n");
    stays("", "zero = 0\none = 1\ny = div(one, zero) @3\nyield y\n");
    stays("", "s = \"a\"\nt = \"b\"\nsame = eq(s, t) @1\nyield same\n");
  }

  @Test
  void appliesLawsThatHoldForAllNumbers() {
    becomes(
        "double x, int i",
        """
        one = 1.0
        minus = -1.0
        zero = 0.0
        low = -0.0
        a = mul(x, one) @1
        b = div(a, one) @1
        c = sub(b, zero) @1
        d = add(c, low) @1
        e = neg(d) @1
        f = neg(e) @1
        g = mul(minus, f) @1
        h = sub(x, g) @1
        n = 3
        m = 2
        j = add(i, n) @1
        k = sub(j, m) @1
        l = sub(k, i) @1
        least = min(i, i) @1
        most = max(least, i) @1
        yield h, k, l, most
        """,
        """
        h = add(x, x) @1
        %1 = 1
        k = add(i, %1) @1
        yield h, k, %1, i
        """);
  }

  @Test
  void leavesWhatDiffersForSomeNumber() {
    stays("double x", "zero = 0.0\ny = add(x, zero) @1\nyield y\n");
    stays("double x", "zero = 0.0\ny = mul(x, zero) @1\nyield y\n");
    stays("double x", "y = sub(x, x) @1\nyield y\n");
    stays("double x", "y = eq(x, x) @1\nyield y\n");
    stays("double x, double z", "a = add(x, z) @1\nb = sub(a, z) @1\nyield b\n");
    stays("double x", "two = 2.0\ny = pow(x, two) @1\nyield y\n");
  }

  @Test
  void multipliesOutPowersOfDerivatives() {
    becomes(
        "double x",
        "p = 3.0\ny = pow(x, p)\none = 1.0\nz = pow(x, one) @1\nyield y, z\n",
        "%1 = mul(x, x)\ny = mul(%1, x)\nyield y, x\n");
    becomes(
        "double x",
        "p = -2.0\ny = pow(x, p)\nyield y\n",
        "%1 = mul(x, x)\n%2 = 1.0\ny = div(%2, %1)\nyield y\n");
  }

  @Test
  void computesOnceWhatIsTheSame() {
    becomes(
        "double x, double z, boolean c",
        """
        a = mul(x, z) @1
        b = mul(z, x) @2
        double r = if c {
          d = mul(x, z) @3
          e = exp(x) @3
          f = add(d, e) @3
          yield f
        } else {
          h = exp(x) @4
          yield h
        } @3
        i = exp(x) @5
        s = add(a, b) @5
        t = add(r, i) @5
        yield s, t
        """,
        """
        a = mul(x, z) @1
        double r = if c {
          e = exp(x) @3
          f = add(a, e) @3
          yield f
        } else {
          h = exp(x) @4
          yield h
        } @3
        i = exp(x) @5
        s = add(a, a) @5
        t = add(r, i) @5
        yield s, t
        """);
  }

  @Test
  void readsAgainOnlyWhereSomethingMayHaveBeenWritten() {
    becomes(
        "double[] a, double[] b, int[] k, int i",
        """
        r = a[i] @1
        k[i] = i @2
        s = a[i] @3
        b[i] = s @4
        t = a[i] @5
        u = b[i] @6
        j = k[i] @7
        yield r, s, t, u, j
        """,
        """
        r = a[i] @1
        k[i] = i @2
        b[i] = r @4
        t = a[i] @5
        yield r, r, t, r, i
        """);
  }

  @Test
  void knowsThatANewArrayIsNoOther() {
    becomes(
        "double[] a, int i, double x",
        """
        n = length(a) @1
        b = new double[n] @1
        r = a[i] @1
        b[i] = x
        s = a[i] @1
        t = b[i]
        yield s, t, b
        """,
        """
        n = length(a) @1
        b = new double[n] @1
        r = a[i] @1
        b[i] = x
        yield r, x, b
        """);
  }

  @Test
  void forgetsWhatALoopMayWrite() {
    stays(
        "double[] a, int n",
        """
        zero = 0
        r = a[zero] @1
        loop i from zero to n step 1 () {
          s = a[zero] @2
          t = mul(s, r) @2
          a[i] = t @2
        } @2
        u = a[zero] @3
        yield u
        """);
  }

  @Test
  void assignsWhereZeroWouldBeAddedTo() {
    becomes(
        "double[] x, int n, int j",
        """
        zero = 0
        a = new double[n]
        loop i from zero to n step 1 () {
          old = a[i]
          v = x[i] @1
          new = add(old, v)
          a[i] = new
        }
        r = a[j]
        b = new double[n]
        one = 1
        last = sub(n, one)
        minus = -1
        loop i#2 from last to minus step -1 () {
          before = sub(i#2, one)
          old#2 = b[before]
          v#2 = x[i#2] @1
          new#2 = add(old#2, v#2)
          b[before] = new#2
        }
        s = b[j]
        yield r, s
        """,
        """
        zero = 0
        a = blank double[n]
        loop i from zero to n step 1 () {
          v = x[i] @1
          a[i] = v
        }
        r = a[j]
        b = new double[n]
        one = 1
        last = sub(n, one)
        minus = -1
        loop i#2 from last to minus step -1 () {
          before = sub(i#2, one)
          v#2 = x[i#2] @1
          b[before] = v#2
        }
        s = b[j]
        yield r, s
        """);
  }

  @Test
  void addsWhereAnotherIterationMayHaveWritten() {
    stays(
        "double[] x, int[] k, int n, int j",
        """
        zero = 0
        a = new double[n]
        loop i from zero to n step 1 () {
          v = x[i] @1
          loop i#2 from zero to n step 1 () {
            old = a[i#2]
            new = add(old, v)
            a[i#2] = new
          }
        }
        b = new double[n]
        loop i#3 from zero to n step 1 () {
          v#2 = x[i#3] @1
          old#2 = b[i#3]
          new#2 = add(old#2, v#2)
          b[i#3] = new#2
          b[zero] = v#2
        }
        r = a[j]
        s = b[j]
        yield r, s
        """);
  }

  @Test
  void addsWhereTheIterationHasWrittenBefore() {
    stays(
        "int n, int j, double x",
        """
        zero = 0
        a = new double[n]
        one = 1
        last = sub(n, one)
        loop i from zero to n step 1 () {
          mirror = sub(last, i)
          a[mirror] = x
          old = a[i]
          new = add(old, x)
          a[i] = new
        }
        r = a[j]
        yield r
        """);
  }

  @Test
  void writesWhatTheNextRoundOfAGeneralLoopReads() {
    stays(
        "double x, int j",
        """
        n = 3
        a = new double[n]
        double last = while () {
          r = a[j]
          more = lt(r, x)
          yield more, r
        } do {
          a[j] = x
        }
        yield last
        """);
  }

  @Test
  void leavesOutWritesThatNobodyReads() {
    becomes(
        "double[] x, int n",
        """
        zero = 0
        none = 0.0
        loop k from zero to n step 1 () {
          a = new double[n]
          loop i from zero to n step 1 () {
            v = x[i] @1
            a[i] = v
          }
          loop i#2 from zero to n step 1 () {
            w = a[i#2]
            a[i#2] = none
            x[k] = w
          }
        }
        """,
        """
        zero = 0
        a = blank double[n]
        loop k from zero to n step 1 () {
          loop i from zero to n step 1 () {
            v = x[i] @1
            a[i] = v
          }
          loop i#2 from zero to n step 1 () {
            w = a[i#2]
            x[k] = w
          }
        }
        """);
  }

  @Test
  void writesWhatAnotherIterationReads() {
    stays(
        "double[] x, int n",
        """
        zero = 0
        one = 1
        none = 0.0
        a = new double[n]
        loop k from zero to n step 1 () {
          loop i from zero to n step 1 () {
            w = a[i]
            x[k] = w
            a[i] = none
          }
          v = x[k] @1
          a[one] = v
        }
        """);
  }

  @Test
  void passesOverLoopsThatAddMultiplesOfZero() {
    becomes(
        "double[] x, double[] dx, double t, double y, int n",
        """
        none = 0.0
        one = 1.0
        c = lt(none, t)
        slope = select(c, one, none)
        z = mul(slope, y)
        zero = 0
        loop i from zero to n step 1 () {
          v = x[i] @1
          old = dx[i]
          p = mul(z, v)
          new = sub(old, p)
          dx[i] = new
        }
        """,
        """
        none = 0.0
        one = 1.0
        c = lt(none, t)
        slope = select(c, one, none)
        z = mul(slope, y)
        zero = 0
        %1 = ne(slope, none)
        if %1 {
          loop i from zero to n step 1 () {
            v = x[i] @1
            old = dx[i]
            p = mul(z, v)
            new = sub(old, p)
            dx[i] = new
          }
        } else {
        }
        """);
  }

  @Test
  void runsLoopsThatDoMoreThanAddMultiplesOfZero() {
    stays(
        "double[] x, double[] dx, double t, double y, int n",
        """
        none = 0.0
        one = 1.0
        c = lt(none, t)
        slope = select(c, one, none)
        zero = 0
        loop i from zero to n step 1 () {
          v = x[i] @1
          old = dx[i]
          p = mul(slope, v)
          q = add(p, y)
          new = sub(old, q)
          dx[i] = new
        }
        loop i#2 from zero to n step 1 () {
          v#2 = x[i#2] @1
          p#2 = mul(slope, v#2)
          dx[i#2] = p#2
        }
        """);
  }

  @Test
  void takesTheArmThatIsKnown() {
    becomes(
        "double x, boolean c",
        """
        yes = true
        double r = if yes {
          a = exp(x) @1
          yield a
        } else {
          yield x
        } @1
        double s = if c {
          double t = if c {
            b = mul(r, x) @2
            yield b
          } else {
            yield x
          } @2
          yield t
        } else {
          d = select(c, x, r)
          yield d
        } @2
        yield s
        """,
        """
        a = exp(x) @1
        double s = if c {
          b = mul(a, x) @2
          yield b
        } else {
          yield a
        } @2
        yield s
        """);
  }

  @Test
  void findsResultsThatDontDependOnTheArm() {
    becomes(
        "double x, boolean c, double[] a, int i",
        """
        double p, boolean q, double r, boolean s = if c {
          yes = true
          one = 1.0
          a[i] = x @1
          yield x, yes, one, yes
        } else {
          no = false
          one#2 = 1.0
          yes#2 = true
          yield x, no, one#2, yes#2
        } @1
        yield p, q, r, s
        """,
        """
        %1 = 1.0
        %2 = true
        if c {
          a[i] = x @1
        } else {
        } @1
        yield x, c, %1, %2
        """);
  }

  @Test
  void findsResultsThatAreAnotherAsWell() {
    becomes(
        "double x, boolean c",
        """
        double r, double s = if c {
          a = exp(x) @1
          yield a, a
        } else {
          b = sin(x) @1
          yield b, b
        } @1
        y = mul(r, s) @2
        yield y
        """,
        """
        double r = if c {
          a = exp(x) @1
          yield a
        } else {
          b = sin(x) @1
          yield b
        } @1
        y = mul(r, r) @2
        yield y
        """);
  }

  @Test
  void computesAnArmOnceAcrossWhatDoesNotConcernIt() {
    becomes(
        "double x, boolean c, double[] a, int i",
        """
        double r = if c {
          s = exp(x) @1
          yield s
        } else {
          yield x
        } @1
        a[i] = r @2
        two = 2.0
        double t = if c {
          u = exp(x) @3
          v = mul(u, two) @3
          yield v
        } else {
          yield x
        } @3
        yield t
        """,
        """
        two = 2.0
        double r, double t = if c {
          s = exp(x) @1
          v = mul(s, two) @3
          yield s, v
        } else {
          yield x, x
        } @1
        a[i] = r @2
        yield t
        """);
  }

  @Test
  void nothingTimesZeroIsNothingInDerivatives() {
    becomes(
        "double x, double y",
        """
        zero = 0.0
        a = mul(zero, x)
        b = div(a, y)
        c = sub(b, y)
        d = mul(x, zero) @1
        yield c, d
        """,
        """
        zero = 0.0
        c = neg(y)
        d = mul(x, zero) @1
        yield c, d
        """);
  }

  @Test
  void mergesNeighboursOnOneCondition() {
    becomes(
        "double x, double z, boolean c",
        """
        double r = if c {
          a = exp(x) @1
          yield a
        } else {
          yield x
        } @1
        y = mul(r, r) @2
        two = 2.0
        double s = if c {
          b = mul(two, r)
          yield b
        } else {
          yield two
        }
        yield y, s
        """,
        """
        two = 2.0
        double r, double s = if c {
          a = exp(x) @1
          b = mul(two, a)
          yield a, b
        } else {
          yield x, two
        } @1
        y = mul(r, r) @2
        yield y, s
        """);
  }

  @Test
  void mergesNothingOverAnEffectThatMayInterfere() {
    stays(
        "double[] a, int i, double x, boolean c",
        """
        if c {
          a[i] = x @1
        } else {
        } @1
        r = a[i] @2
        double s = if c {
          y = exp(r) @3
          yield y
        } else {
          yield r
        } @3
        yield s
        """);
  }

  @Test
  void dropsCarriedValuesThatNeverChangeOrOnlyWantThemselves() {
    becomes(
        "double x, double z, int n",
        """
        zero = 0
        s, u, v = loop i from zero to n step 1 (double s#2 = x, double u#2 = z, double v#2 = z) {
          s#3 = add(s#2, u#2) @1
          v#3 = mul(v#2, v#2) @1
          yield s#3, u#2, v#3
        } @1
        yield s, u
        """,
        """
        zero = 0
        s = loop i from zero to n step 1 (double s#2 = x) {
          s#3 = add(s#2, z) @1
          yield s#3
        } @1
        yield s, z
        """);
  }

  @Test
  void takesAwayLoopsWithoutRoundsOrEffect() {
    becomes(
        "double x, int n",
        """
        zero = 0
        one = 1
        s = loop i from one to zero step 1 (double s#2 = x) {
          s#3 = add(s#2, s#2) @1
          yield s#3
        } @1
        t = loop j from zero to n step 1 (double t#2 = x) {
          t#3 = add(t#2, t#2) @1
          yield t#3
        } @1
        yield s
        """,
        "yield x\n");
  }

  @Test
  void hoistsWhatIsDearAndWhatDerivativesCompute() {
    becomes(
        "double x, double z, int n",
        """
        zero = 0
        s = loop i from zero to n step 1 (double s#2 = x) {
          half = 0.5
          h = mul(half, z) @1
          e = exp(h) @1
          cheap = add(x, z) @1
          made = mul(x, z)
          p = add(s#2, e) @1
          q = mul(p, cheap) @1
          r = add(q, made) @1
          yield r
        } @1
        yield s
        """,
        """
        zero = 0
        half = 0.5
        h = mul(half, z) @1
        e = exp(h) @1
        made = mul(x, z)
        s = loop i from zero to n step 1 (double s#2 = x) {
          cheap = add(x, z) @1
          p = add(s#2, e) @1
          q = mul(p, cheap) @1
          r = add(q, made) @1
          yield r
        } @1
        yield s
        """);
  }

  @Test
  void hoistsNothingThatMayThrow() {
    stays(
        "int a, int b, int n",
        """
        zero = 0
        s = loop i from zero to n step 1 (int s#2 = zero) {
          q = div(a, b)
          s#3 = add(s#2, q) @1
          yield s#3
        } @1
        yield s
        """);
  }

  @Test
  void keepsWhatTheUsersCodeMayThrow() {
    stays("int a, int b, double[] x", "q = div(a, b) @1\nr = x[a] @2\nyield a\n");
    becomes("int a, int b, double[] x", "q = div(a, b)\nr = x[a]\nyield a\n", "yield a\n");
    stays("int n", "a = new double[n] @1\nyield n\n");
    becomes("double[] x, int i", "n = length(x)\na = new double[n] @1\nyield i\n", "yield i\n");
  }

  @Test
  void dropsArraysThatNobodyReads() {
    becomes(
        "double x, int n, int i",
        """
        a = new double[n]
        b = new double[n]
        a[i] = x
        b[i] = x
        s = b[n]
        yield s
        """,
        """
        b = new double[n]
        b[i] = x
        s = b[n]
        yield s
        """);
  }

  @Test
  void keepsWritesThatComeAfterAReadOfTheSamePlace() {
    stays(
        "double x, int n, int i",
        """
        a = new double[n]
        r = a[i] @1
        a[i] = x
        s = a[n]
        yield r, s
        """);
  }

  @Test
  void dropsStoresThatAreOverwritten() {
    becomes(
        "double[] a, double x, double z, int i",
        """
        r = a[i] @1
        zero = 0.0
        a[i] = zero
        y = mul(x, z)
        s = a[i]
        t = add(s, y)
        a[i] = t
        yield r
        """,
        """
        r = a[i] @1
        y = mul(x, z)
        a[i] = y
        yield r
        """);
  }

  @Test
  void keepsStoresThatAreReadInBetween() {
    stays(
        "double[] a, double[] b, double x, int i, int j",
        "a[i] = x\nr = b[j]\na[i] = r\nyield r\n");
  }

  @Test
  void optimisesFunctionsToo() {
    String text =
        """
        graph g(double x) {
          double y = call f(x)
          yield y
        }
        function f(double x) {
          one = 1.0
          y = mul(x, one)
          double z = call f(y)
          yield z
        }
        """;
    Graph optimised = Optimiser.finish(GraphText.parse(text, Operations::byName));
    assertThat(GraphText.print(optimised))
        .isEqualTo(
            text.replace("  one = 1.0\n  y = mul(x, one)\n", "").replace("call f(y)", "call f(x)"));
  }

  /** Two halves of one function share the steps that they both take, and so the values. */
  @Test
  void valuesMayMeanSomethingElseInAnotherFunction() {
    Graph first =
        GraphText.parse(
            "graph first(double x) {\n  a = exp(x) @1\n  b = mul(a, a) @1\n  yield b\n}",
            Operations::byName);
    Step exp = first.body().steps().get(0);
    Step square = first.body().steps().get(1);
    Value one = new Value(Type.DOUBLE, "one");
    Region constant =
        new Region(
            first.parameters(),
            List.of(
                new Step.Constant(one, 1.0),
                new Step.Apply(
                    exp.results().get(0),
                    Operations.MUL,
                    List.of(first.parameters().get(0), one),
                    exp.position()),
                square),
            first.results());
    Graph second = new Graph("second", constant, List.of());
    Graph main = GraphText.parse("graph g(double x) {\n  yield x\n}", Operations::byName);
    Graph graph = new Graph("g", main.body(), List.of(second, first));
    List<Graph> functions = Optimiser.finish(graph).functions();
    assertThat(GraphText.print(functions.get(0)))
        .isEqualTo("graph second(double x) {\n  b = mul(x, x) @1\n  yield b\n}\n");
    assertThat(GraphText.print(functions.get(1))).isEqualTo(GraphText.print(first));
  }
}
