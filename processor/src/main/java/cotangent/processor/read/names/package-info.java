/**
 * Resolves names and types in method bodies before javac has looked at them: from parsed trees and
 * declared elements alone.
 */
@NullMarked
package cotangent.processor.read.names;

import org.jspecify.annotations.NullMarked;
