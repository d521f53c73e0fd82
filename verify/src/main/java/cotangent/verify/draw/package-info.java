/** Draws the inputs at which derivatives are verified. */
@NullMarked
package cotangent.verify.draw;

import org.jspecify.annotations.NullMarked;
