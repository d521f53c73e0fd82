/**
 * Holds gradients written by hand: the yardstick for generated ones.
 *
 * <p>Each computes its objective's value on the way, as a generated gradient does.
 */
package cotangent.benchmarks.hand;
