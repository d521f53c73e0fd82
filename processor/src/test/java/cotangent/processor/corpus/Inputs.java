package cotangent.processor.corpus;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on which arguments a corpus method is run; {@link DrawnArguments} explains the text. A
 * method without it runs on the default ones.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Inputs.All.class)
public @interface Inputs {
  /** Such as {@code "x in [0.1, 2]; w length 3; n = 4"}. */
  String value();

  /** The exact gradient, where differences cannot tell: at a kink or a singular point. */
  double[] gradient() default {};

  /** The exact Hessian, row by row, where differences cannot tell. */
  double[] hessian() default {};

  /** The class of the exception that these arguments must lead to. */
  Class<? extends Throwable> fails() default None.class;

  /** Holds several. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @interface All {
    /** The inputs, each a test of its own. */
    Inputs[] value();
  }

  /** No exception is expected. */
  final class None extends Throwable {
    private static final long serialVersionUID = 1;

    private None() {}
  }
}
