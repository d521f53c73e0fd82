/**
 * What a companion offers, as users see it: the derivatives with their inputs and outputs, the
 * overloads that take a workspace, the object in place of its fields. Begin with {@link
 * cotangent.processor.derive.offer.Outline} and {@code Making}.
 */
@NullMarked
package cotangent.processor.derive.offer;

import org.jspecify.annotations.NullMarked;
