/**
 * From values to variables: which values share one, where it is declared, what it is called. Begin
 * with {@link cotangent.processor.emit.variables.Variables}.
 */
@NullMarked
package cotangent.processor.emit.variables;

import org.jspecify.annotations.NullMarked;
