package cotangent.processor.op;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of operations on tensors to the library. */
class TensorOperationsTest {
  private static final Set<String> WITHOUT_A_ROW =
      Set.of("values", "equals", "hashCode", "toString");

  @Test
  void eachMethodHasARow() {
    Set<String> rows =
        TensorOperations.all().stream()
            .map(row -> row.owner() + "." + row.name() + row.parameters())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> methods =
        Stream.of(Vector.class, Matrix.class)
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .filter(method -> method.getDeclaringClass() != Object.class && !method.isBridge())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .filter(method -> !WITHOUT_A_ROW.contains(method.getName()))
            .flatMap(method -> Stream.of("Vector", "Matrix").map(owner -> written(method, owner)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(methods).containsAll(rows);
    assertThat(methods.stream().map(name -> name.replaceFirst(".*?\\.", "")).distinct())
        .allMatch(name -> rows.stream().anyMatch(row -> row.endsWith("." + name)));
  }

  private static String written(Method method, String owner) {
    String parameters =
        Arrays.stream(method.getParameterTypes())
            .map(type -> type.getSimpleName().equals("Tensor") ? owner : type.getSimpleName())
            .collect(Collectors.joining(", "));
    String all = method.isVarArgs() ? parameters.replaceFirst("\\[]$", "...") : parameters;
    return owner + "." + method.getName() + "[" + all + "]";
  }
}
