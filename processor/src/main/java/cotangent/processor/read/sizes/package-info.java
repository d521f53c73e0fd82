/**
 * Reads what {@code @Shape} and {@code @Between} say, and checks it against the declarations. Begin
 * with {@link cotangent.processor.read.sizes.DeclaredShapes}.
 */
@NullMarked
package cotangent.processor.read.sizes;

import org.jspecify.annotations.NullMarked;
