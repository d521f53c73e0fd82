package cotangent.processor.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cotangent.processor.graph.Type;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationsTest {
  /** Not functions of their arguments. */
  private static final Set<String> NO_FUNCTIONS = Set.of("random");

  /** What later JDKs than 17 have added. */
  private static final Set<String> NEWER =
      Set.of(
          "ceilDiv",
          "ceilDivExact",
          "ceilMod",
          "clamp",
          "divideExact",
          "floorDivExact",
          "powExact",
          "unsignedMultiplyExact",
          "unsignedMultiplyHigh",
          "unsignedPowExact");

  static Stream<Method> mathMethods() {
    return Stream.of(Math.class, StrictMath.class)
        .flatMap(owner -> Arrays.stream(owner.getMethods()))
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> !NO_FUNCTIONS.contains(method.getName()))
        .filter(method -> !NEWER.contains(method.getName()));
  }

  @ParameterizedTest
  @MethodSource("mathMethods")
  void hasEveryMethodOfMath(Method method) {
    List<Type> types =
        Arrays.stream(method.getParameterTypes()).map(OperationsTest::scalar).toList();
    Op op =
        Operations.method(method.getDeclaringClass().getName(), method.getName(), types)
            .orElseThrow();
    assertThat(op.type(types)).isEqualTo(scalar(method.getReturnType()));
    assertThat(op.syntax()).isInstanceOf(Op.Syntax.Static.class);
    Op.Syntax.Static written = (Op.Syntax.Static) op.syntax();
    assertThat(written.owner()).isEqualTo(method.getDeclaringClass().getSimpleName());
    assertThat(written.method()).isEqualTo(method.getName());
  }

  private static Type scalar(Class<?> primitive) {
    return Type.Scalar.valueOf(primitive.getName().toUpperCase(Locale.ROOT));
  }

  @Test
  void findsMethodsUnderOtherNames() {
    List<Type> doubles = List.of(Type.DOUBLE, Type.DOUBLE);
    assertThat(Operations.method("java.lang.Double", "max", doubles)).contains(Operations.MAX);
    assertThat(Operations.method("java.lang.Double", "sum", doubles)).contains(Operations.ADD);
    assertThat(Operations.method("java.lang.Math", "random", List.of())).isEmpty();
    assertThat(Operations.method("my.Math", "max", doubles)).isEmpty();
    assertThat(Operations.method("java.lang.Math", "sin", doubles)).isEmpty();
  }

  @Test
  void findsOperatorsByTheirTokens() {
    assertThat(Operations.binary(">>>")).isSameAs(Operations.USHR);
    assertThat(Operations.binary("-")).isSameAs(Operations.SUB);
    assertThat(Operations.unary("-")).isSameAs(Operations.NEG);
    assertThat(Operations.byName("StrictMath.sin")).isNotSameAs(Operations.SIN);
    assertThatThrownBy(() -> Operations.binary("**")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void promotesNothingByItself() {
    assertThat(Operations.ADD.accepts(List.of(Type.INT, Type.DOUBLE))).isFalse();
    assertThat(Operations.ADD.accepts(List.of(Type.Scalar.BYTE, Type.Scalar.BYTE))).isFalse();
    assertThat(Operations.SHL.accepts(List.of(Type.LONG, Type.INT))).isTrue();
    assertThat(Operations.EQ.accepts(List.of(Type.STRING, Type.array(Type.INT)))).isTrue();
    assertThat(Operations.EQ.accepts(List.of(Type.STRING, Type.INT))).isFalse();
  }
}
