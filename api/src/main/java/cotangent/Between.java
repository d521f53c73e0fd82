package cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which numbers a method is meant for. Inputs are drawn from there when derivatives are
 * verified, and pages start with them; it is never checked when the method is called.
 *
 * <pre>{@code
 * @Differentiable
 * static double price(@Between({50, 150}) double spot, @Between({0.05, 0.5}) double volatility) {
 *   ...
 * }
 * }</pre>
 *
 * <p><b>Shapes.</b> On an array or a record, the range is that of each number in it. A range closer
 * to a number takes precedence over one further out.
 *
 * <p><b>Errors.</b> Anything but two finite numbers, of which the first is the smaller, is a
 * compile error.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.PARAMETER,
  ElementType.METHOD,
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD
})
public @interface Between {
  /**
   * Returns the ends of the range.
   *
   * @return two numbers, the smaller first
   */
  double[] value();
}
