/**
 * Classes that are declared in methods, and types in which they occur, made of their source for
 * compilers that say nothing about them. Begin with {@link
 * cotangent.processor.host.local.LocalModel}.
 */
@NullMarked
package cotangent.processor.host.local;

import org.jspecify.annotations.NullMarked;
