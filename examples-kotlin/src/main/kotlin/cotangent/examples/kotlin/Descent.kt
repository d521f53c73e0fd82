package cotangent.examples.kotlin

import cotangent.examples.RosenbrockGrad

/** Goes down the valley from a point, by steps along the gradient, and returns where it ends. */
fun descend(start: DoubleArray, rate: Double, steps: Int): DoubleArray {
  val x = start.copyOf()
  repeat(steps) {
    val gradient = RosenbrockGrad.valleyGrad(x).dx()
    for (i in x.indices) {
      x[i] -= rate * gradient[i]
    }
  }
  return x
}
