/** Says what is wrong: every message to the user comes from here. */
@NullMarked
package cotangent.processor.report;

import org.jspecify.annotations.NullMarked;
