package cotangent.examples.cookbook;

import cotangent.verify.Gradients;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.Test;

/** Nobody can guess what a consumer should do, so this method is verified with a given one. */
class PrintingVerifiedTest {
  @Test
  void root() {
    DoubleConsumer nobody = guess -> {};
    Gradients.of(Printing.class).method("root").at(2.0, nobody).verify();
  }
}
