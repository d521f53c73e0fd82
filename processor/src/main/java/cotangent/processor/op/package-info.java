/** The table of operations: what each scalar operation computes, costs, and does to derivatives. */
package cotangent.processor.op;
