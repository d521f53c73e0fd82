/** Measures values beside their gradients under JMH: generated, by hand, and Hipparchus'. */
package cotangent.benchmarks.jmh;
