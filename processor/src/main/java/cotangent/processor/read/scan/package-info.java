/**
 * Looks at a piece of syntax tree without reading it: what it assigns, mentions, jumps to, whether
 * it ends. Nothing here knows the graph that is being written. Each class answers one question;
 * there is no order to read them in.
 */
@NullMarked
package cotangent.processor.read.scan;

import org.jspecify.annotations.NullMarked;
