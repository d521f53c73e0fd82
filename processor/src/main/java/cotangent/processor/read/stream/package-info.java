/**
 * Reads streams of numbers as the loops that they are: a source, stages that are carried out for
 * each element, an end. Begin with {@link cotangent.processor.read.stream.Streams}.
 */
@NullMarked
package cotangent.processor.read.stream;

import org.jspecify.annotations.NullMarked;
