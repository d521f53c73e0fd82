/**
 * Questions about a graph, which is not changed: which values are active, what is kept in which
 * array, what is overwritten, what sign a value has, and through which calls a derivative would be
 * lost. Begin with {@link cotangent.processor.derive.analyse.Activity} and {@link
 * cotangent.processor.derive.analyse.Storage}. What is in doubt is answered so that derivatives
 * stay right.
 */
@NullMarked
package cotangent.processor.derive.analyse;

import org.jspecify.annotations.NullMarked;
