package cotangent.benchmarks.objectives;

import static cotangent.Derivative.JACOBIAN;

import cotangent.Differentiable;

/** Projects points into cameras: the blocks of GradBench's {@code ba}. */
public final class BundleAdjustment {
  private BundleAdjustment() {}

  /**
   * Computes how far the image of a point in a camera is from where it was seen.
   *
   * <p>The point is moved into the camera's frame by a rotation about an axis, projected, distorted
   * radially, scaled and shifted.
   *
   * <p><b>Shapes:</b> {@code camera} is {@code [11]}: rotation (axis times angle) 3, centre 3,
   * focal length, principal point 2, radial distortion 2. {@code point} is {@code [3]}, {@code
   * feature} and the result are {@code [2]}.
   *
   * <p><b>Special cases:</b> a rotation of exactly zero takes the limit of the formula, in value
   * and derivative.
   *
   * <p><b>Source:</b> GradBench, eval {@code ba}.
   */
  @Differentiable(
      value = JACOBIAN,
      wrt = {"camera", "point", "weight"})
  public static double[] reprojectionError(
      double[] camera, double[] point, double weight, double[] feature) {
    double zx = point[0] - camera[3];
    double zy = point[1] - camera[4];
    double zz = point[2] - camera[5];
    double rx = camera[0];
    double ry = camera[1];
    double rz = camera[2];

    double yx;
    double yy;
    double yz;
    double squaredAngle = rx * rx + ry * ry + rz * rz;
    if (squaredAngle != 0) {
      double angle = Math.sqrt(squaredAngle);
      double ex = rx / angle;
      double ey = ry / angle;
      double ez = rz / angle;
      double cos = Math.cos(angle);
      double sin = Math.sin(angle);
      double along = (ex * zx + ey * zy + ez * zz) * (1 - cos);
      yx = zx * cos + (ey * zz - ez * zy) * sin + ex * along;
      yy = zy * cos + (ez * zx - ex * zz) * sin + ey * along;
      yz = zz * cos + (ex * zy - ey * zx) * sin + ez * along;
    } else {
      yx = zx + (ry * zz - rz * zy);
      yy = zy + (rz * zx - rx * zz);
      yz = zz + (rx * zy - ry * zx);
    }

    double u = yx / yz;
    double v = yy / yz;
    double squaredRadius = u * u + v * v;
    double distortion = 1 + camera[9] * squaredRadius + camera[10] * squaredRadius * squaredRadius;
    double focalLength = camera[6];
    return new double[] {
      weight * (focalLength * (u * distortion) + camera[7] - feature[0]),
      weight * (focalLength * (v * distortion) + camera[8] - feature[1])
    };
  }

  /**
   * Computes the error that draws the weight of an observation towards 1.
   *
   * <p><b>Source:</b> GradBench, eval {@code ba}.
   */
  @Differentiable
  public static double weightError(double weight) {
    return 1 - weight * weight;
  }
}
