/**
 * What surrounds the compiler: javac and the tools that run it, options, events, the depth of the
 * stack. Nothing here knows a graph. Each class is asked for one thing by the entry class or {@code
 * Companions}.
 */
@NullMarked
package cotangent.processor.host;

import org.jspecify.annotations.NullMarked;
