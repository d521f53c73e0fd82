/**
 * What is known at one point of a method: the variables in scope, their values ({@code Term}), how
 * the code before may have ended ({@code Flow}), and the graph as far as it is written ({@code
 * Draft}). Begin with {@link cotangent.processor.read.scope.Environment}.
 */
@NullMarked
package cotangent.processor.read.scope;

import org.jspecify.annotations.NullMarked;
