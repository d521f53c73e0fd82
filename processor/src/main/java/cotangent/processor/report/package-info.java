/**
 * Says what is wrong: every message to the user comes from here. Begin with {@link
 * cotangent.processor.report.Problem}, which has a constant for each code.
 */
@NullMarked
package cotangent.processor.report;

import org.jspecify.annotations.NullMarked;
