/**
 * Forward mode. Begin with {@link cotangent.processor.derive.forward.Forward}, which is all that
 * other rooms call; {@code Pushforward} does a region, {@code PushforwardStep} a step.
 */
@NullMarked
package cotangent.processor.derive.forward;

import org.jspecify.annotations.NullMarked;
