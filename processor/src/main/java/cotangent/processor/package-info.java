/**
 * Turns annotated methods into Java source that computes their derivatives. Begin with {@code
 * Pipeline}, which takes a method from its tree to its companion, and {@code Phases}, which has
 * what happens to its graph on the way.
 */
@NullMarked
package cotangent.processor;

import org.jspecify.annotations.NullMarked;
