/** Verifies generated derivatives in a Maven build. */
@NullMarked
package cotangent.maven;

import org.jspecify.annotations.NullMarked;
