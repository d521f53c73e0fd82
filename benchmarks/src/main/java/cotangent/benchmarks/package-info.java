/** Measures what generated gradients cost beside the functions that they are gradients of. */
package cotangent.benchmarks;
