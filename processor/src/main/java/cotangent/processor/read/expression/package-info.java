/**
 * Reads expressions other than calls. Each class reads one kind and is made from the frame where it
 * is needed; begin with {@link cotangent.processor.read.expression.Conversions}, which all others
 * use.
 */
@NullMarked
package cotangent.processor.read.expression;

import org.jspecify.annotations.NullMarked;
