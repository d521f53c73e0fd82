package corpus;

import cotangent.Differentiable;
import java.util.Arrays;
import java.util.Objects;

/** Containers that keep what they are given in an array of objects, as generic ones have to. */
class ErasedArrays {
  record Pair(double a, double b) {}

  static class Stack<T> {
    private Object[] items = new Object[2];
    private int size;

    void push(T item) {
      if (size == items.length) {
        items = Arrays.copyOf(items, 2 * size);
      }
      items[size++] = item;
    }

    @SuppressWarnings("unchecked")
    T pop() {
      T item = (T) items[--size];
      items[size] = null;
      return item;
    }

    @SuppressWarnings("unchecked")
    T peek() {
      return size == 0 ? null : (T) items[size - 1];
    }

    boolean isEmpty() {
      return size == 0;
    }
  }

  static class Ring<T> {
    private final T[] items;
    private int first;
    private int size;

    @SuppressWarnings("unchecked")
    Ring(int capacity) {
      items = (T[]) new Object[capacity];
    }

    void add(T item) {
      items[(first + size) % items.length] = item;
      if (size < items.length) {
        size++;
      } else {
        first = (first + 1) % items.length;
      }
    }

    T get(int i) {
      return items[(first + i) % items.length];
    }
  }

  static class Bag<T> {
    @SuppressWarnings("unchecked")
    private T[] items = (T[]) new Object[1];

    private int size;

    void add(T item) {
      if (size == items.length) {
        items = Arrays.copyOf(items, 2 * size);
      }
      items[size++] = item;
    }

    T get(int i) {
      return items[i];
    }
  }

  @Differentiable
  static double stackOfNumbers(double x, double y) {
    Stack<Double> stack = new Stack<>();
    stack.push(x * y);
    stack.push(x + y);
    stack.push(y);
    double result = stack.peek() * 2;
    while (!stack.isEmpty()) {
      result = result * x + stack.pop();
    }
    Double none = stack.peek();
    return none == null ? result : none;
  }

  @Differentiable
  static double numbersThatAreExchanged(double[] a, double x) {
    Stack<Double> stack = new Stack<>();
    for (double each : a) {
      if (each > 0.5) {
        stack.push(each * x);
      } else if (!stack.isEmpty()) {
        stack.push(stack.pop() * each);
      }
    }
    double sum = 0;
    while (!stack.isEmpty()) {
      sum += Math.sin(stack.pop());
    }
    return sum;
  }

  @Differentiable
  static double stackOfRecords(double[] a, double x) {
    Stack<Pair> stack = new Stack<>();
    for (double each : a) {
      if (each > 0.5) {
        stack.push(new Pair(each * x, each));
      } else if (!stack.isEmpty()) {
        stack.push(new Pair(stack.pop().a() * each, x));
      }
    }
    double sum = 0;
    while (!stack.isEmpty()) {
      Pair pair = stack.pop();
      sum += Math.sin(pair.a()) * pair.b();
    }
    return sum;
  }

  @Differentiable
  static double ringOfNumbers(double[] a, double x) {
    Ring<Double> ring = new Ring<>(3);
    for (int i = 0; i < 3; i++) {
      ring.add(x * i);
    }
    double sum = 0;
    for (double each : a) {
      ring.add(each * ring.get(0));
      sum += ring.get(1) * ring.get(2) - ring.get(0);
    }
    return sum;
  }

  @Differentiable
  static double ringOfRecords(double[] a, double x) {
    Ring<Pair> ring = new Ring<>(2);
    ring.add(new Pair(x, 1));
    ring.add(new Pair(2, x));
    double sum = 0;
    for (double each : a) {
      ring.add(new Pair(each * ring.get(0).a(), ring.get(1).b()));
      sum += ring.get(1).a() * ring.get(0).b();
    }
    return sum;
  }

  @Differentiable
  static double bagThatGrows(double[] a, double x) {
    Bag<Pair> bag = new Bag<>();
    for (double each : a) {
      bag.add(new Pair(each, each * x));
    }
    double product = 1;
    for (int i = 0; i < bag.size; i++) {
      product = product * bag.get(i).b() + bag.get(i).a();
    }
    return product;
  }

  @Differentiable
  static double constantsBesideNumbers(double x, double y, String name) {
    Ring<String> names = new Ring<>(2);
    names.add(name);
    names.add("b");
    Bag<Integer> counts = new Bag<>();
    counts.add(3);
    counts.add(name.length());
    return names.get(0).length() * x + names.get(1).length() * y * x + counts.size;
  }

  @Differentiable
  static double textsBesideNumbers(double x, double y, String name) {
    if (x > 1e9) {
      throw new IllegalArgumentException(String.format("%s: %s, %f", name, x, 3.0));
    }
    Stack<Double> stack = new Stack<>();
    stack.push(x * y);
    stack.push(x * x);
    String text = String.format("%s %s %s", name, name.length() * 0.5, null);
    return stack.pop() * stack.pop() * text.length();
  }

  @Differentiable
  static double constantsOfSeveralKinds(double x, double y, String name) {
    double half = name.length() * 0.5;
    Object[] row = {half, name, 3, half * 2};
    return x * y * row.length + (row[1].equals("a") ? x : y) + Objects.hash(row[1], name) % 2 * x;
  }

  @Differentiable
  static double stacksOfTwoKinds(double x, double y) {
    Stack<Pair> pairs = new Stack<>();
    Stack<Double> numbers = new Stack<>();
    numbers.push(x);
    numbers.push(x * y);
    pairs.push(new Pair(x * y, x));
    pairs.push(new Pair(y, numbers.peek()));
    double sum = 0;
    while (!pairs.isEmpty()) {
      Pair pair = pairs.pop();
      double number = numbers.pop();
      sum = sum * x + pair.a() * pair.b() + number;
    }
    return sum;
  }
}
