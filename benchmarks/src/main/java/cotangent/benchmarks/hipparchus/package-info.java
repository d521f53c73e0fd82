/**
 * Holds objectives written for Hipparchus' {@code Gradient}, which carries all derivatives along.
 */
package cotangent.benchmarks.hipparchus;
