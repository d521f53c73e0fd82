/**
 * Turns the syntax tree of a method into a graph: the only stage that sees Java source. Begin with
 * {@link cotangent.processor.read.Reader}; the two visitors beside it say which room reads which
 * syntax. Outside, only the reader is named, and the interfaces by which it asks for what other
 * classes offer.
 */
@NullMarked
package cotangent.processor.read;

import org.jspecify.annotations.NullMarked;
