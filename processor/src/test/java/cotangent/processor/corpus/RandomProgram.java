package cotangent.processor.corpus;

import cotangent.processor.corpus.RandomExpressions.Helper;
import cotangent.processor.corpus.Scope.Kind;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A random class with a method {@code f} to differentiate and the helpers that it calls.
 *
 * @param name the class
 * @param source its text
 */
record RandomProgram(String name, Snippet source) {
  /** What javac may well say about random programs. */
  private static final String SUPPRESSION =
      "@SuppressWarnings({\"cotangent\", \"fallthrough\", \"lossy-conversions\"})";

  private static final Pattern MODES = Pattern.compile("cotangent\\.Derivative\\.([A-Z]+)");

  private static String annotation(List<String> modes) {
    return modes.stream()
        .map("cotangent.Derivative."::concat)
        .collect(Collectors.joining(", ", "@cotangent.Differentiable({", "})"));
  }

  /** The program that belongs to a seed. */
  static RandomProgram of(long seed, Set<Feature> allowed) {
    Random random = new Random(seed * 1_000_003 + 29);
    Extent extent = Extent.any(random);
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    for (Feature feature : allowed) {
      if (random.nextDouble() < extent.share) {
        features.add(feature);
      }
    }
    if (features.contains(Feature.NESTED)) {
      features.remove(Feature.FLOATS); // a twin in double has no companion
      if (random.nextInt(2) == 0) {
        features.remove(Feature.NESTED);
      }
    }
    String name = "P" + seed;
    return new RandomProgram(name, new Writer(random, features, extent).write(name));
  }

  /** How much a program has of everything. Small ones find most, large ones the rest. */
  private enum Extent {
    SMALL(0.2, 3, 1, 2),
    MEDIUM(0.4, 5, 2, 3),
    LARGE(0.65, 11, 3, 5);

    private final double share;
    private final int statements;
    private final int helpers;
    private final int each;

    /**
     * @param share how likely a program draws from each part of the language
     * @param statements at most so many in the method itself, but for what is inside of others
     * @param helpers at most so many
     * @param each at most so many statements in each
     */
    Extent(double share, int statements, int helpers, int each) {
      this.share = share;
      this.statements = statements;
      this.helpers = helpers;
      this.each = each;
    }

    static Extent any(Random random) {
      int which = random.nextInt(20);
      return which == 0 ? LARGE : which < 5 ? MEDIUM : SMALL;
    }
  }

  /** The text for {@link DrawnArguments}: all arrays are of length four. */
  static String inputs(Method method) {
    return Arrays.stream(method.getParameters())
        .filter(each -> each.getType().isArray() || each.getType().isRecord())
        .map(each -> length(each.getName(), each.getType()))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String length(String name, Class<?> type) {
    if (type.isRecord()) {
      boolean hasArray = type.getRecordComponents()[0].getType().isArray();
      return hasArray ? name + ".w length 4" : "";
    }
    return name + (type.getComponentType().isArray() ? " length 4 4 4 4" : " length 4");
  }

  /** The derivatives that it asks for. */
  Set<String> derivatives() {
    return MODES
        .matcher(source.text())
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }

  RandomProgram with(Snippet smaller) {
    return new RandomProgram(name, smaller);
  }

  private static final class Writer {
    private final Random random;
    private final Set<Feature> features;
    private final Extent extent;
    private final List<Helper> helpers = new ArrayList<>();
    private final List<Snippet> members = new ArrayList<>();

    Writer(Random random, Set<Feature> features, Extent extent) {
      this.random = random;
      this.features = features;
      this.extent = extent;
    }

    Snippet write(String name) {
      if (features.contains(Feature.RECORDS)) {
        members.add(
            new Snippet(
                "record Point(double x, double y) {",
                List.of(
                    new Snippet(
                        "Point turned(double t) {",
                        List.of(
                            Snippet.statement("double c = Math.cos(t);"),
                            Snippet.statement("return new Point(c * x - y * Math.sin(t), c + y);")),
                        "}")),
                "}"));
      }
      addSupport(name);
      if (features.contains(Feature.HELPERS)) {
        for (int i = random.nextInt(extent.helpers); i >= 0; i--) {
          addHelper("h" + i);
        }
      }
      if (features.contains(Feature.RECURSION)) {
        addRecursion();
      }
      addMain();
      return new Snippet(SUPPRESSION + " class " + name + " {", members, "}");
    }

    private void addMain() {
      List<Kind> parameters = new ArrayList<>();
      repeat(parameters, Kind.DOUBLE, 1 + random.nextInt(3));
      repeat(parameters, Kind.INT, random.nextInt(3));
      repeat(parameters, Kind.BOOLEAN, random.nextInt(2));
      if (features.contains(Feature.ARRAYS)) {
        repeat(parameters, Kind.ARRAY, 1 + random.nextInt(2));
      }
      if (features.contains(Feature.MATRICES)) {
        repeat(parameters, Kind.MATRIX, random.nextInt(2));
      }
      if (features.contains(Feature.INT_ARRAYS)) {
        repeat(parameters, Kind.INTS, random.nextInt(2));
      }
      if (features.contains(Feature.FLOATS)) {
        repeat(parameters, Kind.FLOAT, random.nextInt(2));
      }
      if (features.contains(Feature.RECORDS)) {
        repeat(parameters, Kind.POINT, random.nextInt(2));
      }
      if (features.contains(Feature.ARRAY_RECORDS)) {
        repeat(parameters, Kind.LAYER, random.nextInt(2));
      }
      boolean givesArray = features.contains(Feature.ARRAYS) && random.nextInt(5) == 0;
      int size = 1 + random.nextInt(extent.statements);
      boolean hasRecords = parameters.contains(Kind.POINT) || parameters.contains(Kind.LAYER);
      List<String> modes = new ArrayList<>(List.of(givesArray ? "VJP" : "GRADIENT"));
      if (random.nextInt(3) == 0) {
        modes.addAll(givesArray ? List.of("JVP") : List.of("VJP", "JVP", "HVP"));
      }
      if (random.nextInt(6) == 0 && size < 10 && !(givesArray && hasRecords)) {
        modes.add(givesArray ? "JACOBIAN" : "HESSIAN");
      }
      members.add(Snippet.statement(annotation(modes)));
      add("f", givesArray ? Kind.ARRAY : Kind.DOUBLE, parameters, size, List.of());
    }

    /** Adds what a program uses but doesn't draw: tables, records, rules, other companions. */
    private void addSupport(String name) {
      if (features.contains(Feature.STATICS)) {
        members.add(Snippet.statement("static final double[] TABLE = {0.5, -1.25, 2, 0.75};"));
        members.add(Snippet.statement("static final int[] STEPS = {3, 0, 2, 1};"));
      }
      if (features.contains(Feature.ARRAY_RECORDS)) {
        members.add(Snippet.statement("record Layer(double[] w, double b) {}"));
      }
      addClasses();
      if (features.contains(Feature.RULES)) {
        members.add(
            Snippet.statement("static double q(double x, double y) { return x * Math.sin(y); }"));
        members.add(
            Snippet.statement(
                "record Two(double x, double y) {} "
                    + "@cotangent.DerivativeOf(owner = NAME.class, method = \"q\") "
                        .replace("NAME", name)
                    + "static Two qPullback(double x, double y, double value, double seed) {"
                    + " return new Two(seed * Math.sin(y), seed * x * Math.cos(y)); }"));
        helpers.add(new Helper("q", Kind.DOUBLE, List.of(Kind.DOUBLE, Kind.DOUBLE)));
      }
      if (features.contains(Feature.NESTED)) {
        members.add(Snippet.statement("@cotangent.Differentiable"));
        List<Kind> parameters = List.of(Kind.DOUBLE, Kind.DOUBLE);
        Set<Feature> few = EnumSet.copyOf(features);
        few.retainAll(Set.of(Feature.ARRAYS, Feature.JUMPS, Feature.STATICS));
        add("g", Kind.DOUBLE, parameters, 1 + random.nextInt(3), List.of(), few);
        String companion = name + "Grad.";
        for (String part : List.of(".value()", ".d", ".d")) {
          String suffix = part.length() > 2 ? part : part + derivative() + "()";
          helpers.add(new Helper(companion + "gGrad", Kind.DOUBLE, parameters, suffix));
        }
      }
    }

    private void addClasses() {
      if (features.contains(Feature.OBJECTS)) {
        members.add(
            Snippet.statement(
                "static final class Complex { final double re; final double im;"
                    + " Complex(double re, double im) { this.re = re; this.im = im; }"
                    + " Complex times(Complex o) {"
                    + " return new Complex(re * o.re - im * o.im, re * o.im + im * o.re); }"
                    + " double size() { return Math.atan(re * re + im * im); } }"));
        members.add(
            Snippet.statement(
                "static final class Sum { double total; int count;"
                    + " void add(double x) { total = 0.5 * total + Math.sin(x); count++; }"
                    + " double mean() { return total / (1 + count); } }"));
      }
      if (features.contains(Feature.CHOICES)) {
        members.add(
            Snippet.statement(
                "sealed interface Bend { double at(double x); }"
                    + " static final class Soft implements Bend { final double k;"
                    + " Soft(double k) { this.k = k; }"
                    + " @Override public double at(double x) { return Math.tanh(k * x); } }"
                    + " static final class Hard implements Bend { private final double k;"
                    + " Hard(double k) { this.k = k; }"
                    + " @Override public double at(double x) {"
                    + " return x > 0 ? Math.sin(k) * x : Math.atan(x - k); } }"));
      }
      if (features.contains(Feature.LAMBDAS)) {
        members.add(
            Snippet.statement(
                "static double twice(java.util.function.DoubleUnaryOperator f, double x) {"
                    + " return f.applyAsDouble(0.5 * f.applyAsDouble(x) + 0.25); }"));
      }
    }

    /** The name of one of the parameters of the method that was added last. */
    private String derivative() {
      String head = members.get(members.size() - 1).open();
      String[] words = head.substring(head.indexOf('(') + 1, head.indexOf(')')).split("[ ,]+", 0);
      return words[1 + 2 * random.nextInt(2)];
    }

    private void addHelper(String name) {
      boolean arrays = features.contains(Feature.ARRAYS);
      Kind result =
          switch (random.nextInt(5)) {
            case 0 -> arrays ? null : Kind.DOUBLE;
            case 1 -> arrays ? Kind.ARRAY : Kind.DOUBLE;
            case 2 -> features.contains(Feature.RECORDS) ? Kind.POINT : Kind.DOUBLE;
            case 3 -> features.contains(Feature.OBJECTS) ? Kind.COMPLEX : Kind.DOUBLE;
            default -> Kind.DOUBLE;
          };
      List<Kind> parameters = new ArrayList<>();
      if (arrays && (result == null || result == Kind.ARRAY || random.nextInt(3) == 0)) {
        parameters.add(Kind.ARRAY);
      }
      repeat(parameters, Kind.DOUBLE, 1 + random.nextInt(2));
      repeat(parameters, Kind.INT, random.nextInt(2));
      if (features.contains(Feature.OBJECTS)) {
        repeat(parameters, Kind.COMPLEX, random.nextInt(2));
        repeat(parameters, Kind.SUM, random.nextInt(2));
      }
      if (features.contains(Feature.CHOICES)) {
        repeat(parameters, Kind.BEND, random.nextInt(2));
      }
      add(name, result, parameters, 1 + random.nextInt(extent.each), List.of());
      helpers.add(new Helper(name, result, parameters));
    }

    private void addRecursion() {
      List<Kind> parameters = new ArrayList<>(List.of(Kind.INT, Kind.DOUBLE));
      if (features.contains(Feature.ARRAYS) && random.nextBoolean()) {
        parameters.add(Kind.ARRAY);
      }
      Set<Feature> others = EnumSet.copyOf(features);
      others.removeAll(Set.of(Feature.OBJECTS, Feature.CHOICES)); // of which they are not made yet
      add(
          "r",
          Kind.DOUBLE,
          parameters,
          1 + random.nextInt(extent.each),
          List.of("recursion"),
          others);
      helpers.add(new Helper("r", Kind.DOUBLE, parameters));
    }

    private void add(
        String name, Kind result, List<Kind> parameters, int size, List<String> recursion) {
      add(name, result, parameters, size, recursion, features);
    }

    private void add(
        String name,
        Kind result,
        List<Kind> parameters,
        int size,
        List<String> recursion,
        Set<Feature> features) {
      Scope scope = new Scope(random);
      List<String> declared = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (Kind kind : parameters) {
        boolean counter = !recursion.isEmpty() && names.isEmpty();
        String parameter =
            scope.declare(
                kind, !counter && kind != Kind.MATRIX && kind != Kind.INTS && kind != Kind.SUM);
        names.add(parameter);
        declared.add(kind.java + " " + parameter);
      }
      List<Snippet> body = new ArrayList<>();
      if (!recursion.isEmpty()) {
        body.add(
            Snippet.statement("if (" + names.get(0) + " <= 0) return " + names.get(1) + " * 0.9;"));
        body.add(Snippet.statement("double deeper = r(" + arguments(names) + ");"));
        scope.add(Kind.DOUBLE, "deeper", true);
      }
      body.addAll(
          new RandomStatements(random, scope, List.copyOf(helpers), features, result)
              .body(size, extent == Extent.SMALL ? 2 : 3));
      String type = result == null ? "void" : result.java;
      members.add(
          new Snippet(
              "static " + type + " " + name + "(" + String.join(", ", declared) + ") {",
              body,
              "}"));
    }

    private static String arguments(List<String> names) {
      List<String> given = new ArrayList<>(names);
      given.set(0, names.get(0) + " - 1");
      given.set(1, "Math.sin(" + names.get(1) + ") + 0.1");
      return String.join(", ", given);
    }

    private static void repeat(List<Kind> kinds, Kind kind, int times) {
      for (int i = 0; i < times; i++) {
        kinds.add(kind);
      }
    }
  }
}
