package cotangent.processor.op;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.Type;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every row, on all types that it takes, to the Java expression that it stands for. */
class OperationValueTest {
  private static final Map<Type, List<Object>> EDGES = edges();
  private static final Map<Op, List<Method>> JAVA = new LinkedHashMap<>();

  private static Map<Type, List<Object>> edges() {
    Map<Type, List<Object>> edges = new LinkedHashMap<>();
    edges.put(Type.BOOLEAN, List.of(false, true));
    edges.put(Type.Scalar.BYTE, List.of((byte) -128, (byte) -1, (byte) 0, (byte) 127));
    edges.put(Type.Scalar.SHORT, List.of((short) -32768, (short) 7, (short) 300));
    edges.put(Type.Scalar.CHAR, List.of((char) 0, 'a', (char) 0xffff));
    edges.put(Type.INT, List.of(Integer.MIN_VALUE, -7, -1, 0, 1, 3, 33, Integer.MAX_VALUE));
    edges.put(Type.LONG, List.of(Long.MIN_VALUE, -1L, 0L, 5L, 70L, 1L << 40, Long.MAX_VALUE));
    edges.put(
        Type.FLOAT,
        List.of(
            -3.5f,
            -0f,
            0f,
            0.1f,
            1f,
            2.5f,
            3e9f,
            Float.MIN_VALUE,
            Float.MAX_VALUE,
            Float.NEGATIVE_INFINITY,
            Float.NaN));
    edges.put(
        Type.DOUBLE,
        List.of(
            -3.5,
            -1.0,
            -0.0,
            0.0,
            0.3,
            1.0,
            2.5,
            1e10,
            1e300,
            Double.MIN_VALUE,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.NaN));
    return edges;
  }

  static List<Op> rows() {
    return Operations.all().stream().filter(op -> op != Operations.LENGTH).toList();
  }

  @BeforeAll
  static void compile(@TempDir Path directory) throws Exception {
    StringBuilder source = new StringBuilder("public class Rows {\n");
    List<Op> rows = rows();
    for (int i = 0; i < rows.size(); i++) {
      for (List<Type> types : Signatures.of(rows.get(i))) {
        source.append(method("row" + i, rows.get(i), types));
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    SimpleJavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///Rows.java"), SimpleJavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source + "}\n";
          }
        };
    List<String> options = List.of("-proc:none", "-d", directory.toString());
    assertThat(compiler.getTask(null, null, null, options, null, List.of(file)).call()).isTrue();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
      for (Method method : loader.loadClass("Rows").getMethods()) {
        if (method.getName().startsWith("row")) {
          Op op = rows.get(Integer.parseInt(method.getName().substring(3)));
          JAVA.computeIfAbsent(op, unused -> new ArrayList<>()).add(method);
        }
      }
    }
  }

  private static String method(String name, Op op, List<Type> types) {
    String parameters =
        IntStream.range(0, types.size())
            .mapToObj(i -> types.get(i) + " x" + i)
            .collect(Collectors.joining(", "));
    String arguments =
        IntStream.range(0, types.size()).mapToObj(i -> "x" + i).collect(Collectors.joining(", "));
    Op.Syntax syntax = op.syntax();
    String expression;
    if (syntax instanceof Op.Syntax.Infix infix) {
      expression = "x0 " + infix.token() + " x1";
    } else if (syntax instanceof Op.Syntax.Prefix prefix) {
      expression = prefix.token() + "x0";
    } else if (syntax instanceof Op.Syntax.Cast cast) {
      expression = "(" + cast.type() + ") x0";
    } else if (syntax instanceof Op.Syntax.Static method) {
      expression = method.qualifiedOwner() + "." + method.method() + "(" + arguments + ")";
    } else {
      expression = "x0 ? x1 : x2";
    }
    return "  public static %s %s(%s) { return %s; }\n"
        .formatted(op.type(types), name, parameters, expression);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void computesWhatJavaDoes(Op op) throws Exception {
    assertThat(JAVA).containsKey(op);
    for (Method method : JAVA.get(op)) {
      for (List<Object> operands : combinations(method.getParameterTypes())) {
        assertThat(outcome(op, operands))
            .as("%s%s", op, operands)
            .isEqualTo(outcome(method, operands));
      }
    }
  }

  /** A result; of an exception its class. Boxed numbers are equal when their bits are. */
  private static Object outcome(Method method, List<Object> operands) throws Exception {
    try {
      return method.invoke(null, operands.toArray());
    } catch (InvocationTargetException e) {
      return e.getCause().getClass();
    }
  }

  private static Object outcome(Op op, List<Object> operands) {
    try {
      return op.evaluate(operands);
    } catch (ArithmeticException e) {
      return e.getClass();
    }
  }

  private static List<List<Object>> combinations(Class<?>[] types) {
    List<List<Object>> all = List.of(List.of());
    for (Class<?> type : types) {
      List<List<Object>> longer = new ArrayList<>();
      for (List<Object> begun : all) {
        for (Object edge : EDGES.get(Type.Scalar.valueOf(type.getName().toUpperCase()))) {
          List<Object> next = new ArrayList<>(begun);
          next.add(edge);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }
}
