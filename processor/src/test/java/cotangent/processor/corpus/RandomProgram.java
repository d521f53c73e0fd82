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
import java.util.stream.Collectors;

/**
 * A random class with a method {@code f} to differentiate and the helpers that it calls.
 *
 * @param name the class
 * @param source its text
 */
record RandomProgram(String name, Source source) {
  /** What javac may well say about random programs. */
  private static final String SUPPRESSION =
      "@SuppressWarnings({\"cotangent\", \"fallthrough\", \"lossy-conversions\"})";

  private static final String FIRST_DERIVATIVES = "@cotangent.Differentiable";

  /** The modes of which some programs are asked for all. */
  static final List<String> MODES = List.of("GRADIENT", "VJP", "JVP", "HVP");

  private static final String EVERY_MODE =
      MODES.stream()
          .map("cotangent.Derivative."::concat)
          .collect(Collectors.joining(", ", "@cotangent.Differentiable({", "})"));

  /** The program that belongs to a seed. */
  static RandomProgram of(long seed, Set<Feature> allowed) {
    Random random = new Random(seed * 1_000_003 + 29);
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    for (Feature feature : allowed) {
      if (random.nextInt(3) > 0) {
        features.add(feature);
      }
    }
    String name = "P" + seed;
    return new RandomProgram(name, new Writer(random, features).write(name));
  }

  /** The text for {@link Arguments}: all arrays are of length four. */
  static String inputs(Method method) {
    return Arrays.stream(method.getParameters())
        .filter(each -> each.getType().isArray())
        .map(
            each ->
                each.getName()
                    + (each.getType().getComponentType().isArray()
                        ? " length 4 4 4 4"
                        : " length 4"))
        .collect(Collectors.joining("; "));
  }

  /** The derivatives that it asks for. */
  Set<String> derivatives() {
    return source.text().contains(EVERY_MODE) ? Set.copyOf(MODES) : Set.of(MODES.get(0));
  }

  RandomProgram with(Source smaller) {
    return new RandomProgram(name, smaller);
  }

  private static final class Writer {
    private final Random random;
    private final Set<Feature> features;
    private final List<Helper> helpers = new ArrayList<>();
    private final List<Source> members = new ArrayList<>();

    Writer(Random random, Set<Feature> features) {
      this.random = random;
      this.features = features;
    }

    Source write(String name) {
      if (features.contains(Feature.RECORDS)) {
        members.add(
            new Source(
                "record Point(double x, double y) {",
                List.of(
                    new Source(
                        "Point turned(double t) {",
                        List.of(
                            Source.statement("double c = Math.cos(t);"),
                            Source.statement("return new Point(c * x - y * Math.sin(t), c + y);")),
                        "}")),
                "}"));
      }
      if (features.contains(Feature.HELPERS)) {
        for (int i = random.nextInt(3); i >= 0; i--) {
          addHelper("h" + i);
        }
      }
      if (features.contains(Feature.RECURSION)) {
        addRecursion();
      }
      addMain();
      return new Source(SUPPRESSION + " class " + name + " {", members, "}");
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
      members.add(Source.statement(random.nextInt(3) == 0 ? EVERY_MODE : FIRST_DERIVATIVES));
      add("f", Kind.DOUBLE, parameters, 6 + random.nextInt(14), List.of());
    }

    private void addHelper(String name) {
      boolean arrays = features.contains(Feature.ARRAYS);
      Kind result =
          switch (random.nextInt(5)) {
            case 0 -> arrays ? null : Kind.DOUBLE;
            case 1 -> arrays ? Kind.ARRAY : Kind.DOUBLE;
            case 2 -> features.contains(Feature.RECORDS) ? Kind.POINT : Kind.DOUBLE;
            default -> Kind.DOUBLE;
          };
      List<Kind> parameters = new ArrayList<>();
      if (arrays && (result == null || result == Kind.ARRAY || random.nextInt(3) == 0)) {
        parameters.add(Kind.ARRAY);
      }
      repeat(parameters, Kind.DOUBLE, 1 + random.nextInt(2));
      repeat(parameters, Kind.INT, random.nextInt(2));
      add(name, result, parameters, 2 + random.nextInt(5), List.of());
      helpers.add(new Helper(name, result, parameters));
    }

    private void addRecursion() {
      List<Kind> parameters = new ArrayList<>(List.of(Kind.INT, Kind.DOUBLE));
      if (features.contains(Feature.ARRAYS) && random.nextBoolean()) {
        parameters.add(Kind.ARRAY);
      }
      add("r", Kind.DOUBLE, parameters, 3 + random.nextInt(4), List.of("recursion"));
      helpers.add(new Helper("r", Kind.DOUBLE, parameters));
    }

    private void add(
        String name, Kind result, List<Kind> parameters, int size, List<String> recursion) {
      Scope scope = new Scope(random);
      List<String> declared = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (Kind kind : parameters) {
        boolean counter = !recursion.isEmpty() && names.isEmpty();
        String parameter =
            scope.declare(kind, !counter && kind != Kind.MATRIX && kind != Kind.INTS);
        names.add(parameter);
        declared.add(kind.java + " " + parameter);
      }
      List<Source> body = new ArrayList<>();
      if (!recursion.isEmpty()) {
        body.add(
            Source.statement("if (" + names.get(0) + " <= 0) return " + names.get(1) + " * 0.9;"));
        body.add(Source.statement("double deeper = r(" + arguments(names) + ");"));
        scope.add(Kind.DOUBLE, "deeper", true);
      }
      body.addAll(new RandomStatements(random, scope, helpers, features, result).body(size));
      String type = result == null ? "void" : result.java;
      members.add(
          new Source(
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
