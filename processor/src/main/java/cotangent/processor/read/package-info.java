/** Turns the syntax tree of a method into a graph: the only stage that sees Java source. */
@NullMarked
package cotangent.processor.read;

import org.jspecify.annotations.NullMarked;
