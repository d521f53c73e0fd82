/**
 * Questions about a graph, which is not changed: which values are active, which arrays may be one,
 * what is overwritten, what sign a value has. Begin with {@link
 * cotangent.processor.derive.analyse.Activity} and {@link
 * cotangent.processor.derive.analyse.Storage}. What is in doubt is answered so that derivatives
 * stay right.
 */
@NullMarked
package cotangent.processor.derive.analyse;

import org.jspecify.annotations.NullMarked;
