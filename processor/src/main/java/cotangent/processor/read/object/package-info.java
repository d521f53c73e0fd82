/**
 * Objects that are held by their fields: how they meet, and what they can't do. Begin with {@link
 * cotangent.processor.read.object.Representations}: what is known of the objects of each class.
 */
@org.jspecify.annotations.NullMarked
package cotangent.processor.read.object;
