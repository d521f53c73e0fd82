package corpus;

import static java.util.Objects.requireNonNull;

import cotangent.Derivative;
import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import cotangent.processor.corpus.RowReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is passed through and held constant; calls into which nothing active flows. */
class ConstantsAndCalls {
  enum Kind {
    LINEAR,
    SQUARE,
    SINE;

    double factor() {
      return ordinal() + 1;
    }
  }

  private static final double[] TABLE = {1, 2, 4, 8};
  private static final List<Double> LIST = List.of(0.5, 1.5);
  private static double drift = 0.25;

  private static <T> T pick(boolean first, T a, T b) {
    return first ? a : b;
  }

  private static <T extends Comparable<T>> boolean less(T a, T b) {
    return a.compareTo(b) < 0;
  }

  private static int opaque(String text) {
    StringBuilder builder = new StringBuilder(text);
    return builder.reverse().indexOf("t");
  }

  @Differentiable
  static double switchOnEnum(double x, Kind kind) {
    return switch (kind) {
      case LINEAR -> x;
      case SQUARE -> x * x;
      case SINE -> Math.sin(x);
    };
  }

  @Differentiable
  static double switchOnEnumOld(double x, Kind kind) {
    double t = x;
    switch (kind) {
      case LINEAR:
        t *= 2;
        break;
      case SQUARE:
        t *= t;
        break;
      default:
        return t + 1;
    }
    return t * x;
  }

  @Differentiable
  static double comparedEnum(double x, Kind kind) {
    double t = kind == Kind.SINE ? Math.sin(x) : x;
    if (kind != Kind.LINEAR) t *= kind.factor();
    return t * kind.ordinal() + x;
  }

  @Differentiable
  @Inputs("name = left")
  @Inputs("name = right")
  @Inputs("name = other")
  static double switchOnString(double x, String name) {
    switch (name) {
      case "left":
        return x * x;
      case "right":
        x = -x;
        break;
      default:
        x += 1;
    }
    return x * 3;
  }

  @Differentiable
  static double stringMethods(double x, String name) {
    double t = x * name.length();
    if (name.equals("left") || name.isEmpty()) t *= x;
    return t * name.toUpperCase(Locale.ROOT).charAt(0);
  }

  @Differentiable
  static double listOfConstants(double x, List<Double> weights) {
    double sum = 0;
    for (double w : weights) sum += w * x * x;
    for (int i = 0; i < weights.size(); i++) sum *= weights.get(i) + x;
    return sum;
  }

  @Differentiable
  static double listOfIndices(double[] a, List<Integer> indices) {
    double sum = 0;
    for (int i : indices) sum += a[i] * a[i + 1];
    for (Integer i : indices) sum += a[i];
    return sum;
  }

  @Differentiable
  static double opaqueCalls(double x, String name, int n) {
    int k = opaque(name) + Integer.bitCount(n) + Integer.parseInt("12") + Long.numberOfTrailingZeros(8);
    return x * k + x * Character.getNumericValue('7');
  }

  @Differentiable
  static double genericHelpers(double x, String name) {
    String chosen = pick(x > 0, name, "other");
    return x * chosen.length() + (less(name, "m") ? x * x : x);
  }

  @Differentiable
  static double staticTables(double x, int n) {
    return x * TABLE[n - 1] + x * x * LIST.get(1) + drift * x;
  }

  @Differentiable
  static double requiresNonNull(double[] a, String name) {
    requireNonNull(name, "name");
    return a[0] * a[1] * name.length();
  }

  @Differentiable
  static double constantsOfOtherClasses(double x) {
    return x * Holder.FACTOR + Holder.Inner.OFFSET * x * x + Integer.MAX_VALUE * x / Long.MAX_VALUE;
  }

  @Differentiable
  static double objectsOfConstants(double x, int n) {
    int[] digits = String.valueOf(n * 37).chars().toArray();
    double t = x;
    for (int digit : digits) t = t * 0.5 + digit * x;
    return t;
  }

  @Differentiable
  static double newObjects(double x, int n) {
    List<Integer> squares = new ArrayList<>();
    for (int i = 0; i < n; i++) squares.add(i * i);
    Map<String, List<Integer>> groups = new HashMap<>();
    groups.put("one", new ArrayList<>());
    groups.get("one").add(n + 7);
    Set<Integer> sorted = new TreeSet<>(squares);
    Deque<Integer> stack = new ArrayDeque<Integer>(sorted);
    double sum = 0;
    while (!stack.isEmpty()) sum = sum * x + stack.pop();
    return sum + groups.get("one").get(0) * x;
  }

  private static <T> T second(List<? extends T> list) {
    return list.get(1);
  }

  @Differentiable
  static double numberFromGenericHelper(double x, int n) {
    Integer chosen = ConstantsAndCalls.<Integer>second(List.of(n, n + 1));
    return x * chosen * Math.sin(x * chosen);
  }

  @Differentiable
  static double inheritedFromHiddenClass(double x, String name) {
    StringBuilder builder = new StringBuilder(name);
    builder.append("xyz");
    return x * builder.length() * x;
  }

  @Differentiable
  static double messageOfActive(double x) {
    if (x > 5) {
      throw new IllegalStateException("x = " + x + " is over " + String.format("%.1f", 5.0));
    }
    return x * x;
  }

  @Differentiable({Derivative.VJP, Derivative.JVP})
  @Inputs("w length 2")
  static double[] rowsInOneArray(double[] w) {
    RowReader reader = new RowReader();
    double s = 1;
    for (int i = 0; i < 3; i++) {
      double[] row = reader.next();
      double z = 0;
      for (int j = 0; j < row.length; j++) {
        z += w[j] * row[j];
      }
      s = Math.sin(s * z + 1);
    }
    return new double[] {s};
  }

  /** Counts how often it is asked, so that each run of a method would see other numbers. */
  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN, Derivative.HVP})
  static double drawsNumbers(double[] x, int seed) {
    java.util.Random random = new java.util.Random(seed);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double weight = random.nextDouble();
      if (random.nextInt(3) > 0) {
        sum += weight * x[i] * x[i] * Math.sin(x[0] * (char) ('a' + i) / 100);
      }
    }
    return sum;
  }

  @Differentiable({Derivative.VJP, Derivative.JACOBIAN})
  static double[] drawsRows(double[] x, int seed) {
    java.util.Iterator<Double> numbers =
        new java.util.Random(seed).doubles().limit(x.length).boxed().toList().iterator();
    double[] y = new double[x.length];
    for (int i = 0; numbers.hasNext(); i++) {
      y[i] += numbers.next() * x[i] * x[0];
    }
    return y;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN, Derivative.HVP})
  @Inputs("x length 3; k = 1; seed = 5")
  @Inputs(value = "x length 3; k = 3; seed = 5", fails = ArrayIndexOutOfBoundsException.class)
  static double drawsAndSorts(double[] x, int k, int seed) {
    java.util.Random random = new java.util.Random(seed);
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextDouble() * x[i] * x[i];
    }
    java.util.Arrays.sort(x);
    return x[k];
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN})
  @Inputs("a length 2 2; k = 1; seed = 5")
  @Inputs(value = "a length 2 2; k = 2; seed = 5", fails = ArrayIndexOutOfBoundsException.class)
  static double drawsAndSwapsRows(double[][] a, int k, int seed) {
    double[] first = a[0];
    a[0] = a[1];
    a[1] = first;
    a[0][1] *= new java.util.Random(seed).nextDouble() * a[1][0];
    return a[0][1] * a[k][0];
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN})
  static double drawsWhileItRecurs(double[] x, int seed) {
    return draws(new java.util.Random(seed), x, x.length - 1);
  }

  private static double draws(java.util.Random random, double[] x, int n) {
    return n < 0 ? 1 : random.nextFloat() * Math.exp(0.1 * x[n]) * draws(random, x, n - 1) + x[n];
  }

  static class Holder {
    static final double FACTOR = Math.sqrt(2);

    static class Inner {
      static final double OFFSET = Holder.FACTOR * 2;
    }
  }

  static int narrow(short s) {
    return 2;
  }

  static int narrow(int i) {
    return 3;
  }

  @Differentiable
  static double constantVariablesAreNarrow(double x, boolean b, short s) {
    final int one = 1;
    final int sum = one + 4;
    int five = 5;
    return x * narrow(b ? s : sum) + narrow(b ? s : five) + narrow(b ? s : Math.abs(5));
  }

  static int size(Object... all) {
    return all == null ? -1 : all.length;
  }

  @Differentiable
  static double nullForAll(double x) {
    return x * size((Object[]) null) + size((Object) null);
  }

  @Differentiable
  static double diamonds(double x, List<Integer> numbers) {
    var copy = new ArrayList<>(numbers);
    List<Number> wider = new ArrayList<>(numbers);
    List<? extends Number> empty = new ArrayList<>();
    Map<String, List<Integer>> map = new HashMap<>();
    map.put("a", numbers);
    copy.add(3);
    wider.add(2.5);
    double sum = 0;
    for (int each : copy) {
      sum += x * each;
    }
    return sum * wider.size() + empty.size() + map.get("a").size() * new ArrayList<>(map.keySet()).get(0).length();
  }

  @SafeVarargs
  static <T> int count(T... all) {
    return all.length;
  }

  @Differentiable
  static double genericArrays(double x, List<Integer> numbers) {
    return x * count(numbers, numbers);
  }

  /** Overloaded, so that the types that Java sees decide. */
  static class Log {
    private String text = "";

    void add(Object o) {
      text += "O";
    }

    void add(String s) {
      text += "S";
    }

    void add(CharSequence s) {
      text += "C";
    }

    void add(int i) {
      text += "i";
    }

    void add(Integer i) {
      text += "I";
    }

    void add(long i) {
      text += "l";
    }

    int hash() {
      return text.hashCode();
    }
  }

  @Differentiable
  static double overloadsBySeenTypes(double x, int number) {
    Integer n = number;
    Log log = new Log();
    CharSequence text = "a";
    Object object = text;
    log.add("a");
    log.add(text);
    log.add(object);
    log.add((Object) 1);
    log.add((Integer) 1);
    log.add(1);
    log.add(1L);
    log.add(n);
    Object letters = new char[] {'a', 'b'};
    boolean isObject = String.valueOf(letters).startsWith("[C");
    List<Integer> numbers = new ArrayList<>(List.of(5, 1, 2));
    numbers.remove((Object) 5);
    return x * log.hash() + (isObject ? x * x : x) + numbers.get(1) * x;
  }

  @Differentiable
  static double constantTextsAreOne(double x) {
    Object one = "text";
    String other = "te" + "xt";
    return one == other ? x : x * x;
  }

  static class Wide {
    int size = 3;
  }

  static class Narrow extends Wide {
    int size = 5;
  }

  @Differentiable
  static double hiddenFields(double x) {
    Narrow narrow = new Narrow();
    Wide wide = narrow;
    return x * wide.size * narrow.size + ((Wide) narrow).size;
  }

  private static int parsed(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return text.length();
    }
  }

  static double streamed(List<Integer> numbers, Object o) {
    double sum = o instanceof Integer i ? i : 1;
    return sum + numbers.stream().mapToDouble(i -> i + 0.5).sum();
  }

  @Differentiable
  static double helpersThatAreNotRead(double x, String text, List<Integer> numbers) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += x * parsed(text + i) * x;
    }
    return sum * streamed(numbers, 7);
  }

  @Differentiable
  static double boxesByName(double x, int k) {
    Integer n = k;
    Double d = Double.valueOf(x * x);
    String unused = "n = " + n;
    double e = d.doubleValue() * n.intValue() + d.intValue();
    return e * Double.valueOf(x).doubleValue() * Integer.valueOf(3);
  }
}
