/** Answers GradBench's evals over JSON lines. */
package cotangent.benchmarks.gradbench;
