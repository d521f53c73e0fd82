/**
 * The table of operations: what each scalar operation computes, costs, and does to derivatives; and
 * what follows from operations for whoever meets their steps: where an index lies, which arrays a
 * step needs, and which are certainly there. Begin with {@code MathFunctions}, whose rows look like
 * those of a table of derivatives, and with {@code Op}, which is a row.
 */
package cotangent.processor.op;
