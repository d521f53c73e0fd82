package corpus;

import cotangent.Differentiable;

/** Variables of patterns whose names are used again where the pattern doesn't hold. */
class PatternNames {
  interface Tree {}

  record Leaf(double v) implements Tree {}

  record Neg(Tree t) implements Tree {}

  record Node(Tree left, Tree right, char op) implements Tree {}

  static double eval(Tree t) {
    if (t instanceof Leaf n) {
      return n.v();
    }
    if (t instanceof Neg n) {
      return -eval(n.t());
    }
    Node n = (Node) t;
    double a = eval(n.left());
    double b = eval(n.right());
    return n.op() == '+' ? a + b : a * b;
  }

  static int depth(Tree t) {
    return t instanceof Node n
        ? 1 + Math.max(depth(n.left()), depth(n.right()))
        : t instanceof Neg n ? depth(n.t()) : 1;
  }

  @Differentiable
  static double sameName(double p, double q) {
    Tree t = new Node(new Neg(new Leaf(p)), new Node(new Leaf(q), new Leaf(p), '*'), '+');
    return eval(t) * depth(t);
  }

  @Differentiable
  static double grown(double[] x) {
    Tree t = new Leaf(1);
    for (double v : x) {
      t = v > 0 ? new Node(t, new Leaf(v), '*') : new Neg(new Node(t, new Leaf(v), '+'));
    }
    return eval(t) * depth(t);
  }
}
