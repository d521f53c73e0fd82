/**
 * Holds the recipes of {@code docs/cookbook.md}: small tasks, each whole, that the build compiles.
 */
package cotangent.examples.cookbook;
