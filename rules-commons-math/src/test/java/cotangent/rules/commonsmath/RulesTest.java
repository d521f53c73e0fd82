package cotangent.rules.commonsmath;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.verify.GradientTests;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs each rule against differences, in every mode. */
class RulesTest {
  @TestFactory
  Stream<DynamicTest> elementaryFunctions() {
    return GradientTests.of(ElementaryFunctions.class);
  }

  @TestFactory
  Stream<DynamicTest> specialFunctions() {
    return GradientTests.of(SpecialFunctions.class);
  }

  @Test
  void kinksAreThoseOfMath() {
    assertThat(ElementaryFunctionsGrad.absGrad(0).dx()).isZero();
    assertThat(ElementaryFunctionsGrad.maxGrad(1, 1).dx()).isEqualTo(0.5);
    assertThat(ElementaryFunctionsGrad.hypotGrad(0, 0).dx()).isZero();
  }
}
