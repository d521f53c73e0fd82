/** Reads from class files what annotations say that aren't there at run time. */
@NullMarked
package cotangent.verify.declared;

import org.jspecify.annotations.NullMarked;
