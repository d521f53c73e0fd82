/**
 * Writes the small pieces of graph that every derivative needs, such as a loop over whole arrays.
 * Any room may use it; it knows none.
 */
@NullMarked
package cotangent.processor.derive.write;

import org.jspecify.annotations.NullMarked;
