package cotangent;

/**
 * Names the derivatives that a companion can offer for a method {@code f}.
 *
 * <p><b>Cost.</b> Given in evaluations of {@code f}, for a method with n differentiated numbers
 * going in and m coming out.
 */
public enum Derivative {
  /**
   * The value and the gradient of a scalar method: {@code fGrad}. A few evaluations, whatever n.
   */
  GRADIENT,

  /** The value and seedᵀ·J, the vector-Jacobian product: {@code fVjp}. A few evaluations. */
  VJP,

  /** The value and J·t, the Jacobian-vector product: {@code fJvp}. A few evaluations. */
  JVP,

  /** The value and all of J: {@code fJacobian}. In proportion to the smaller of n and m. */
  JACOBIAN,

  /** Value, gradient and all second derivatives of a scalar method: {@code fHessian}. About n. */
  HESSIAN,

  /** The gradient and H·t, without forming the Hessian H: {@code fHvp}. A few gradients. */
  HVP,

  /**
   * Sums of values and gradients over many calls, such as one for each sample of a data set: {@code
   * fSum}. Each call costs what a gradient does. Asks for {@link #GRADIENT} as well, of which it is
   * made.
   */
  GRADIENT_SUM
}
