/** Tries Cotangent on code that none of its authors wrote. */
@NullMarked
package cotangent.benchmarks.acceptance;

import org.jspecify.annotations.NullMarked;
