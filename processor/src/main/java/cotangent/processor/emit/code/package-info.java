/**
 * From regions to statements: which value is written where it is used, which gets a variable, where
 * a method is split. Begin with {@link cotangent.processor.emit.code.Lowering}; {@code Code} and
 * {@code Expr} are the tree that it makes.
 */
@NullMarked
package cotangent.processor.emit.code;

import org.jspecify.annotations.NullMarked;
