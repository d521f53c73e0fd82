/**
 * Differentiates plain Java methods at compile time. Annotate a method with {@link
 * cotangent.Differentiable}; the companion class {@code ...Grad} appears in the same package.
 */
@NullMarked
package cotangent;

import org.jspecify.annotations.NullMarked;
