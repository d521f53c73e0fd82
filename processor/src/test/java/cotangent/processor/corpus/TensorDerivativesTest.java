package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cotangent.processor.op.TensorOperation;
import cotangent.processor.op.TensorOperations;
import cotangent.tensor.Matrix;
import cotangent.tensor.Tensor;
import cotangent.tensor.Vector;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the derivatives that stand in the table of operations: each that is written in Java gives
 * what is generated.
 */
class TensorDerivativesTest {
  /** Two words side by side, but not the head of a lambda expression. */
  private static final Pattern PROSE = Pattern.compile("[a-z\\])0-9] +[a-z0]|,? and ");

  private static final List<TensorOperation> ROWS =
      TensorOperations.all().stream()
          .filter(row -> !PROSE.matcher(row.derivative()).find())
          .filter(row -> parts(row).stream().anyMatch(part -> !part.equals("-")))
          .toList();

  private static final Compilation COMPILATION =
      Compilation.of(Map.of("tensors.Table", source()), Compilation.processors().toList());

  private final Random random = new Random(1);

  @Test
  void mostAreWrittenInJava() {
    assertThat(COMPILATION.diagnostics()).isEmpty();
    assertThat(ROWS).hasSizeGreaterThan(60);
  }

  @TestFactory
  Stream<DynamicTest> areThoseThatAreGenerated() {
    return IntStream.range(0, ROWS.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    ROWS.get(i).owner() + "." + ROWS.get(i).name() + ROWS.get(i).parameters(),
                    () -> compare(i)));
  }

  private static String source() {
    return "package tensors;\nimport cotangent.*;\nimport cotangent.tensor.*;\n"
        + "@SuppressWarnings(\"cotangent\")\nfinal class Table {\n"
        + IntStream.range(0, ROWS.size())
            .mapToObj(i -> methods(i, ROWS.get(i)))
            .collect(Collectors.joining())
        + "}\n";
  }

  /** A method that calls an operation, and one that computes what its row says. */
  private static String methods(int i, TensorOperation row) {
    List<String> types = types(row);
    List<String> names = List.of("a", "b", "c", "d").subList(row.isStatic() ? 1 : 0, 4);
    List<String> arguments = names.subList(0, types.size());
    String parameters =
        IntStream.range(0, types.size())
            .mapToObj(k -> types.get(k) + " " + arguments.get(k))
            .collect(Collectors.joining(", "));
    String receiver = row.isStatic() ? row.owner() : "a";
    List<String> others = row.isStatic() ? arguments : arguments.subList(1, arguments.size());
    return """
          @Differentiable(Derivative.VJP)
          static %1$s op%2$d(%3$s) {
            return %4$s;
          }

          static Object[] table%2$d(%3$s, %1$s t) {
            %1$s y = op%2$d(%5$s);
            int m = 2, n = 3, k = %6$d, count = %7$d;
            return new Object[] {%8$s};
          }
        """
        .formatted(
            result(row),
            i,
            parameters,
            receiver + "." + row.name() + "(" + String.join(", ", others) + ")",
            String.join(", ", arguments),
            row.shapes().contains("k, n") ? 2 : 3,
            row.shapes().get(0).equals("m, n") ? 6 : 3,
            parts(row).stream()
                .map(part -> part.equals("-") ? "null" : part)
                .collect(Collectors.joining(", ")));
  }

  /** The types of receiver and arguments; of a variable number of arguments, one. */
  private static List<String> types(TensorOperation row) {
    List<String> types = new ArrayList<>(row.isStatic() ? List.of() : List.of(row.owner()));
    row.parameters().forEach(type -> types.add(type.replace("...", "")));
    return types;
  }

  private static String result(TensorOperation row) {
    Class<?> owner = row.owner().equals("Vector") ? Vector.class : Matrix.class;
    List<String> parameters =
        row.parameters().stream().map(type -> type.replace("...", "[]")).toList();
    Class<?> type =
        Arrays.stream(owner.getMethods())
            .filter(method -> method.getName().equals(row.name()) && !method.isBridge())
            .filter(method -> parameters.equals(written(method, row.owner())))
            .findFirst()
            .orElseThrow(() -> new AssertionError(row))
            .getReturnType();
    return type == Tensor.class ? row.owner() : type.getSimpleName();
  }

  private static List<String> written(Method method, String owner) {
    return Arrays.stream(method.getParameterTypes())
        .map(type -> type == Tensor.class ? owner : type.getSimpleName())
        .toList();
  }

  /** Takes apart what is between commas outside of parentheses. */
  private static List<String> parts(TensorOperation row) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    String all = row.derivative() + ",";
    for (int i = 0; i < all.length(); i++) {
      char c = all.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(all.substring(from, i).strip());
        from = i + 1;
      }
    }
    return parts;
  }

  private void compare(int i) throws Exception {
    TensorOperation row = ROWS.get(i);
    List<Object> arguments = new ArrayList<>();
    for (String type : types(row)) {
      arguments.add(drawn(type, row));
    }
    Object y = method("tensors.Table", "op" + i).invoke(null, arguments.toArray());
    List<Object> seeded = new ArrayList<>(arguments);
    seeded.add(like(y));
    Object[] table = (Object[]) method("tensors.Table", "table" + i).invoke(null, seeded.toArray());
    Object generated = method("tensors.TableGrad", "op" + i + "Vjp").invoke(null, seeded.toArray());
    RecordComponent[] components = generated.getClass().getRecordComponents();
    int next = 1;
    for (int k = 0; k < table.length; k++) {
      if (arguments.get(k) instanceof Integer) {
        continue;
      }
      Method accessor = components[next++].getAccessor();
      accessor.setAccessible(true);
      assertThat(numbers(accessor.invoke(generated)))
          .as(accessor.getName())
          .containsExactly(numbers(table[k]), within(1e-12));
    }
    assertThat(next).isGreaterThan(1);
  }

  private static Method method(String type, String name) {
    return Arrays.stream(COMPILATION.load(type).getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .filter(method -> !method.getParameterTypes()[0].getSimpleName().equals("Workspace"))
        .peek(method -> method.setAccessible(true))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name));
  }

  private Object drawn(String type, TensorOperation row) {
    boolean isSquare =
        row.shapes().get(0).equals("n, n")
            || row.name().equals("times") && row.parameters().contains("Matrix");
    return switch (type) {
      case "double" -> 0.5 + random.nextDouble();
      case "int" -> 1;
      case "double[]" -> random.doubles(row.owner().equals("Matrix") ? 1 : 3).toArray();
      case "double[][]" -> matrix(2, 3).toArray();
      case "Vector" -> Vector.wrap(random.doubles(3, 0.5, 1.5).toArray());
      case "Matrix" -> isSquare ? matrix(3, 3).plus(Matrix.identity(3).times(3)) : matrix(2, 3);
      default -> throw new AssertionError(type);
    };
  }

  private Matrix matrix(int rows, int columns) {
    double[] elements = random.doubles((long) rows * columns, 0.5, 1.5).toArray();
    return Matrix.wrap(rows, columns, elements);
  }

  private Object like(Object y) {
    if (y instanceof Vector vector) {
      return Vector.wrap(random.doubles(vector.size(), -1, 1).toArray());
    } else if (y instanceof Matrix matrix) {
      return matrix(matrix.rows(), matrix.columns());
    } else if (y instanceof double[] array) {
      return random.doubles(array.length, -1, 1).toArray();
    } else if (y instanceof double[][] rows) {
      return matrix(rows.length, rows[0].length).toArray();
    }
    return random.nextDouble();
  }

  private static double[] numbers(Object value) {
    return value instanceof Vector vector
        ? vector.toArray()
        : value instanceof Matrix matrix
            ? matrix.values()
            : value instanceof double[][] rows
                ? Matrix.of(rows).values()
                : value instanceof double[] array ? array : new double[] {(double) value};
  }
}
