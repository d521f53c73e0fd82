/** Holds what users of Cotangent import, and what the generated derivatives need at run time. */
module cotangent {
  requires static org.jspecify;

  uses cotangent.tensor.MatrixProducts;

  exports cotangent;
  exports cotangent.tensor;
}
