/** Compares one method with its companion at one point. */
@NullMarked
package cotangent.verify.check;

import org.jspecify.annotations.NullMarked;
