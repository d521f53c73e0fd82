/**
 * Lets tensors multiply by the BLAS that is installed; {@code java.util.ServiceLoader} finds it.
 */
@SuppressWarnings("requires-automatic") // its name is in its manifest
module cotangent.blas {
  requires cotangent;
  requires dev.ludovic.netlib.blas;
  requires static org.jspecify;

  provides cotangent.tensor.MatrixProducts with
      cotangent.blas.NetlibProducts;
}
