/** Shows annotated methods at real work. */
package cotangent.examples;
