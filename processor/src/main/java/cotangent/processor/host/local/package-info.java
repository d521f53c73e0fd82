/**
 * Classes that are declared in methods, and types in which they occur, made of their source for
 * compilers that tell nothing of them.
 */
@NullMarked
package cotangent.processor.host.local;

import org.jspecify.annotations.NullMarked;
