package cotangent.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import cotangent.processor.report.Defect;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the processor does around the pipeline: rounds, options, other compilers, defects. */
class DifferentiableProcessorTest {
  private static final JavaFileObject SQUARE =
      source(
          "p.Square",
          """
          package p;
          public class Square {
            @cotangent.Differentiable
            static double square(double x) { return x * x; }
          }
          """);

  @TempDir Path directory;

  @Test
  void generatesTheCompanionBesideTheClass() {
    Compilation compilation = compile(new DifferentiableProcessor(), SQUARE);
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("p.SquareGrad")
        .contentsAsUtf8String()
        .contains("public final class SquareGrad");
  }

  @Test
  void leavesNothingForLintToWarnOf() {
    assertThat(
            Compiler.javac()
                .withOptions("-Xlint:all", "-Werror")
                .withProcessors(new DifferentiableProcessor())
                .compile(SQUARE))
        .succeededWithoutWarnings();
  }

  @Test
  void leavesNothingForLintToWarnOfWhereTheUserAskedForSilence() {
    assertThat(
            Compiler.javac()
                .withOptions("-Xlint:all", "-Werror")
                .withProcessors(new DifferentiableProcessor())
                .compile(
                    source(
                        "p.Old",
                        """
                        package p;
                        import cotangent.Differentiable;
                        import java.util.*;
                        import java.util.function.*;
                        @SuppressWarnings({"deprecation", "divzero", "overloads", "rawtypes", "removal", "unchecked"})
                        public class Old {
                          @Deprecated record Point(double x, double y) {}
                          @Deprecated(forRemoval = true) static int twice(int n) { return helper(n); }
                          private static native int helper(int n);
                          @Deprecated enum Kind { A, B }
                          @SafeVarargs static <T> int count(T... all) { return all.length; }
                          private static List<String> names() { return List.of(); }
                          @Differentiable static double point(Point p) { return p.x() * p.y(); }
                          @Differentiable static double kind(double x, Kind kind) { return kind == Kind.A ? x : 2 * x; }
                          @Differentiable static double date(double x) { return x * new Date(20, 1, 1).getYear(); }
                          @Differentiable static double raw(double x, List list) { List l = new ArrayList(list); l.add(1); return x * l.size(); }
                          @Differentiable static double zero(double x, int n) { return n == 0 ? x / (1 / 0) : x; }
                          @Differentiable static double all(double x, List<String> l) { return x * count(l, l); }
                          @Differentiable public static double either(double x, IntToDoubleFunction f) { return x * f.applyAsDouble(1); }
                          @Differentiable public static double either(double x, Function<Integer, Double> f) { return 2 * x * f.apply(1); }
                          @Differentiable static double hidden(double x) { return x * names().size(); }
                        }
                        """)))
        .succeededWithoutWarnings();
  }

  @Test
  void findsWhatIsInheritedFromAnotherPackage() {
    JavaFileObject base =
        source(
            "q.Base",
            """
            package q;
            public class Base {
              protected double weight = 2;
              protected double f(double x) { return x * x; }
            }
            """);
    JavaFileObject derived =
        source(
            "p.Derived",
            """
            package p;
            import cotangent.Differentiable;
            import q.Base;
            public class Derived extends Base {
              @Override protected double f(double x) { return super.f(x) * weight; }
              @Differentiable public static double above(double x) { return new Derived().f(x); }
              @Differentiable public static double unnamed(double x) {
                return new Base() {
                  double g(double y) { return super.f(y) + f(y) * weight; }
                }.g(x);
              }
            }
            """);
    Compilation compilation = compile(new DifferentiableProcessor(), base, derived);
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("p.DerivedGrad")
        .contentsAsUtf8String()
        .contains("unnamedGrad(");
  }

  @Test
  void leavesNothingForLintToWarnOfWhereALongMethodIsSplit() {
    String lines = "x = Math.sin(x) * y + Math.exp(-x * x) / (2 + y);\n".repeat(150);
    assertThat(
            Compiler.javac()
                .withOptions("-Xlint:all,-processing", "-Werror")
                .withProcessors(new DifferentiableProcessor())
                .compile(
                    source(
                        "p.Split",
                        """
                        package p;
                        import java.util.List;
                        class Split {
                          @cotangent.Differentiable
                          static double f(double x, double y, List<Integer> counts) {
                            List<Integer> first = counts.subList(0, 2);
                            x *= first.get(1);
                            LINES
                            return x * first.get(0);
                          }
                        }
                        """
                            .replace("LINES", lines))))
        .succeededWithoutWarnings();
  }

  @Test
  void declaresTheExceptionsOfTheOriginal() {
    Compilation compilation =
        compile(
            new DifferentiableProcessor(),
            source(
                "p.Throws",
                """
                package p;
                import cotangent.Differentiable;
                import java.io.*;
                class Throws {
                  private static int hidden() throws IOException { return System.in.read(); }
                  @Differentiable
                  static double f(double x) throws IOException, FileNotFoundException, IllegalStateException {
                    if (x < 0) { throw new FileNotFoundException("negative"); }
                    return x * new StringReader("a").read() * hidden();
                  }
                  @Differentiable
                  static double power(double x, int n) throws Exception {
                    if (n < 0) { throw new IOException("negative"); }
                    return n == 0 ? hidden() : x * power(x, n - 1);
                  }
                  @Differentiable
                  static double any(double x) throws Throwable { return x * hidden(); }
                  static double user() throws IOException { return ThrowsGrad.fGrad(2).dx(); }
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("p.ThrowsGrad")
        .contentsAsUtf8String()
        .contains("FGradient fGrad(double x) throws IOException {");
  }

  @Test
  void readsTypesThroughTheirAnnotations() {
    assertThat(
            compile(
                new DifferentiableProcessor(),
                source(
                    "p.Annotated",
                    """
                    package p;
                    import cotangent.Differentiable;
                    import java.lang.annotation.*;
                    import java.util.*;
                    class Annotated {
                      @Target(ElementType.TYPE_USE) @interface Nullable {}
                      record Pair(double x, double @Nullable [] y, @Nullable String name) {}
                      private static @Nullable List<@Nullable String> hidden(@Nullable String s) { return List.of(); }
                      @Nullable Integer factor = 3;
                      @Differentiable
                      static double f(double x, @Nullable String s, List<@Nullable String> l) {
                        @Nullable String t = s;
                        return x * hidden(t).size() * l.size() + t.length() + new ArrayList<@Nullable String>(l).size();
                      }
                      @Differentiable
                      static @Nullable Pair g(@Nullable Pair p, Map.@Nullable Entry<String, Integer> e) {
                        return new Pair(p.x() * p.y()[0], p.y(), e.getKey());
                      }
                      @Differentiable
                      double h(double x) { return x * factor; }
                    }
                    """)))
        .succeededWithoutWarnings();
  }

  @Test
  void namesCompanionsOfNestedClassesByTheirOuterOnes() {
    Compilation compilation =
        compile(
            new DifferentiableProcessor(),
            source(
                "Outer",
                """
                class Outer {
                  public static class Inner {
                    @cotangent.Differentiable
                    static double square(double x) { return x * x; }
                  }
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("Outer_InnerGrad")
        .contentsAsUtf8String()
        .containsMatch("(?m)^final class Outer_InnerGrad");
  }

  @Test
  void reportsClassesWithoutANameWhereNothingElseIsAnnotated() {
    Compilation compilation =
        compile(
            new DifferentiableProcessor(),
            source(
                "p.Alone",
                """
                package p;
                import cotangent.Differentiable;
                class Alone {
                  Object field = new Object() {
                    @Differentiable double f(double x) { return x * x; }
                  };
                  void method() {
                    class Local {
                      @Differentiable double f(double x) { return x * x; }
                    }
                  }
                  enum Kind {
                    A { @Differentiable double f(double x) { return x * x; } };
                  }
                }
                """));
    assertThat(compilation).hadErrorCount(3);
    assertThat(compilation).hadErrorContaining("[CT025]").inFile(source("p.Alone", "")).onLine(5);
  }

  @Test
  void keepsAVariableNumberOfArguments() {
    assertThat(
            Compiler.javac()
                .withOptions("-Xlint:all,-processing", "-Werror")
                .withProcessors(new DifferentiableProcessor())
                .compile(
                    source(
                        "p.Variadic",
                        """
                        package p;
                        import static cotangent.Derivative.*;
                        import cotangent.Differentiable;
                        import cotangent.Workspace;
                        import java.util.List;
                        class Variadic {
                          @Differentiable({GRADIENT, HESSIAN, VJP, JVP, HVP, GRADIENT_SUM})
                          static double sum(double a, double... xs) {
                            double s = 0;
                            for (double x : xs) { s += a * x * x; }
                            return s;
                          }
                          @SafeVarargs
                          @Differentiable
                          static double sizes(double a, List<String>... xs) { return a * xs.length * xs[0].size(); }
                          @Differentiable
                          double ofObject(double... xs) { return xs[0] * xs[1]; }
                          @Differentiable
                          static double nested(double x) { return VariadicGrad.sumGrad(x, x, 2).da(); }
                          static double uses() {
                            return VariadicGrad.sum(1, 2, 3)
                                + VariadicGrad.sumGrad(1, 2, 3).da()
                                + VariadicGrad.sumGrad(1).da()
                                + VariadicGrad.sumHessian(1, 2, 3).value()
                                + VariadicGrad.sumHessian(new Workspace(), 1, 2, 3).value()
                                + VariadicGrad.sumVjp(1, new double[] {2, 3}, 1).da()
                                + VariadicGrad.sumSum().add(1, 2, 3).value()
                                + VariadicGrad.sizesGrad(1, List.of("a"), List.of("b")).da()
                                + VariadicGrad.ofObjectGrad(new Variadic(), 1, 2).dxs()[0];
                          }
                        }
                        """)))
        .succeededWithoutWarnings();
  }

  @Test
  void namesDerivativesThatJavaHasAWordFor() {
    assertThat(
            compile(
                new DifferentiableProcessor(),
                source(
                    "p.Words",
                    """
                    package p;
                    import static cotangent.Derivative.*;
                    import cotangent.Differentiable;
                    class Words {
                      @Differentiable({GRADIENT, HESSIAN, VJP, JVP, HVP, GRADIENT_SUM})
                      static double f(double o, double ouble, double[] efault) { return o * ouble * efault[0]; }
                      @Differentiable({VJP, JVP, JACOBIAN})
                      static double[] g(double o, double[] his) { return new double[] {o * his[0]}; }
                      @Differentiable(HVP)
                      static double h(double ashCode) { return ashCode * ashCode; }
                      static double uses() {
                        return WordsGrad.fGrad(1, 2, new double[] {3}).d_o()
                            + WordsGrad.fGrad(1, 2, new double[] {3}).d_ouble()
                            + WordsGrad.fGrad(1, 2, new double[] {3}).d_efault()[0]
                            + WordsGrad.fSum().add(1, 2, new double[] {3}).d_o()
                            + WordsGrad.gJacobian(1, new double[] {2}).d_o()[0]
                            + WordsGrad.hHvp(1, 2).h_ashCode();
                      }
                    }
                    """)))
        .succeededWithoutWarnings();
  }

  @Test
  void passesArraysIntoTheMessageOfAnException() {
    assertThat(
            compile(
                new DifferentiableProcessor(),
                source(
                    "p.Messages",
                    """
                    package p;
                    import cotangent.*;
                    import java.util.*;
                    class Messages {
                      static class Bad extends RuntimeException {
                        private static final long serialVersionUID = 1;
                        Bad(String text, Object... details) { super(String.format(text, details)); }
                        Bad(Object detail) { super("" + detail); }
                      }
                      @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HESSIAN})
                      static double f(double[] m) {
                        if (m.length != 2) { throw new Bad("%d: %s", m.length, m); }
                        return m[0] * m[1];
                      }
                      @Differentiable
                      static double g(double[] m, double x) {
                        if (m.length != 2) { throw new Bad(Arrays.toString(m) + String.format("%s %f", m, x) + List.of(m, x)); }
                        return m[0] * x;
                      }
                      @Differentiable
                      static double h(double[][] m) {
                        if (m.length != 2) { Object[] all = m; throw new Bad("%s", all); }
                        if (m[0].length != 2) { Object one = m[0]; throw new Bad(one); }
                        return m[0][0] * m[1][0];
                      }
                    }
                    """)))
        .succeededWithoutWarnings();
  }

  @Test
  void mayBeUsedByTheClassItself() {
    assertThat(
            compile(
                new DifferentiableProcessor(),
                source(
                    "p.Both",
                    """
                    package p;
                    import cotangent.Differentiable;
                    public class Both {
                      record Point(double x, double y) {
                        Point { if (x < 0) throw new IllegalArgumentException(); }
                        double norm() { return Math.sqrt(x * x + y * y); }
                      }
                      @Differentiable
                      static double f(double x) { return x * x; }
                      public static void main(String[] args) {
                        var g = BothGrad.fGrad(3);
                        double d = g.dx();
                        for (var h : new BothGrad.FGradient[] {g}) {
                          System.out.println(h.value() + d + new Point(1, 2).norm());
                        }
                        Runnable r = () -> System.out.println(BothGrad.fGrad(4).dx());
                        double c = args.length == 0 ? BothGrad.f(1) : 2;
                      }
                      static double user = BothGrad.fGrad(1).value();
                    }
                    """)))
        .succeededWithoutWarnings();
  }

  @Test
  void meansTheClassesOfJavaWhateverThePackageHolds() {
    Compilation compilation =
        compile(
            new DifferentiableProcessor(),
            source("p.Math", "package p; class Math { static double sin(double x) { return x; } }"),
            source("p.System", "package p; class System {}"),
            source("p.Double", "package p; class Double {}"),
            source(
                "p.Sine",
                """
                package p;
                import cotangent.Differentiable;
                class Sine {
                  @Differentiable
                  static double f(double[] x) {
                    java.lang.System.arraycopy(x, 0, x, 1, 2);
                    double best = java.lang.Double.NEGATIVE_INFINITY;
                    for (double each : x) best = java.lang.Math.max(best, each);
                    return Math.sin(best) * java.lang.Math.sin(x[1]);
                  }
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("p.SineGrad")
        .contentsAsUtf8String()
        .contains("import java.lang.Math;");
  }

  @Test
  void generatesOtherMethodsWhenOneIsRefused() {
    Compilation compilation =
        compile(
            new DifferentiableProcessor(),
            source(
                "p.Two",
                """
                package p;
                import cotangent.Differentiable;
                class Two {
                  @Differentiable
                  static double bad(double x) {
                    try {
                      return x * Math.addExact(1, 2);
                    } catch (ArithmeticException e) {
                      return x;
                    }
                  }
                  @Differentiable
                  static double good(double x) { return x * x; }
                  TwoGrad.GoodGradient gradient;
                }
                """));
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("[CT040] arithmetic that ends in an exception");
  }

  @Test
  void refusesWhatJavaTakesInNoMethod() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 1500; i++) {
      String line = "%1$s = Math.sin(%1$s * %2$s) + %3$s * x[k];%n";
      String letters = "abcdefghij";
      Object[] names = {
        letters.charAt(i % 10), letters.charAt((i * 7 + 3) % 10), letters.charAt((i * 3 + 1) % 10)
      };
      body.append(String.format(line, names));
    }
    Compilation compilation =
        compile(
            new DifferentiableProcessor(),
            source(
                "p.Long",
                "package p; import cotangent.Differentiable; class Long {  @Differentiable static"
                    + " double f(double[] x) {    double a = 1, b = 2, c = 3, d = 4, e = 5, f = 6,"
                    + " g = 7, h = 8, i = 9, j = 0;    for (int k = 0; k < x.length; k++) {"
                    + body
                    + "    } return a + b + c + d + e + f + g + h + i + j; } }"));
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("[CT026] the generated method fGradAddTo");
  }

  @Test
  void waitsForTypesThatOtherProcessorsMake() {
    Processor maker = new Maker();
    JavaFileObject source =
        source(
            "p.Waits",
            """
            package p;
            import cotangent.Differentiable;
            @SuppressWarnings("unused")
            class Waits {
              @Differentiable
              static double f(double x, Made made) { return x * x; }
              @Differentiable
              static double g(double x) { return x * Made.TWICE; }
            }
            """);
    Compilation compilation =
        Compiler.javac()
            .withOptions("-Xlint:all", "-Werror")
            .withProcessors(maker, new DifferentiableProcessor(Pipeline::companion, true))
            .compile(source);
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("p.WaitsGrad")
        .contentsAsUtf8String()
        .containsMatch("(?s)fGrad.*gGrad");
  }

  /** Makes the class {@code p.Made} in the first round. */
  private static final class Maker extends AbstractProcessor {
    private boolean made;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!made) {
        made = true;
        try (Writer writer = processingEnv.getFiler().createSourceFile("p.Made").openWriter()) {
          writer.write("package p; class Made { static final int TWICE = 2; }");
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
      return false;
    }
  }

  @Test
  void warnsOfUnknownOptions() {
    Compilation compilation =
        Compiler.javac()
            .withOptions("-Acotangent.colour=red", "-Aother.option=1")
            .withProcessors(new DifferentiableProcessor())
            .compile(SQUARE);
    assertThat(compilation)
        .hadWarningContaining("[CT003] there is no processor option cotangent.colour");
    assertThat(compilation).succeeded();
  }

  @Test
  void turnsItsOwnDefectsIntoOneErrorAndAFile() throws IOException {
    Processor broken =
        new DifferentiableProcessor(
            (type, name, program, rules, verify, report, defects) -> {
              throw new Defect("derive", "the graph", new IllegalStateException("no shadow"));
            },
            false);
    Compilation compilation =
        Compiler.javac()
            .withOptions("-Acotangent.defects=" + directory)
            .withProcessors(broken)
            .compile(SQUARE);
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("[CT001] this is a defect of Cotangent");
    try (Stream<Path> files = Files.list(directory)) {
      Path file = files.findFirst().orElseThrow();
      assertThat(compilation).hadErrorContaining(file.toString());
      assertThat(Files.readString(file)).contains("the graph", "no shadow", "\tat cotangent");
    }
  }

  @Test
  void survivesAStackOverflow() {
    Processor broken =
        new DifferentiableProcessor(
            (type, name, program, rules, verify, report, defects) -> {
              throw new StackOverflowError();
            },
            false);
    Compilation compilation =
        Compiler.javac()
            .withOptions("-Acotangent.defects=" + directory)
            .withProcessors(broken)
            .compile(SQUARE);
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("[CT001]");
  }

  @Test
  void saysWhereSourceTreesAreMissing() {
    Processor elsewhere =
        new Wrapped(
            environment ->
                (ProcessingEnvironment)
                    Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {ProcessingEnvironment.class},
                        (proxy, method, arguments) -> method.invoke(environment, arguments)));
    Compilation compilation = compile(elsewhere, SQUARE);
    if (Runtime.version().feature() >= 18) {
      assertThat(compilation).hadErrorCount(0);
      assertThat(compilation).generatedSourceFile("p.SquareGrad");
      return;
    }
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("[CT002] this compiler").inFile(SQUARE).onLine(4);
  }

  @Test
  void looksBehindTheEnvironmentsOfBuildTools() {
    Compilation compilation = compile(new Wrapped(Delegating::new), SQUARE);
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation).generatedSourceFile("p.SquareGrad");
  }

  /** Hands the processor another environment than javac's. */
  private static final class Wrapped extends AbstractProcessor {
    private final Processor processor = new DifferentiableProcessor();
    private final UnaryOperator<ProcessingEnvironment> wrapper;

    Wrapped(UnaryOperator<ProcessingEnvironment> wrapper) {
      this.wrapper = wrapper;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      processor.init(wrapper.apply(environment));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }
  }

  /** As Gradle's: keeps the real environment in a field. */
  private record Delegating(ProcessingEnvironment delegate) implements ProcessingEnvironment {
    @Override
    public Map<String, String> getOptions() {
      return delegate.getOptions();
    }

    @Override
    public Messager getMessager() {
      return delegate.getMessager();
    }

    @Override
    public Filer getFiler() {
      return delegate.getFiler();
    }

    @Override
    public Elements getElementUtils() {
      return delegate.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return delegate.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return delegate.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return delegate.getLocale();
    }
  }

  private static Compilation compile(Processor processor, JavaFileObject... sources) {
    return Compiler.javac()
        .withOptions("-Xlint:all,-processing")
        .withProcessors(processor)
        .compile(List.of(sources));
  }

  private static JavaFileObject source(String name, String text) {
    return JavaFileObjects.forSourceString(name, text);
  }
}
