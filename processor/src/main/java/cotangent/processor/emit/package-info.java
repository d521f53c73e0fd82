/**
 * Writes graphs as Java. A graph becomes a tree of statements whose variables are still its values
 * ({@link cotangent.processor.emit.code.Lowering}); values that can live in one variable are merged
 * ({@link cotangent.processor.emit.variables.Variables}); what remains is declared, named and
 * printed. Begin with {@code Body}, which is that way for one method.
 */
@NullMarked
package cotangent.processor.emit;

import org.jspecify.annotations.NullMarked;
