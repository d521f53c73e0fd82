/**
 * The hub of the compiler: a method as structured regions of steps over values. Stages meet only
 * here.
 */
package cotangent.processor.graph;
