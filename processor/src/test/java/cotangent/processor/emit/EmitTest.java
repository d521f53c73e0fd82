package cotangent.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphTextParser;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmitTest {
  private static final Type ROW = Type.array(Type.DOUBLE);
  private static final Type ROWS = Type.array(ROW);

  private static Method method(String name, Region body) {
    List<Port> inputs = new ArrayList<>();
    body.parameters().forEach(value -> inputs.add(new Port.Leaf(value.name(), value.type())));
    List<Port> outputs = new ArrayList<>();
    body.yields().forEach(value -> outputs.add(new Port.Leaf("d" + value.name(), value.type())));
    String record = outputs.size() > 1 ? "Results" : "";
    return new Method(
        name,
        Optional.empty(),
        new Graph(name, body, List.of()),
        inputs,
        outputs,
        record,
        "Computes it.");
  }

  private static String source(Method... methods) {
    return CompanionWriter.write(
            new Companion("p", "CGrad", true, "C", name -> false, List.of(methods)))
        .source();
  }

  private static Compiled compiled(String source) {
    return new Compiled("p.CGrad", source, "p.C", "package p; public class C {}");
  }

  private static String body(String source, String method) {
    int start = source.indexOf("\n", source.indexOf(" " + method + "(")) + 1;
    return source.substring(start, source.indexOf("\n  }\n", start)).replaceAll("(?m)^    ", "");
  }

  private static void check(String source, String method, String... lines) {
    assertThat(body(source, method)).isEqualTo(String.join("\n", lines));
  }

  @Test
  void sumsProductsInALoop() {
    GraphBuilder b = new GraphBuilder();
    Value w = b.parameter(ROW, "w");
    Value x = b.parameter(ROW, "x");
    GraphBuilder l = new GraphBuilder();
    Value i = l.parameter(Type.INT, "i");
    Value s = l.parameter(Type.DOUBLE, "s");
    Value wi = l.read("", w, i);
    Value xi = l.read("", x, i);
    Value next = l.apply("s", Operations.ADD, s, l.apply(Operations.MUL, wi, xi));
    Value zero = b.constant(0.0);
    Value n = b.apply(Operations.LENGTH, w);
    Value total = b.loop(b.constant(0), n, 1, List.of(zero), l.yield(next)).get(0);
    String source = source(method("dot", b.yield(total)));
    check(
        source,
        "dot",
        "double s = 0;",
        "for (int i = 0; i < w.length; i++) {",
        "  s += w[i] * x[i];",
        "}",
        "return s;");
    assertThat(compiled(source).call("dot", new double[] {1, 2}, new double[] {3, 4}))
        .isEqualTo(11.0);
  }

  @Test
  void swapsInALoop() {
    GraphBuilder builder = new GraphBuilder();
    Value n = builder.parameter(Type.INT, "n");
    GraphBuilder l = new GraphBuilder();
    l.parameter(Type.INT, "i");
    Value a = l.parameter(Type.DOUBLE, "a");
    Value b = l.parameter(Type.DOUBLE, "b");
    Value a0 = builder.constant(1.0);
    Value b0 = builder.constant(2.0);
    List<Value> r = builder.loop(builder.constant(0), n, 1, List.of(a0, b0), l.yield(b, a));
    String source =
        source(method("f", builder.yield(builder.apply(Operations.SUB, r.get(0), r.get(1)))));
    check(
        source,
        "f",
        "double a = 1;",
        "double b = 2;",
        "for (int i = 0; i < n; i++) {",
        "  double a2 = a;",
        "  a = b;",
        "  b = a2;",
        "}",
        "return a - b;");
    assertThat(compiled(source).call("f", 3)).isEqualTo(1.0);
    assertThat(compiled(source).call("f", 4)).isEqualTo(-1.0);
  }

  @Test
  void keepsLoopsThatMayNotEnd() {
    String text =
        """
        graph f(double x, int k) {
          %1 = 2
          %2 = gt(k, %1) @1
          if %2 {
            while () {
              %3 = true
              yield %3
            } do {
            } @2
          } else {
          } @3
          while () {
            %4 = lt(k, %1) @4
            yield %4
          } do {
          } @4
          yield x
        }
        """;
    String source = source(method("f", GraphTextParser.parse(text, Operations::byName).body()));
    check(source, "f", "if (k > 2) {", "  while (true) {}", "}", "while (k < 2) {}", "return x;");
    compiled(source);
  }

  @Test
  void addsIntoArrays() {
    GraphBuilder b = new GraphBuilder();
    Value w = b.parameter(ROW, "w");
    Value x = b.parameter(ROW, "x");
    Value dw = b.newArray("dw", ROW, b.apply(Operations.LENGTH, w));
    Value dx = b.newArray("dx", ROW, b.apply(Operations.LENGTH, x));
    GraphBuilder l = new GraphBuilder();
    Value i = l.parameter(Type.INT, "i");
    Value wi = l.read("", w, i);
    Value xi = l.read("", x, i);
    Value d = l.constant(2.5);
    l.write(dw, i, l.apply(Operations.ADD, l.read("", dw, i), l.apply(Operations.MUL, d, xi)));
    l.write(dx, i, l.apply(Operations.ADD, l.read("", dx, i), l.apply(Operations.MUL, d, wi)));
    b.loop(b.constant(0), b.apply(Operations.LENGTH, w), 1, List.of(), l.yield());
    String source = source(method("f", b.yield(dw, dx)));
    check(
        source,
        "f",
        "double[] dw = new double[w.length];",
        "double[] dx = new double[x.length];",
        "for (int i = 0; i < w.length; i++) {",
        "  dw[i] += 2.5 * x[i];",
        "  dx[i] += 2.5 * w[i];",
        "}",
        "return new Results(dw, dx);");
    compiled(source);
  }

  @Test
  void guardsAndReturnsEarly() {
    GraphBuilder b = new GraphBuilder();
    Value x = b.parameter(Type.DOUBLE, "x");
    GraphBuilder guard = new GraphBuilder();
    Value text = guard.constant("x must not be negative: ");
    Value message = new Value(Type.STRING, "");
    guard.call(
        new Callee.Member(Callee.Member.Kind.CONCATENATION, "", "", true),
        List.of(message),
        List.of(text, x));
    Value exception = new Value(new Type.Reference("java.lang.IllegalArgumentException"), "");
    guard.call(
        new Callee.Member(Callee.Member.Kind.NEW, "java.lang.IllegalArgumentException", "", true),
        List.of(exception),
        List.of(message));
    guard.throwing(exception);
    GraphBuilder rest = new GraphBuilder();
    Value y = rest.apply("y", Operations.MUL, x, x);
    GraphBuilder big = new GraphBuilder();
    Value z = big.apply("z", Operations.LOG, big.apply("u", Operations.ADD, y, y));
    Value big2 = big.apply(Operations.MUL, z, z);
    GraphBuilder small = new GraphBuilder();
    Value two = small.apply(Operations.SUB, y, small.constant(-1.0));
    Value c = rest.apply(Operations.GT, y, rest.constant(1.0));
    Value r = rest.branch(c, big.yield(big2), small.yield(two), List.of(two)).get(0);
    Value negative = b.apply(Operations.LT, x, b.constant(0.0));
    Value result = b.branch(negative, guard.yield(), rest.yield(r), List.of(r)).get(0);
    String source = source(method("f", b.yield(result)));
    check(
        source,
        "f",
        "if (x < 0) {",
        "  throw new IllegalArgumentException(\"x must not be negative: \" + x);",
        "}",
        "double y = x * x;",
        "if (y > 1) {",
        "  double z = Math.log(y + y);",
        "  return z * z;",
        "}",
        "return y - (-1);");
    Compiled compiled = compiled(source);
    assertThat(compiled.call("f", 0.5)).isEqualTo(1.25);
    assertThatThrownBy(() -> compiled.call("f", -0.5)).hasMessageContaining("-0.5");
  }
}
