/** Reads what {@code @Shape} and {@code @Between} say, and checks it against the declarations. */
@NullMarked
package cotangent.processor.read.sizes;

import org.jspecify.annotations.NullMarked;
