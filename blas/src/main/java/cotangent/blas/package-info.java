/**
 * Multiplies matrices by a BLAS. Nothing of it is called by users: to be on the class path is
 * enough.
 */
@NullMarked
package cotangent.blas;

import org.jspecify.annotations.NullMarked;
