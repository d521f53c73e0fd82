/** Lets tensors multiply by the BLAS that is installed; {@code java.util.ServiceLoader} finds it. */
module cotangent.blas {
  requires cotangent;
  requires dev.ludovic.netlib.blas;
  requires static org.jspecify;

  provides cotangent.tensor.MatrixProducts with
      cotangent.blas.NetlibProducts;
}
