package tensors;

import cotangent.Checkpoint;
import cotangent.Derivative;
import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.ArrayList;
import java.util.List;

/** Arrays and lists of tensors, records of tensors, and recursion with vectors. */
public class Many {
  record Layer(@Shape("n, n") Matrix w, @Shape("n") Vector b) {
    Vector of(Vector x) {
      return w.times(x).plus(b).tanh();
    }
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HVP, Derivative.JVP})
  static double layers(
      @Shape("k, n, n") Matrix[] w, @Shape("k, n") Vector[] b, @Shape("n") Vector x) {
    Vector h = x;
    for (int i = 0; i < w.length; i++) {
      h = w[i].times(h).plus(b[i]).sin();
    }
    return h.squaredNorm();
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HVP, Derivative.JVP})
  static double sums(List<Matrix> all, List<Vector> others) {
    double sum = 0;
    for (Matrix each : all) {
      sum += each.times(each.transpose()).trace();
    }
    for (int i = 0; i < others.size(); i++) {
      sum += others.get(i).sin().sum() * i;
    }
    return sum;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HVP})
  static double records(List<Layer> layers, Layer[] more) {
    double sum = 0;
    for (Layer layer : layers) {
      sum += layer.of(layer.b()).sum();
    }
    for (Layer layer : more) {
      sum += layer.w().times(layer.b()).squaredNorm();
    }
    return sum;
  }

  @Differentiable
  static Vector last(List<Vector> all) {
    return all.get(all.size() - 1).times(all.size()).plus(all.get(0).sum());
  }

  @Differentiable
  static Vector[] both(Vector a, Vector b) {
    return new Vector[] {a.concat(b), b.times(a.sum())};
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HVP})
  static double inside(@Shape("n, n") Matrix a, @Shape("n") Vector x) {
    Matrix[] all = {a, a.transpose(), a.times(2)};
    Vector h = x;
    for (Matrix each : all) {
      h = each.times(h).sin();
    }
    return h.sum();
  }

  @Differentiable
  static double states(@Shape("n, n") Matrix a, @Shape("n") Vector x) {
    Vector[] states = new Vector[4];
    states[0] = x;
    for (int i = 1; i < states.length; i++) {
      states[i] = a.times(states[i - 1]).tanh();
    }
    double sum = 0;
    for (Vector state : states) {
      sum += state.squaredNorm();
    }
    return sum;
  }

  @Differentiable
  static double grown(@Shape("n, n") Matrix a, @Shape("n") Vector x, int steps) {
    List<Vector> states = new ArrayList<>();
    states.add(x);
    for (int i = 0; i < steps; i++) {
      states.add(a.times(states.get(i)).tanh());
    }
    double sum = 0;
    for (Vector state : states) {
      sum += state.sum();
    }
    return sum;
  }

  @Differentiable
  static double streamed(List<Vector> all) {
    return all.stream().mapToDouble(Vector::squaredNorm).sum();
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HVP})
  static double recurrent(@Shape("n, n") Matrix w, @Shape("n") Vector x) {
    Vector h = x;
    for (@Checkpoint(2) int i = 0; i < 7; i++) {
      h = w.times(h).plus(x).sin().hadamard(w.row(0));
    }
    return h.sum();
  }

  static final class Tree {
    final Tree left;
    final Tree right;
    final int word;

    Tree(Tree left, Tree right, int word) {
      this.left = left;
      this.right = right;
      this.word = word;
    }
  }

  record Model(@Shape("words, n") Matrix words, @Shape("n, 2 * n") Matrix w, @Shape("n") Vector b) {}

  static Vector meaning(Model model, Tree tree) {
    if (tree.left == null || tree.right == null) {
      return model.words().row(Math.floorMod(tree.word, model.words().rows()));
    }
    Vector both = meaning(model, tree.left).concat(meaning(model, tree.right));
    return model.w().times(both).plus(model.b()).tanh();
  }

  @Differentiable(wrt = "model", value = {Derivative.GRADIENT, Derivative.HVP})
  static double tree(Model model, int depth) {
    Tree tree = grown(Math.floorMod(depth, 3));
    return meaning(model, tree).squaredNorm();
  }

  static Tree grown(int depth) {
    return depth == 0 ? new Tree(null, null, 1) : new Tree(grown(depth - 1), new Tree(null, null, 0), 2);
  }
}
