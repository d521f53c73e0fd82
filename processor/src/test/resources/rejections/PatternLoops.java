package rejections;

import cotangent.Differentiable;

class PatternLoops {
  sealed interface Node permits Leaf, Fork {}
  record Leaf(double v) implements Node {}
  record Fork(Node l, Node r) implements Node {}

  static Node next(Node n) {
    return n instanceof Fork fork ? fork.l() : n;
  }

  @Differentiable
  static double called(double x) {
    Node n = new Fork(new Leaf(x), new Leaf(2));
    while (!(next(n) instanceof Leaf leaf)) { // error: [CT040] a pattern that is used behind the loop whose condition calls a method
      n = next(n);
    }
    return leaf.v() * x;
  }
}
