package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.*;

/** Stacks that are made in the method. */
class Stacks {
  record Pair(double a, double b) {}

  static final class Tree {
    final double value;
    Tree left;
    Tree right;

    Tree(double value) {
      this.value = value;
    }
  }

  @Differentiable
  static double postfix(double x, double y) {
    Stack<Double> stack = new Stack<>();
    for (String token : "x y + x * y x - *".split(" ")) {
      switch (token) {
        case "x" -> stack.push(x);
        case "y" -> stack.push(y);
        case "+" -> stack.push(stack.pop() + stack.pop());
        case "*" -> stack.push(stack.pop() * stack.pop());
        default -> {
          double b = stack.pop();
          stack.push(stack.pop() - b);
        }
      }
    }
    return stack.pop();
  }

  @Differentiable
  @Inputs("n = 2")
  @Inputs(value = "n = 3", fails = EmptyStackException.class)
  static double perhapsEmpty(double x, int n) {
    Stack<Double> stack = new Stack<>();
    for (int i = 0; i < n % 3; i++) {
      stack.push(x * i);
    }
    double sum = stack.peek();
    while (!stack.isEmpty()) {
      sum = sum * x + stack.pop();
    }
    return sum;
  }

  @Differentiable
  @Inputs("n = 3")
  @Inputs(value = "n = 2", fails = EmptyStackException.class)
  static double poppedTooOften(double x, int n) {
    Stack<Double> stack = new Stack<>();
    stack.push(x * x);
    for (int i = 0; i < n % 3; i++) {
      stack.pop();
    }
    return stack.pop();
  }

  @Differentiable
  static double records(double x) {
    Stack<Pair> stack = new Stack<>();
    stack.add(new Pair(x, 1));
    for (int i = 0; i < 4; i++) {
      Pair top = stack.peek();
      stack.push(new Pair(top.a() * x, top.b() + i));
    }
    double sum = 0;
    for (Pair each : stack) {
      sum = sum * x + each.a() * each.b();
    }
    stack.clear();
    return stack.empty() ? sum : x;
  }

  @Differentiable
  static double rising(double[] x) {
    Stack<Double> stack = new Stack<>();
    for (double v : x) {
      if (stack.empty() || stack.peek() < v) {
        stack.push(v);
      } else {
        stack.pop();
      }
    }
    return stack.stream().mapToDouble(v -> v * v).sum() + stack.size();
  }

  static double product(Stack<Double> stack) {
    return stack.empty() ? 1 : stack.pop() * product(stack);
  }

  @Differentiable
  static double recursive(double[] x) {
    Stack<Double> stack = new Stack<>();
    for (double v : x) {
      stack.push(v * v);
    }
    return product(stack);
  }

  @Differentiable
  static double nodes(double x) {
    Tree root = new Tree(x);
    root.left = new Tree(x * x);
    root.left.right = new Tree(3 * x);
    root.right = new Tree(2);
    Stack<Tree> open = new Stack<>();
    open.push(root);
    double sum = 0;
    while (!open.isEmpty()) {
      Tree node = open.pop();
      sum = sum * x + node.value;
      if (node.left != null) {
        open.push(node.left);
      }
      if (node.right != null) {
        open.push(node.right);
      }
    }
    return sum;
  }

  /** Constants stay in a stack of Java's own. */
  @Differentiable
  static double constants(double x) {
    Stack<Integer> stack = new Stack<>();
    stack.push(3);
    stack.push(stack.get(0) + 1);
    return stack.pop() * x + stack.search(3);
  }
}
