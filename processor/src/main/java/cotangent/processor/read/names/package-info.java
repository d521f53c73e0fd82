/**
 * Resolves names and types in method bodies before javac has looked at them: from parsed trees and
 * declared elements alone. Begin with {@link cotangent.processor.read.names.Names}: what names mean
 * in the methods of one class; {@code Program} makes it.
 */
@NullMarked
package cotangent.processor.read.names;

import org.jspecify.annotations.NullMarked;
