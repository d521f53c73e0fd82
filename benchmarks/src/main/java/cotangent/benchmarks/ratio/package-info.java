/** Prints what gradients cost beside the values that they are gradients of. */
package cotangent.benchmarks.ratio;
