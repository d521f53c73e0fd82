/**
 * Writes a page for each annotated method, on which its graph can be looked at and run. {@link
 * cotangent.processor.page.Page} is what the entry asks; begin reading there. The scripts that run
 * in the browser are resources beside these classes.
 */
@NullMarked
package cotangent.processor.page;

import org.jspecify.annotations.NullMarked;
