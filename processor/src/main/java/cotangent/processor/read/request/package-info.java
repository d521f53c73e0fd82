/**
 * Reads the annotations: which derivatives of which methods are asked for, and whether they fit.
 */
@NullMarked
package cotangent.processor.read.request;

import org.jspecify.annotations.NullMarked;
