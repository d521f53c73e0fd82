/**
 * From graph to graph: the derivatives of a method. Begin with {@link
 * cotangent.processor.derive.Derivatives}, which says what each mode is made of; the rooms below
 * hold the transformations and what they ask before.
 */
@NullMarked
package cotangent.processor.derive;

import org.jspecify.annotations.NullMarked;
