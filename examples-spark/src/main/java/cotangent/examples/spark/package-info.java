/** Gradients over data sets that lie on a cluster. */
package cotangent.examples.spark;
