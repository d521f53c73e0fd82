/**
 * A method while it is being read, and what rooms need of one another: a {@code Frame} is one
 * method, a {@code Reading} all that is read into one graph. Begin with {@link
 * cotangent.processor.read.frame.Frame}. Expressions and statements contain each other, so here are
 * only the interfaces by which each room reads the other's.
 */
@NullMarked
package cotangent.processor.read.frame;

import org.jspecify.annotations.NullMarked;
