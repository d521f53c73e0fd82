package tensors;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JVP;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.ArrayList;
import java.util.List;

/** Lists of lists, and arrays of lists, that are given: of vectors, matrices and records. */
public class ListsOfLists {
  record Layer(@Shape("m, n") Matrix w, @Shape("m") Vector b) {}
  record Body(double mass, double[] place) {}
  record Net(List<List<Layer>> blocks, double scale) {}

  @Differentiable({GRADIENT, JVP, HVP}) static double vectors(List<List<Vector>> all, double x) {
    double s = x;
    for (List<Vector> each : all) { for (Vector v : each) s += v.squaredNorm() * x; }
    return s;
  }

  @Differentiable({GRADIENT, JVP, HVP}) static double records(List<List<Body>> all, double x) {
    double s = x;
    for (List<Body> each : all) for (Body b : each) s += b.mass() * b.mass() * b.place()[0] * x;
    return s;
  }

  @Differentiable({GRADIENT, JVP, HVP}) static double inRecords(Net net, double x) {
    double s = x;
    for (int i = 0; i < net.blocks().size(); i++) {
      for (int j = 0; j < net.blocks().get(i).size(); j++) s += net.blocks().get(i).get(j).b().squaredNorm() * net.scale();
    }
    return s;
  }

  @Differentiable({GRADIENT, JVP, HVP}) static double arrayOfLists(List<Vector>[] all) {
    double s = 0;
    for (List<Vector> each : all) for (Vector v : each) s += v.squaredNorm();
    return s;
  }

  @Differentiable({GRADIENT, JVP, HVP}) static double threeDeep(List<List<List<Vector>>> all) {
    double s = 0;
    for (var a : all) for (var b : a) for (var c : b) s += c.sum() * c.sum();
    return s;
  }

  private static List<Vector> longest(List<List<Vector>> all) {
    List<Vector> best = all.get(0);
    for (List<Vector> each : all) best = each.size() > best.size() ? each : best;
    return best;
  }

  @Differentiable({GRADIENT, JVP, HVP}) static double chosen(List<List<Vector>> all) { return longest(all).get(0).squaredNorm(); }

  private static double from(List<List<Vector>> all, int i) {
    return i == all.size() ? 0 : all.get(i).get(0).squaredNorm() + from(all, i + 1);
  }

  @Differentiable({GRADIENT, JVP, HVP}) static double recursive(List<List<Vector>> all) { return from(all, 0); }

  @Differentiable({GRADIENT, JVP, HVP}) static double streamed(List<List<Vector>> all) {
    return all.stream().flatMap(List::stream).mapToDouble(v -> Math.exp(-v.norm())).sum();
  }

  @Differentiable({GRADIENT, JVP, HVP}) static double copied(List<List<Vector>> all, Vector x) {
    List<Vector> first = new ArrayList<>(all.get(0));
    first.add(x);
    double s = 0;
    for (Vector v : first) s += v.squaredNorm() * v.sum();
    return s;
  }

  @Differentiable(value = {GRADIENT, HVP}, wrt = {"w", "u"}) static double sequences(List<List<Vector>> all, @Shape("2, 2") Matrix w, @Shape("2, 3") Matrix u) {
    double s = 0;
    for (List<Vector> sequence : all) {
      Vector h = Vector.zeros(2);
      for (Vector x : sequence) if (x.size() == 3) h = w.times(h).plus(u.times(x)).tanh();
      s += h.squaredNorm();
    }
    return s;
  }
}
