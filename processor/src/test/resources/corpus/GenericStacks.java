package corpus;

import cotangent.Differentiable;

/** Generic containers of one's own whose fields are assigned what a diamond makes. */
class GenericStacks {
  /** As in any textbook: the type of a new node follows from what it is given. */
  static final class Stack<T> {
    private static final class Link<T> {
      final T value;
      final Link<T> next;

      Link(T value, Link<T> next) {
        this.value = value;
        this.next = next;
      }
    }

    private Link<T> head;

    void push(T value) {
      head = new Link<>(value, head);
    }

    T pop() {
      T value = head.value;
      head = head.next;
      return value;
    }
  }

  @Differentiable
  static double stacked(double[] x) {
    Stack<Double> stack = new Stack<>();
    for (double v : x) {
      stack.push(v * v);
      stack.push(stack.pop() + v);
    }
    double sum = 0;
    while (stack.head != null) {
      sum = sum * 0.5 + stack.pop();
    }
    return sum;
  }
}
