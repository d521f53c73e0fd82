package cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps what a long loop carries only after some of its rounds. On the way back the rounds between
 * two of these checkpoints are run again, so their intermediate results need not all be in memory
 * at once. It is written on the variable of a loop:
 *
 * <pre>{@code
 * for (@Checkpoint int i = 0; i < steps; i++) {
 *   velocity -= dt * force(position);
 *   position += dt * velocity;
 * }
 * }</pre>
 *
 * <p>On a method it applies to all loops that are not inside another loop.
 *
 * <p><b>Cost.</b> For {@code n} rounds, memory for about {@code 2 * Math.sqrt(n)} of them instead
 * of {@code n}, or for {@code n / k + k} of them with {@code @Checkpoint(k)}; at most one more
 * forward half. Arrays that the rounds overwrite are copied at each checkpoint; of one that is read
 * and written only at the loop's index, or a fixed distance from it, just the part that is touched.
 *
 * <p><b>Special cases.</b> Values and derivatives are the same to the last bit. The value, and
 * derivatives forward, keep nothing anyway, and pay nothing.
 *
 * <p><b>Errors.</b> It is a compile error where the number of rounds is not known before the loop
 * begins, and where rounds can't be run twice: a call of code that is not looked into, rows of
 * arrays that change places, recursion.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.LOCAL_VARIABLE, ElementType.METHOD})
public @interface Checkpoint {
  /**
   * Returns the number of rounds after which the loop's variables are kept.
   *
   * @return a positive number; without one, about the root of the number of rounds
   */
  int value() default 0;
}
