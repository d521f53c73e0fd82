package cotangent.benchmarks.hand;

import cotangent.benchmarks.objectives.HandModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Differentiates the hand by its pose: an angle moves only the bones beyond it, and a residual sees
 * only the vertices of its own triangle.
 */
public final class HandTrackingByHand {
  private static final int ANGLES = 20;
  private static final int GLOBAL = 6;

  private HandTrackingByHand() {}

  /** Holds the residuals and their derivatives, by the places on triangles and by the pose. */
  public record Jacobian(double[] value, double[][] dshift, double[][] dtheta) {}

  /** Holds how a bone moves its vertices, and how that changes with one angle. */
  private record Motion(int angle, double[][] transform) {}

  /** Holds the pose of a hand. */
  private static final class Pose {
    final double[][] rotation = new double[3][3];
    final double[][][] rotationSlopes = new double[3][3][3];
    final double[][][] transforms;
    final List<List<Motion>> motions = new ArrayList<>();

    Pose(int bones) {
      transforms = new double[bones][][];
    }
  }

  /** Computes the residuals of places on triangles and their Jacobian. */
  public static Jacobian triangleJacobian(
      double[] theta, double[][] us, HandModel model, int[] correspondences, double[][] points) {
    Pose pose = pose(theta, model);
    int vertices = model.basePositions().length;
    double[][] skinned = new double[vertices][3];
    double[][] placed = new double[vertices][3];
    for (int v = 0; v < vertices; v++) {
      skin(model.basePositions()[v], model.weights()[v], pose.transforms, skinned[v]);
      for (int i = 0; i < 3; i++) {
        placed[v][i] = dot(pose.rotation[i], skinned[v]) + theta[3 + i];
      }
    }

    int rows = 3 * correspondences.length;
    double[] value = new double[rows];
    double[][] dshift = new double[rows][2];
    double[][] dtheta = new double[rows][GLOBAL + ANGLES];
    double[] centre = new double[3];
    double[][] moved = new double[ANGLES][3];
    double[] shares = new double[3];
    for (int n = 0; n < correspondences.length; n++) {
      int[] triangle = model.triangles()[correspondences[n]];
      shares[0] = us[n][0];
      shares[1] = us[n][1];
      shares[2] = 1 - us[n][0] - us[n][1];
      double[] a = placed[triangle[0]];
      double[] b = placed[triangle[1]];
      double[] c = placed[triangle[2]];
      for (double[] row : moved) {
        row[0] = 0;
        row[1] = 0;
        row[2] = 0;
      }
      for (int corner = 0; corner < 3; corner++) {
        addMotion(model, pose, triangle[corner], shares[corner], moved);
      }
      for (int i = 0; i < 3; i++) {
        centre[i] =
            shares[0] * skinned[triangle[0]][i]
                + shares[1] * skinned[triangle[1]][i]
                + shares[2] * skinned[triangle[2]][i];
      }
      for (int i = 0; i < 3; i++) {
        int row = 3 * n + i;
        value[row] = points[n][i] - (shares[0] * a[i] + shares[1] * b[i] + shares[2] * c[i]);
        dshift[row][0] = c[i] - a[i];
        dshift[row][1] = c[i] - b[i];
        double[] entries = dtheta[row];
        entries[0] = -dot(pose.rotationSlopes[0][i], centre);
        entries[1] = -dot(pose.rotationSlopes[1][i], centre);
        entries[2] = -dot(pose.rotationSlopes[2][i], centre);
        entries[3 + i] = -1;
        for (int angle = 0; angle < ANGLES; angle++) {
          entries[GLOBAL + angle] = -dot(pose.rotation[i], moved[angle]);
        }
      }
    }
    return new Jacobian(value, dshift, dtheta);
  }

  private static void addMotion(
      HandModel model, Pose pose, int vertex, double share, double[][] moved) {
    double[] position = model.basePositions()[vertex];
    double[] weights = model.weights()[vertex];
    for (int bone = 0; bone < weights.length; bone++) {
      double weight = share * weights[bone];
      if (weight != 0) {
        for (Motion motion : pose.motions.get(bone)) {
          double[] row = moved[motion.angle];
          row[0] += weight * image(motion.transform[0], position);
          row[1] += weight * image(motion.transform[1], position);
          row[2] += weight * image(motion.transform[2], position);
        }
      }
    }
  }

  private static Pose pose(double[] theta, HandModel model) {
    int bones = model.parents().length;
    Pose pose = new Pose(bones);
    globalRotation(theta, pose);
    double[] x = new double[bones];
    double[] z = new double[bones];
    int[] xAngle = new int[bones];
    int[] zAngle = new int[bones];
    Arrays.fill(xAngle, -1);
    Arrays.fill(zAngle, -1);
    for (int finger = 0; finger < 5; finger++) {
      int bone = 4 * finger + 2;
      int angle = 4 * finger;
      xAngle[bone] = angle;
      zAngle[bone] = angle + 1;
      xAngle[bone + 1] = angle + 2;
      xAngle[bone + 2] = angle + 3;
      for (int joint = 0; joint < 3; joint++) {
        x[bone + joint] = theta[GLOBAL + xAngle[bone + joint]];
      }
      z[bone] = theta[GLOBAL + angle + 1];
    }

    double[][][] absolutes = new double[bones][][];
    List<List<Motion>> frames = new ArrayList<>();
    for (int bone = 0; bone < bones; bone++) {
      double cx = Math.cos(x[bone]);
      double sx = Math.sin(x[bone]);
      double cz = Math.cos(z[bone]);
      double sz = Math.sin(z[bone]);
      double[][] base = model.baseRelatives()[bone];
      int parent = model.parents()[bone];
      double[][] before = parent < 0 ? base : multiply(absolutes[parent], base);
      double[][] turn = {
        {cz, -sz * cx, sz * sx, 0}, {sz, cz * cx, -cz * sx, 0}, {0, sx, cx, 0}, {0, 0, 0, 1}
      };
      absolutes[bone] = multiply(before, turn);
      List<Motion> frame = new ArrayList<>();
      if (xAngle[bone] >= 0) {
        double[][] slope = {
          {0, sz * sx, sz * cx, 0}, {0, -cz * sx, -cz * cx, 0}, {0, cx, -sx, 0}, {0, 0, 0, 0}
        };
        frame.add(new Motion(xAngle[bone], multiply(before, slope)));
      }
      if (zAngle[bone] >= 0) {
        double[][] slope = {
          {-sz, -cz * cx, cz * sx, 0}, {cz, -sz * cx, sz * sx, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}
        };
        frame.add(new Motion(zAngle[bone], multiply(before, slope)));
      }
      if (parent >= 0 && !frames.get(parent).isEmpty()) {
        double[][] relative = multiply(base, turn);
        for (Motion motion : frames.get(parent)) {
          frame.add(new Motion(motion.angle, multiply(motion.transform, relative)));
        }
      }
      frames.add(frame);
      double[][] inverse = model.inverseBaseAbsolutes()[bone];
      pose.transforms[bone] = mirrored(model, multiply(absolutes[bone], inverse));
      pose.motions.add(
          frame.stream()
              .map(
                  motion ->
                      new Motion(
                          motion.angle, mirrored(model, multiply(motion.transform, inverse))))
              .toList());
    }
    return pose;
  }

  private static double[][] mirrored(HandModel model, double[][] transform) {
    if (model.mirrored()) {
      for (int j = 0; j < 4; j++) {
        transform[0][j] = -transform[0][j];
      }
    }
    return transform;
  }

  /** Computes the rotation about theta's axis, cos I + sin/ν [ρ] + (1 - cos)/ν² ρρᵀ, and slopes. */
  private static void globalRotation(double[] theta, Pose pose) {
    double angle = Math.sqrt(dot(theta, theta));
    if (angle < 1e-4) {
      for (int i = 0; i < 3; i++) {
        pose.rotation[i][i] = 1;
      }
      return;
    }
    double[] e = {theta[0] / angle, theta[1] / angle, theta[2] / angle};
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    double perAngle = 1 / angle;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double same = i == j ? 1 : 0;
        pose.rotation[i][j] = same * c + e[i] * e[j] * (1 - c) + cross(e, i, j) * s;
        for (int k = 0; k < 3; k++) {
          double byAngle = (e[i] * e[j] - same) * s + cross(e, i, j) * c;
          double di = ((k == i ? 1 : 0) - e[i] * e[k]) * perAngle;
          double dj = ((k == j ? 1 : 0) - e[j] * e[k]) * perAngle;
          double[] de = new double[3];
          for (int m = 0; m < 3; m++) {
            de[m] = ((k == m ? 1 : 0) - e[m] * e[k]) * perAngle;
          }
          pose.rotationSlopes[k][i][j] =
              byAngle * e[k] + (di * e[j] + e[i] * dj) * (1 - c) + cross(de, i, j) * s;
        }
      }
    }
  }

  /** Returns the element (i, j) of the matrix that multiplies by the vector product with e. */
  private static double cross(double[] e, int i, int j) {
    if (i == j) {
      return 0;
    }
    double element = e[3 - i - j];
    return (j - i + 3) % 3 == 1 ? -element : element;
  }

  private static double[][] multiply(double[][] a, double[][] b) {
    double[][] product = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        product[i][j] =
            a[i][0] * b[0][j] + a[i][1] * b[1][j] + a[i][2] * b[2][j] + a[i][3] * b[3][j];
      }
    }
    return product;
  }

  private static void skin(
      double[] position, double[] weights, double[][][] transforms, double[] skinned) {
    for (int bone = 0; bone < weights.length; bone++) {
      double weight = weights[bone];
      if (weight != 0) {
        double[][] transform = transforms[bone];
        for (int i = 0; i < 3; i++) {
          skinned[i] += weight * image(transform[i], position);
        }
      }
    }
  }

  private static double image(double[] row, double[] position) {
    return row[0] * position[0]
        + row[1] * position[1]
        + row[2] * position[2]
        + row[3] * position[3];
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
