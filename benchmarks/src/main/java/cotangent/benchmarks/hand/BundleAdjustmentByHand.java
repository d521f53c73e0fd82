package cotangent.benchmarks.hand;

/** Differentiates one observation of a bundle adjustment: two sweeps back over shared values. */
public final class BundleAdjustmentByHand {
  private BundleAdjustmentByHand() {}

  /** Holds the reprojection error and its derivatives, one row for each component. */
  public record Jacobian(double[] value, double[][] dcamera, double[][] dpoint, double[] dweight) {}

  /** Computes the reprojection error and its Jacobian. */
  public static Jacobian jacobian(
      double[] camera, double[] point, double weight, double[] feature) {
    double zx = point[0] - camera[3];
    double zy = point[1] - camera[4];
    double zz = point[2] - camera[5];
    double rx = camera[0];
    double ry = camera[1];
    double rz = camera[2];
    double squaredAngle = rx * rx + ry * ry + rz * rz;
    boolean turned = squaredAngle != 0;
    double angle = Math.sqrt(squaredAngle);
    double inverse = turned ? 1 / angle : 0;
    double ex = rx * inverse;
    double ey = ry * inverse;
    double ez = rz * inverse;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double eDotZ = ex * zx + ey * zy + ez * zz;
    double crossX = turned ? ey * zz - ez * zy : ry * zz - rz * zy;
    double crossY = turned ? ez * zx - ex * zz : rz * zx - rx * zz;
    double crossZ = turned ? ex * zy - ey * zx : rx * zy - ry * zx;
    double crossed = turned ? sin : 1;
    double yx = zx * cos + crossX * crossed + ex * (eDotZ * (1 - cos));
    double yy = zy * cos + crossY * crossed + ey * (eDotZ * (1 - cos));
    double yz = zz * cos + crossZ * crossed + ez * (eDotZ * (1 - cos));

    double u = yx / yz;
    double v = yy / yz;
    double squaredRadius = u * u + v * v;
    double distortion = 1 + camera[9] * squaredRadius + camera[10] * squaredRadius * squaredRadius;
    double focalLength = camera[6];
    double errorU = focalLength * (u * distortion) + camera[7] - feature[0];
    double errorV = focalLength * (v * distortion) + camera[8] - feature[1];

    double[][] dcamera = new double[2][11];
    double[][] dpoint = new double[2][3];
    double ddistortion = camera[9] + 2 * camera[10] * squaredRadius;
    double scale = weight * focalLength;
    for (int row = 0; row < 2; row++) {
      double own = row == 0 ? u : v;
      double du = scale * (2 * u * ddistortion * own + (row == 0 ? distortion : 0));
      double dv = scale * (2 * v * ddistortion * own + (row == 1 ? distortion : 0));
      double dyx = du / yz;
      double dyy = dv / yz;
      double dyz = -(du * u + dv * v) / yz;
      double eDotDy = ex * dyx + ey * dyy + ez * dyz;
      double along = (1 - cos) * eDotDy;
      double ax = turned ? ex : rx;
      double ay = turned ? ey : ry;
      double az = turned ? ez : rz;
      double dzx = cos * dyx + crossed * (dyy * az - dyz * ay) + along * ex;
      double dzy = cos * dyy + crossed * (dyz * ax - dyx * az) + along * ey;
      double dzz = cos * dyz + crossed * (dyx * ay - dyy * ax) + along * ez;
      double dex = crossed * (zy * dyz - zz * dyy) + (1 - cos) * (eDotZ * dyx + eDotDy * zx);
      double dey = crossed * (zz * dyx - zx * dyz) + (1 - cos) * (eDotZ * dyy + eDotDy * zy);
      double dez = crossed * (zx * dyy - zy * dyx) + (1 - cos) * (eDotZ * dyz + eDotDy * zz);
      double[] camRow = dcamera[row];
      if (turned) {
        double dangle =
            -sin * (zx * dyx + zy * dyy + zz * dyz)
                + cos * (crossX * dyx + crossY * dyy + crossZ * dyz)
                + sin * eDotZ * eDotDy;
        double radial = dangle - (dex * ex + dey * ey + dez * ez) * inverse;
        camRow[0] = dex * inverse + radial * ex;
        camRow[1] = dey * inverse + radial * ey;
        camRow[2] = dez * inverse + radial * ez;
      } else {
        camRow[0] = dex;
        camRow[1] = dey;
        camRow[2] = dez;
      }
      camRow[3] = -dzx;
      camRow[4] = -dzy;
      camRow[5] = -dzz;
      camRow[6] = weight * own * distortion;
      camRow[7 + row] = weight;
      camRow[9] = scale * own * squaredRadius;
      camRow[10] = scale * own * squaredRadius * squaredRadius;
      dpoint[row][0] = dzx;
      dpoint[row][1] = dzy;
      dpoint[row][2] = dzz;
    }
    return new Jacobian(
        new double[] {weight * errorU, weight * errorV},
        dcamera,
        dpoint,
        new double[] {errorU, errorV});
  }
}
