/**
 * Reverse mode. Begin with {@link cotangent.processor.derive.reverse.Reverse}: it lets {@code
 * Backward} write the backward half, which asks {@code Keep} for the values it needs, and then
 * {@code ForwardHalf} write what was asked for. Outside, only {@code Reverse} is called.
 */
@NullMarked
package cotangent.processor.derive.reverse;

import org.jspecify.annotations.NullMarked;
