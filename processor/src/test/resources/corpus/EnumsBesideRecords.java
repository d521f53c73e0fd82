package corpus;

import cotangent.Differentiable;

/** A constant of an enum among records of one sealed interface. */
class EnumsBesideRecords {
  sealed interface Tree permits Leaf, Empty {}

  record Leaf(double value) implements Tree {}

  enum Empty implements Tree {
    INSTANCE
  }

  private static Tree leaf(double x) {
    return x > -5 ? new Leaf(x * x) : Empty.INSTANCE;
  }

  private static Tree empty(double x) {
    return x > -5 ? Empty.INSTANCE : new Leaf(x * x);
  }

  private static double value(Tree tree, double x) {
    if (tree instanceof Leaf leaf) {
      return leaf.value();
    }
    return tree instanceof Empty ? 3 * x : x;
  }

  @Differentiable
  static double patterns(double x) {
    return value(leaf(x), x) * value(empty(x), x) + value(Empty.INSTANCE, x);
  }

  @Differentiable
  static double identity(double x) {
    Tree tree = leaf(x);
    Tree other = empty(x);
    double sum = tree == Empty.INSTANCE ? 3 * x : ((Leaf) tree).value();
    return other != Empty.INSTANCE ? sum : sum * x;
  }

  @Differentiable
  static double none(double x) {
    Empty none = x > -5 ? null : Empty.INSTANCE;
    Tree tree = x > -6 ? none : new Leaf(x);
    return tree instanceof Empty ? x : tree == Empty.INSTANCE ? 2 * x : x * x;
  }

  sealed interface Bst permits Fork, None {}
  record Fork(Bst l, double v, Bst r) implements Bst {}
  enum None implements Bst { INSTANCE }
  static Bst insert(Bst t, double v) { if (t instanceof Fork n) return v < n.v() ? new Fork(insert(n.l(), v), n.v(), n.r()) : new Fork(n.l(), n.v(), insert(n.r(), v)); return new Fork(None.INSTANCE, v, None.INSTANCE); }
  static double sum(Bst t, double w) { if (t == None.INSTANCE) return 0; Fork n = (Fork) t; return w * n.v() + sum(n.l(), w * 0.5) + sum(n.r(), w * 0.7); }
  @Differentiable static double searchTree(double[] x) { Bst t = None.INSTANCE; for (double v : x) t = insert(t, v * v); return sum(t, 1); }

  sealed interface Operand permits Unit, Sum {}

  enum Unit implements Operand {
    TWO {
      @Override
      double value() {
        return 2;
      }
    };

    abstract double value();
  }

  record Sum(Operand left, double right) implements Operand {}

  private static double evaluated(Operand operand) {
    return operand instanceof Sum sum
        ? evaluated(sum.left()) + sum.right()
        : ((Unit) operand).value();
  }

  /** A constant with a body of its own is the first of a chain. */
  @Differentiable
  static double constantsWithBodies(double[] p) {
    Operand operand = Unit.TWO;
    for (double x : p) {
      operand = new Sum(operand, x * p[0]);
    }
    return evaluated(operand);
  }
}
