/**
 * Follows sizes through the graph of a method as it was read, and finds operations that can't fit
 * whatever the sizes are. Begin at {@link cotangent.processor.shape.SizeFlow}, which is all that
 * others see; {@code Walk} goes along the steps, and {@code Size} is what it knows of a dimension.
 */
@NullMarked
package cotangent.processor.shape;

import org.jspecify.annotations.NullMarked;
