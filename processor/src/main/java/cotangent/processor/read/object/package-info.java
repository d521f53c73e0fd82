/** Objects that are held by their fields: how they meet, and what they can't do. */
@org.jspecify.annotations.NullMarked
package cotangent.processor.read.object;
