package cotangent.benchmarks.objectives;

import static cotangent.Derivative.JACOBIAN;

import cotangent.Differentiable;

/** Fits a posed hand to measured points: GradBench's {@code ht}. */
public final class HandTracking {
  private static final int FINGERS = 5;
  private static final double LEAST_ROTATION = 1e-4;

  private HandTracking() {}

  /**
   * Computes where measured points lie relative to the vertices of a hand that they correspond to.
   *
   * <p><b>Shapes:</b> {@code theta} is {@code [26]}: global rotation (axis times angle) 3, global
   * translation 3, then for each finger the x- and z-angle of its second bone and the x-angles of
   * its third and fourth. {@code correspondences} is {@code [n]}, indices of vertices; {@code
   * points} is {@code [n][3]}; the result is {@code [3n]}, point by point.
   *
   * <p><b>Special cases:</b> a rotation by less than 1e-4 is none, and its derivative is 0.
   *
   * <p><b>Cost:</b> linear in the number of points, each with the weights of its vertex.
   *
   * <p><b>Source:</b> GradBench, eval {@code ht}, simple.
   */
  @Differentiable(value = JACOBIAN, wrt = "theta")
  public static double[] vertexResiduals(
      double[] theta, HandModel model, int[] correspondences, double[][] points) {
    double[][][] transforms = new double[model.parents().length][3][4];
    pose(theta, model, transforms);
    double[] vertex = new double[3];
    double[] residuals = new double[3 * correspondences.length];
    for (int i = 0; i < correspondences.length; i++) {
      skin(theta, model, transforms, correspondences[i], vertex);
      for (int j = 0; j < 3; j++) {
        residuals[3 * i + j] = points[i][j] - vertex[j];
      }
    }
    return residuals;
  }

  /**
   * Computes where measured points lie relative to places on the triangles of a hand.
   *
   * <p>Each residual depends on the place of its own point alone. So the derivatives by all places
   * are those by {@code shift}, which is added to every place, at {@code shift = (0, 0)}: two
   * columns instead of 2n.
   *
   * <p><b>Shapes:</b> {@code theta} as in {@link #vertexResiduals}; {@code shift} is {@code [2]};
   * {@code us} is {@code [n][2]}, barycentric coordinates; {@code correspondences} is {@code [n]},
   * indices of triangles; {@code points} is {@code [n][3]}; the result is {@code [3n]}, point by
   * point.
   *
   * <p><b>Special cases:</b> as {@link #vertexResiduals}.
   *
   * <p><b>Source:</b> GradBench, eval {@code ht}, complicated.
   */
  @Differentiable(
      value = JACOBIAN,
      wrt = {"theta", "shift"})
  public static double[] triangleResiduals(
      double[] theta,
      double[] shift,
      double[][] us,
      HandModel model,
      int[] correspondences,
      double[][] points) {
    double[][][] transforms = new double[model.parents().length][3][4];
    pose(theta, model, transforms);
    double[] a = new double[3];
    double[] b = new double[3];
    double[] c = new double[3];
    double[] residuals = new double[3 * correspondences.length];
    for (int i = 0; i < correspondences.length; i++) {
      int[] triangle = model.triangles()[correspondences[i]];
      skin(theta, model, transforms, triangle[0], a);
      skin(theta, model, transforms, triangle[1], b);
      skin(theta, model, transforms, triangle[2], c);
      double u = us[i][0] + shift[0];
      double v = us[i][1] + shift[1];
      for (int j = 0; j < 3; j++) {
        residuals[3 * i + j] = points[i][j] - (u * a[j] + v * b[j] + (1 - u - v) * c[j]);
      }
    }
    return residuals;
  }

  /** Writes how each bone moves its vertices, from rest to the pose, into {@code transforms}. */
  private static void pose(double[] theta, HandModel model, double[][][] transforms) {
    int bones = transforms.length;
    double[] xAngles = new double[bones];
    double[] zAngles = new double[bones];
    for (int finger = 0; finger < FINGERS; finger++) {
      int bone = 4 * finger + 2;
      int angle = 4 * finger + 6;
      xAngles[bone] = theta[angle];
      zAngles[bone] = theta[angle + 1];
      xAngles[bone + 1] = theta[angle + 2];
      xAngles[bone + 2] = theta[angle + 3];
    }

    double[][] whole = new double[4][4];
    globalRotation(theta[0], theta[1], theta[2], whole);
    if (model.mirrored()) {
      for (int i = 0; i < 3; i++) {
        whole[i][0] = -whole[i][0];
      }
    }
    double[][] relative = new double[4][4];
    double[][][] absolutes = new double[bones][4][4];
    for (int bone = 0; bone < bones; bone++) {
      double[][] absolute = absolutes[bone];
      int parent = model.parents()[bone];
      turn(model.baseRelatives()[bone], xAngles[bone], zAngles[bone], relative);
      multiply(parent < 0 ? whole : absolutes[parent], relative, absolute);
      multiply(absolute, model.inverseBaseAbsolutes()[bone], transforms[bone]);
    }
  }

  /** Writes a frame, turned about its x- and then its z-axis, into {@code turned}. */
  private static void turn(double[][] frame, double xAngle, double zAngle, double[][] turned) {
    double cx = Math.cos(xAngle);
    double sx = Math.sin(xAngle);
    double cz = Math.cos(zAngle);
    double sz = Math.sin(zAngle);
    for (int i = 0; i < 4; i++) {
      double[] row = frame[i];
      double y = cz * row[1] - sz * row[0];
      turned[i][0] = cz * row[0] + sz * row[1];
      turned[i][1] = cx * y + sx * row[2];
      turned[i][2] = cx * row[2] - sx * y;
      turned[i][3] = row[3];
    }
  }

  /** Writes the rotation about (x, y, z) by its length, a homogeneous matrix, into zeros. */
  private static void globalRotation(double x, double y, double z, double[][] rotation) {
    double angle = Math.sqrt(x * x + y * y + z * z);
    rotation[3][3] = 1;
    if (angle < LEAST_ROTATION) {
      rotation[0][0] = 1;
      rotation[1][1] = 1;
      rotation[2][2] = 1;
    } else {
      double ex = x / angle;
      double ey = y / angle;
      double ez = z / angle;
      double c = Math.cos(angle);
      double s = Math.sin(angle);
      rotation[0][0] = ex * ex + (1 - ex * ex) * c;
      rotation[0][1] = ex * ey * (1 - c) - ez * s;
      rotation[0][2] = ex * ez * (1 - c) + ey * s;
      rotation[1][0] = ex * ey * (1 - c) + ez * s;
      rotation[1][1] = ey * ey + (1 - ey * ey) * c;
      rotation[1][2] = ey * ez * (1 - c) - ex * s;
      rotation[2][0] = ex * ez * (1 - c) - ey * s;
      rotation[2][1] = ey * ez * (1 - c) + ex * s;
      rotation[2][2] = ez * ez + (1 - ez * ez) * c;
    }
  }

  /** Writes as many rows of the product of two matrices as {@code product} has. */
  private static void multiply(double[][] a, double[][] b, double[][] product) {
    for (int i = 0; i < product.length; i++) {
      for (int j = 0; j < 4; j++) {
        product[i][j] =
            a[i][0] * b[0][j] + a[i][1] * b[1][j] + a[i][2] * b[2][j] + a[i][3] * b[3][j];
      }
    }
  }

  /** Writes the mean of a vertex's images under the bones it follows into {@code skinned}. */
  private static void skin(
      double[] theta, HandModel model, double[][][] transforms, int vertex, double[] skinned) {
    double[] position = model.basePositions()[vertex];
    double[] weights = model.weights()[vertex];
    double x = theta[3];
    double y = theta[4];
    double z = theta[5];
    for (int bone = 0; bone < weights.length; bone++) {
      double weight = weights[bone];
      if (weight != 0) {
        double[][] transform = transforms[bone];
        x += weight * image(transform[0], position);
        y += weight * image(transform[1], position);
        z += weight * image(transform[2], position);
      }
    }
    skinned[0] = x;
    skinned[1] = y;
    skinned[2] = z;
  }

  private static double image(double[] row, double[] position) {
    return row[0] * position[0]
        + row[1] * position[1]
        + row[2] * position[2]
        + row[3] * position[3];
  }
}
