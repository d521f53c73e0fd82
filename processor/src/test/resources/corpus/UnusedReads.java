package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** What is read though nobody needs it: where there is nothing, that must still end in an exception. */
class UnusedReads {
  enum Kind {
    PLAIN,
    FANCY
  }

  static class Node {
    static double shared = 2;
    final Node next;
    final Kind kind = Kind.FANCY;
    final double[] numbers = {1, 2};
    final String name = null;
    int rows = 3;
    Integer boxed = 4;
    private int hidden = 5;
    private static int hiddenShared = 6;

    Node(boolean isLast) {
      next = isLast ? null : new Node(true);
    }

    @Override
    public String toString() {
      return "node with " + next.rows;
    }
  }

  static double shared = 3;

  private static double ignoring(double x, int n, Kind kind) {
    return x * x;
  }

  @Differentiable
  static double staticField(double x) {
    double unused = shared;
    double alsoUnused = Node.shared;
    int never = Node.hiddenShared;
    return x * x;
  }

  @Differentiable
  @Inputs("node.isLast = false")
  @Inputs(value = "node.isLast = true", fails = NullPointerException.class)
  static double fieldOfField(double x, Node node) {
    int rows = node.next.rows;
    return x * x;
  }

  @Differentiable
  @Inputs("node.isLast = false")
  @Inputs(value = "node.isLast = true", fails = NullPointerException.class)
  static double hiddenField(double x, Node node) {
    int rows = node.next.hidden;
    return x * x;
  }

  @Differentiable
  @Inputs("node.isLast = false")
  @Inputs(value = "node.isLast = true", fails = NullPointerException.class)
  static double ignoredArguments(double x, Node node) {
    return ignoring(x, node.next.rows, node.next.kind) + ignoring(x, node.rows, node.kind);
  }

  @Differentiable
  @Inputs("node.isLast = false")
  @Inputs(value = "node.isLast = true", fails = NullPointerException.class)
  static double emptyBranch(double x, Node node) {
    if (node.next.kind == Kind.FANCY) {}
    if (node.rows > 3) {
    } else {
    }
    return x * x;
  }

  @Differentiable
  @Inputs("node.isLast = false")
  @Inputs(value = "node.isLast = true", fails = NullPointerException.class)
  static double emptySwitch(double x, Node node) {
    switch (node.next.rows) {
      case 1:
        break;
      default:
    }
    return x * x;
  }

  @Differentiable
  @Inputs(value = "", fails = NullPointerException.class)
  static double switchOnNothing(double x, Node node) {
    switch (node.name) {
      case "a":
        break;
      default:
    }
    return x * x;
  }

  @Differentiable
  @Inputs("node.isLast = false")
  @Inputs(value = "node.isLast = true", fails = NullPointerException.class)
  static double inLoop(double x, Node node) {
    double sum = 0;
    for (int i = 0; i < node.rows; i++) {
      int rows = node.next.rows;
      sum += x * i * x;
    }
    return sum;
  }

  @Differentiable
  @Inputs("node.isLast = false")
  @Inputs(value = "node.isLast = true", fails = NullPointerException.class)
  static double inBranch(double x, Node node) {
    int rows = x > -10 ? node.next.rows : 1;
    boolean both = node != null && node.next.rows > 1;
    return x * x;
  }

  @Differentiable
  @Inputs("node.isLast = false")
  @Inputs(value = "node.isLast = true", fails = NullPointerException.class)
  static double text(double x, Node node) {
    String plain = "rows " + node.rows + x;
    String text = "a " + node;
    return x * x;
  }

  @Differentiable
  @Inputs("node.isLast = false")
  @Inputs(value = "node.isLast = true", fails = NullPointerException.class)
  static double computed(double x, Node node) {
    int rows = -node.next.rows + 1;
    float converted = (float) node.next.rows;
    boolean not = !(node.next.rows > 2);
    return x * x;
  }

  @Differentiable
  @Inputs("node.isLast = false")
  @Inputs(value = "node.isLast = true", fails = NullPointerException.class)
  static double array(double x, Node node) {
    double number = node.next.numbers[1];
    double[] numbers = node.next.numbers;
    return x * x;
  }

  @Differentiable
  @Inputs("node.isLast = false")
  @Inputs(value = "node.isLast = true", fails = NullPointerException.class)
  static double length(double x, Node node) {
    int n = (node.next == null ? null : node.numbers).length;
    return x * x;
  }

  @Differentiable
  @Inputs("node.isLast = false")
  @Inputs(value = "node.isLast = true", fails = NullPointerException.class)
  static double boxedNumber(double x, Node node) {
    int n = (node.next == null ? (Integer) null : node.boxed);
    return x * x;
  }

  @Differentiable
  @Inputs("node.isLast = false")
  @Inputs(value = "node.isLast = true", fails = NullPointerException.class)
  static double overwritten(double x, Node node) {
    Node other = node.next;
    other = node.next.next;
    return x * x;
  }

  @Differentiable
  @Inputs("node.isLast = false")
  @Inputs(value = "node.isLast = true", fails = NullPointerException.class)
  static double recursive(double x, Node node, int n) {
    int rows = node.next.rows;
    return n <= 0 ? x : x * recursive(x, node, n - 1);
  }

  @Differentiable
  @Inputs("node.isLast = false")
  @Inputs(value = "node.isLast = true", fails = NullPointerException.class)
  static double[] severalResults(double[] x, Node node) {
    int rows = node.next.rows;
    double ofNobody = shared;
    return new double[] {x[0] * x[1], x[2] * x[2]};
  }
}
