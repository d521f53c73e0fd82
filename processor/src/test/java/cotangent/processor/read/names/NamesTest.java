package cotangent.processor.read.names;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import cotangent.processor.report.Position;
import cotangent.processor.report.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Every name is resolved before javac does it, and must come out as javac has it. */
class NamesTest {
  private final List<String> differences = new ArrayList<>();
  private int read;

  @Test
  void findsFieldsAsJavacDoes() {
    check(
        """
        package p;
        import static java.lang.Math.PI;
        import static java.lang.Double.*;
        import java.awt.Point;
        class A extends Base implements Constants {
          static double own = 1;
          static int E = 3;
          double f(Point p) {
            var a = own;
            double b = inherited;
            float c = A.FROM_INTERFACE;
            double d = PI;
            double e = MAX_VALUE;
            int g = E;
            double h = Math.E;
            int i = p.x;
            double j = java.lang.Math.PI;
            long k = Base.Nested.DEEP;
            long l = Nested.DEEP;
            return a;
          }
          class Inner {
            double inherited = 2;
            double g() { var a = inherited; var b = own; return b; }
          }
        }
        class Base { protected double inherited; static class Nested { static long DEEP = 1; } }
        interface Constants { float FROM_INTERFACE = 1; }
        """);
  }

  @Test
  void findsTypesAsJavacDoes() {
    check(
        """
        package p;
        import java.util.*;
        import java.util.Map.Entry;
        import static p.Base.Made;
        class A<T extends Number> extends Base {
          static <S extends Comparable<S>> void f(List<? extends double[]> p, S s) {
            int[][] a = null;
            List<Double> b = null;
            Entry<String, ? super Integer> c = null;
            Map.Entry<String, double[]>[] d = null;
            java.util.function.DoubleBinaryOperator e = null;
            Nested g = null;
            Base.Nested h = null;
            A.Inner i = null;
            S j = s;
            Made k = null;
            Date l = null;
            Integer m = null;
            String[] n = null;
          }
          void g(T t) { T u = t; List<T> v = null; A<T>.Own w = null; Object o = (CharSequence) null; }
          static class Inner {}
          class Own {}
        }
        class Base { static class Nested {} static class Made {} }
        class Integer {}
        """);
  }

  @Test
  void choosesOverloadsAsJavacDoes() {
    check(
        """
        package p;
        import java.util.*;
        import static java.lang.Math.*;
        class A {
          static void m(int x) {}
          static void m(long x) {}
          static void m(double x) {}
          static void m(Object x) {}
          static void m(Integer x) {}
          static void m(Number x, Object y) {}
          static void m(double... x) {}
          static void n(Object x) {}
          static void n(long x) {}
          static void n(int... x) {}
          static void o(Integer x) {}
          static void o(Object x) {}
          static void q(int x, double... y) {}
          static void q(int x, int... y) {}
          static void r(char x) {}
          static void r(int x) {}
          static void s(double[] x) {}
          static void s(Object x) {}
          static void s(double[][] x) {}
          static void t(String s) {}
          static void t(Object s) {}
          static <T> void u(T x) {}
          static <T extends Number> void u(T x) {}
          static <T> void u(T[] x) {}
          static <T> void v(List<T> x) {}
          static void v(Collection<?> x) {}
          static void w(float x) {}
          static void w(double x) {}
          void calls(Integer boxed, byte b, short h, char c, long l, float f, double d,
              Double big, double[] a, double[][] aa, Integer[] ia, List<String> ls, Set<String> set) {
            m(1); m(1L); m(1f); m(1.0); m(boxed); m(b); m(c); m(big); m("s"); m(boxed, 1); m();
            m(1.0, 2.0); m(1, 2);
            n(1); n(boxed); n(b); n(1.0); n(1, 2);
            o(1); o(c); o("x");
            q(1, 2); q(1, 2.0); q(1, 2, 3);
            r(c); r('c'); r(b); r(h);
            s(a); s(aa); s("x"); s(ia);
            t("x"); t(null); t(a);
            u(1); u("x"); u(ia); u(a); u(aa);
            v(ls); v(set);
            w(l); w(f); w(1); w(d);
            abs(1); abs(l); abs(f); abs(d); max(1, d); max(1, l); max(c, f); min(b, h); round(f); round(d);
            Math.scalb(d, 3); Math.floorMod(l, 3); Math.fma(d, f, 1); Math.pow(2, l);
            StringBuilder sb = new StringBuilder("x").append(c).append(d).append("x").append(a);
            String.valueOf(c); String.format("%s", d, f); "abc".substring(1).length(); "x".indexOf('c');
            Arrays.fill(a, 1); Arrays.fill(a, 0, 1, 2.0); Arrays.copyOf(a, 3); Arrays.copyOf(ia, 3);
            Arrays.asList(1, 2, 3); Arrays.asList(ia); Arrays.stream(a).sum(); Arrays.sum();
            Objects.requireNonNull(ls); Objects.hash(1, 2); Objects.equals(a, d);
            System.out.println(d); System.out.println(c); System.out.println("s"); System.out.printf("x");
            Double.compare(1, f); Double.isNaN(f); Double.valueOf(d); Integer.valueOf(c); Integer.parseInt("1");
            ls.get(0).length(); ls.size(); set.contains("x"); ls.add("x"); ls.remove(1); ls.remove(boxed);
            Math.max(ls.size(), 2.0); Collections.max(ls); Collections.emptyList(); List.of(1, 2).get(0);
            new Random(1L).nextDouble(); new Random().nextInt(3); new int[] {}; new Double(d);
            Map<String, ? extends Number> map = null;
            map.get("x").doubleValue(); map.entrySet().iterator().next().getKey().length();
            new IllegalArgumentException("x" + d).getMessage(); new ArithmeticException();
            toString(); hashCode(); this.equals(null);
          }
          int sum(int... x) { return x.length; }
        }
        """
            .replace(" Arrays.sum();", "")
            .replace(" new int[] {};", "")
            .replace(" this.equals(null);", " equals(null);"));
  }

  @Test
  void looksOutwardAndUpwardForMethods() {
    check(
        """
        package p;
        import static p.Other.*;
        import static java.lang.Integer.max;
        import static java.lang.Math.max;
        class A extends Base implements WithDefault {
          static double f(int x) { return 1; }
          static double over(Object x) { return 1; }
          double g() {
            f(1); inherited(1); over("x"); fromDefault(); imported(1); max(1.0, 2);
            generic(1).intValue(); generic("x").length(); overloaded(1);
            Other.imported(1); p.Other.imported(2);
            new A().inherited(3); ((WithDefault) this2()).fromDefault();
            new Box<>("x").get(); new Box<String>("x").get().length();
            Base.over(new A()); R r = new R(1, 2.0); r.x(); r.y(); R.make().y(); r.sum();
            Color.RED.ordinal(); Color.valueOf("RED").name(); Color.values();
            return f(2);
          }
          A this2() { return null; }
          static class Inner {
            static void f(String s) {}
            void g() { f("x"); over("y"); }
          }
          int overloaded(int x) { return 1; }
        }
        record R(int x, double y) {
          double sum() { return y() + y(); }
          static R make() { return new R(1, 2); }
        }
        enum Color { RED }
        class Box<T> { Box(T t) {} T get() { return null; } }
        class Base {
          double inherited(int x) { return 1; }
          static double over(Object x) { return 1; }
          static <T> T generic(T t) { return t; }
          long overloaded(long x) { return 1; }
          private void f(int x, int y) {}
        }
        interface WithDefault { default double fromDefault() { return 1; } static void f() {} }
        class Other { static double imported(double x) { return x; } static double imported(int x) { return x; } }
        """);
  }

  @Test
  void saysNothingWhereJavaIsWrong() {
    Compilation compilation =
        compile(
            """
            package p;
            class A {
              static void m(Integer x, Object y) {}
              static void m(Object x, Integer y) {}
              static void n(String s) {}
              double f() {
                m(1, 2);
                n(3);
                unknown(1);
                Missing x = null;
                double d = missing;
                double e = Math.QI;
                java.util.Missing z = null;
                return 1;
              }
            }
            """);
    assertThat(compilation.errors()).hasSize(7);
    assertThat(differences).isEmpty();
  }

  @Test
  void noticesThatItWasWrong() {
    // the reading of this test gives a sum the type of its first operand
    compile("package p; class A { static double f(int x, double y) { return x + y; } }");
    assertThat(differences).containsExactly("int instead of double at line 1");
  }

  @Test
  void noticesWhatItGaveUpThoughJavacHasRewrittenIt() {
    // the reading of this test gives up variables of this name; javac lowers the increment first
    compile(
        """
        package p;
        class A {
          static double f(Integer n) {
            if (n++ > 2) { return 1; }
            int givenUp = 1;
            return givenUp;
          }
        }
        """);
    assertThat(differences).hasSize(1);
    assertThat(differences.get(0)).startsWith("int givenUp = 1").endsWith("given up at line 5");
  }

  @Test
  void waitsForAllClassesOfAFileThoughJavacHasRewrittenSome() {
    compile(
        """
        package p;
        class A {
          static double g(Integer n) {
            if (n++ > 2) { return 1; }
            return 2;
          }
        }
        class B {
          static double f() {
            int givenUp = 1;
            return givenUp;
          }
        }
        class C {
          static double f() { return unknown; }
        }
        """);
    assertThat(differences).isEmpty(); // javac has an error to report
  }

  private void check(String source) {
    Compilation compilation = compile(source);
    assertThat(compilation.errors()).isEmpty();
    assertThat(differences).isEmpty();
    assertThat(read).isPositive();
  }

  private Compilation compile(String source) {
    JavaFileObject file = JavaFileObjects.forSourceString("p.A", source);
    return Compiler.javac().withProcessors(new Reader()).compile(file);
  }

  private Hindsight.Listener listener() {
    return new Hindsight.Listener() {
      @Override
      public void misread(Position position, String decided, String found) {
        differences.add(decided + " instead of " + found + " at " + position);
      }

      @Override
      public void givenUp(Position position, String text) {
        differences.add(text + " given up at " + position);
      }
    };
  }

  private final class Reader extends AbstractProcessor {
    private Program program;

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
      if (!round.processingOver() && program == null) {
        makeAnotherRound();
        Trees trees = Trees.instance(processingEnv);
        program = new Program(trees, processingEnv.getTypeUtils(), processingEnv.getElementUtils());
        Hindsight hindsight = new Hindsight(trees, listener());
        hindsight.watch(program);
        JavacTask.instance(processingEnv).addTaskListener(hindsight);
        ElementFilter.typesIn(round.getRootElements()).forEach(type -> read(type, program));
      }
      return false;
    }

    /** After a generated class, javac makes the symbols of all sources anew. */
    private void makeAnotherRound() {
      try (Writer writer = processingEnv.getFiler().createSourceFile("p.More").openWriter()) {
        writer.write("package p; class More {}");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void read(TypeElement type, Program program) {
      ElementFilter.methodsIn(type.getEnclosedElements()).stream()
          .flatMap(method -> program.source(method).stream())
          .forEach(
              source -> {
                read++;
                try {
                  new NameReader(source).scan(source.tree().getBody(), null);
                } catch (Refusal refusal) {
                  differences.add(refusal.getMessage() + " at " + refusal.position());
                }
              });
      ElementFilter.typesIn(type.getEnclosedElements()).forEach(inner -> read(inner, program));
    }
  }
}
