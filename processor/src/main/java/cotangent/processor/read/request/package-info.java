/**
 * Reads the annotations: which derivatives of which methods are asked for, and whether they fit.
 * Begin with {@link cotangent.processor.read.request.Requests}.
 */
@NullMarked
package cotangent.processor.read.request;

import org.jspecify.annotations.NullMarked;
