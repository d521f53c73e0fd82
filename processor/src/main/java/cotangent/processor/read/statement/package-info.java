/**
 * Reads the statements that need more than a line: switches, assertions, declarations. Begin with
 * {@link cotangent.processor.read.statement.Switches}.
 */
@NullMarked
package cotangent.processor.read.statement;

import org.jspecify.annotations.NullMarked;
