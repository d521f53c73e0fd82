/**
 * Java's spelling: types, literals, operators, names. It knows nothing of statements, and any room
 * may use it.
 */
@NullMarked
package cotangent.processor.emit.java;

import org.jspecify.annotations.NullMarked;
