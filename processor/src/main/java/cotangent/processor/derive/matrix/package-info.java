/**
 * Jacobians and Hessians: runs along every unit direction, by columns or by rows, in lanes or a few
 * at once. Begin with {@link cotangent.processor.derive.matrix.Jacobian}.
 */
@NullMarked
package cotangent.processor.derive.matrix;

import org.jspecify.annotations.NullMarked;
