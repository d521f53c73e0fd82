package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Classes and records that are declared in methods, and refer to themselves and to each other. */
class LocalNodes {
  record Rate(double value) {}

  @Differentiable
  static double chain(double[] x) {
    class Node {
      Node next;
      double value;

      Node(double value, Node next) {
        this.value = value;
        this.next = next;
      }
    }
    Node next = null;
    for (double value : x) {
      next = new Node(value * value, next);
    }
    double sum = 0;
    int i = 1;
    while (next != null) {
      sum += next.value * i++;
      next = next.next;
    }
    return sum;
  }

  @Differentiable
  static double list(double[] x) {
    record Cons(double value, Cons tail) {
      double sum() {
        return tail == null ? value : value * value + tail.sum();
      }
    }
    Cons list = null;
    for (double each : x) {
      list = new Cons(each * each, list);
    }
    return list == null ? 0 : list.sum();
  }

  @Differentiable
  static double tree(double a, double b) {
    class Tree {
      final Tree left;
      final Tree right;
      final double value;

      Tree(double value, Tree left, Tree right) {
        this.value = value;
        this.left = left;
        this.right = right;
      }

      double sum() {
        return value + (left == null ? 0 : left.sum() * a) + (right == null ? 0 : right.sum());
      }
    }
    Tree leaf = new Tree(a, null, null);
    return new Tree(a * b, leaf, new Tree(b * b, leaf, null)).sum();
  }

  @Differentiable
  @Inputs("x = [0.5, 0.25, 0.75, 0.5]; a = 2")
  static double searchTree(double[] x, double a) {
    class Node {
      double value;
      Node left;
      Node right;

      Node(double value) {
        this.value = value;
      }

      void insert(double w) {
        if (w < value) {
          if (left == null) {
            left = new Node(w);
          } else {
            left.insert(w);
          }
        } else if (right == null) {
          right = new Node(w);
        } else {
          right.insert(w);
        }
      }

      double sum(int depth) {
        return value * depth * a
            + (left == null ? 0 : left.sum(depth + 1))
            + (right == null ? 0 : right.sum(depth + 1));
      }
    }
    Node root = new Node(x[0]);
    for (int i = 1; i < x.length; i++) {
      root.insert(x[i] * x[i]);
    }
    return root.sum(1);
  }

  @Differentiable
  static double graph(double a, double b) {
    class Edge {
      final double weight;
      Object to;

      Edge(double weight) {
        this.weight = weight;
      }
    }
    class Vertex {
      double flow;
      Edge[] out = new Edge[2];
      int count;

      void to(double w, Vertex v) {
        Edge e = new Edge(w);
        e.to = v;
        out[count++] = e;
      }
    }
    Vertex[] all = new Vertex[3];
    for (int i = 0; i < 3; i++) {
      all[i] = new Vertex();
    }
    all[0].to(a, all[1]);
    all[0].to(b, all[2]);
    all[1].to(a * b, all[2]);
    all[0].flow = a;
    for (Vertex v : all) {
      for (int i = 0; i < v.count; i++) {
        Vertex to = (Vertex) v.out[i].to;
        to.flow += v.flow * v.out[i].weight;
      }
    }
    return all[2].flow;
  }

  @Differentiable
  static double nullAtFirst(double[] x, double a) {
    class Node {
      final double value;
      Node next;

      Node(double value) {
        this.value = value;
      }

      double weighted() {
        return value * a;
      }

      void link(Node to) {
        next = to;
      }
    }
    Node last = null;
    double sum = 0;
    for (double each : x) {
      if (last != null) {
        sum += last.weighted() * each;
      }
      Node node = new Node(each * each);
      if (last != null) {
        last.link(node);
      }
      last = node;
    }
    return sum;
  }

  @Differentiable
  static double fieldNamedLikeVariable(double[] x, double y) {
    final class Holder {
      Rate rate;

      void set(Rate to) {
        rate = to;
      }

      double times(double y) {
        return rate.value() * y;
      }
    }
    Holder holder = new Holder();
    double sum = 0;
    for (double each : x) {
      Rate rate = new Rate(each * y);
      holder.set(rate);
      sum += holder.times(each);
    }
    return sum;
  }

  @Differentiable
  static double captureInRecursion(double x, double y) {
    class Power {
      final int left;

      Power(int left) {
        this.left = left;
      }

      double of(double w) {
        return left == 0 ? w * y : new Power(left - 1).of(w * x);
      }
    }
    return new Power(3).of(x + y);
  }
}
