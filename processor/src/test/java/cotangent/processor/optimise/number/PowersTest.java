package cotangent.processor.optimise.number;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Small whole powers. */
class PowersTest {

  @Test
  void areMultipliedOutInDerivatives() {
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
  void stayWhereTheyAreTheUsers() {
    stays("double x", "p = 3.0\ny = pow(x, p) @1\nyield y\n");
  }

  @Test
  void stayWhereTheExponentIsLargeOrNotWhole() {
    stays("double x", "p = 9.0\ny = pow(x, p)\nyield y\n");
    stays("double x", "p = 1.5\ny = pow(x, p)\nyield y\n");
  }
}
