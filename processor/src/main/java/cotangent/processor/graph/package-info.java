/**
 * The hub of the compiler: a method as structured regions of steps over values. Stages meet only
 * here. Begin with {@link cotangent.processor.graph.Step}: the kinds of steps that there are, and
 * what each is made of; {@code Moves} and {@code Accesses} say what flows through them, {@code
 * GraphText} prints them, {@code Evaluator} runs them.
 */
package cotangent.processor.graph;
