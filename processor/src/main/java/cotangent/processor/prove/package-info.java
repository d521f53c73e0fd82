/**
 * Proves derivatives before they are written: runs their graphs on numbers, never the user's code.
 */
@NullMarked
package cotangent.processor.prove;

import org.jspecify.annotations.NullMarked;
