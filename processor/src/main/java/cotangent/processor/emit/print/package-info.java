/**
 * From statements to lines of text. Begin with {@link
 * cotangent.processor.emit.print.StatementPrinter}; parentheses, conversions and line breaks are
 * decided here and nowhere else.
 */
@NullMarked
package cotangent.processor.emit.print;

import org.jspecify.annotations.NullMarked;
