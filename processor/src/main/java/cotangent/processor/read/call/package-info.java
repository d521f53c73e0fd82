/**
 * Reads calls, and decides what becomes of the method that is called: a library function, a body in
 * place, a function of the graph, another companion's derivative, a call that has rules, or one
 * that nobody looks into. Begin with {@link cotangent.processor.read.call.Calls}. What it uses
 * never names it: a call inside a call goes through the frame's {@code Calling}.
 */
@NullMarked
package cotangent.processor.read.call;

import org.jspecify.annotations.NullMarked;
