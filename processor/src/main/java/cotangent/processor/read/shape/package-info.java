/**
 * How Java's types become types of the graph, and records their leaves. Begin with {@link
 * cotangent.processor.read.shape.TypeShapes}; what it returns is a {@code TypeShape}. It has no
 * state, so any room may ask it.
 */
@NullMarked
package cotangent.processor.read.shape;

import org.jspecify.annotations.NullMarked;
