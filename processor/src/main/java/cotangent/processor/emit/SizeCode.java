package cotangent.processor.emit;

import cotangent.Dimensions;
import cotangent.processor.emit.java.TypeText;
import cotangent.processor.emit.print.Wrapping;
import cotangent.processor.graph.Sized;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements that compare the sizes of some arrays, which share the names in their shapes. */
final class SizeCode {
  private static final String SIZES = TypeText.of("cotangent.Sizes");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\w$\\p{L}]*");

  private final Set<String> taken = new HashSet<>();
  private final List<Array> arrays = new ArrayList<>();
  private final List<Composite> composites = new ArrayList<>();
  private final List<Each> arraysOfRecords = new ArrayList<>();

  /** What numbers, by their names, are read from. */
  private final Map<String, String> numbers = new LinkedHashMap<>();

  private final Map<String, String> labels = new LinkedHashMap<>();

  private record Array(String label, Dimensions dimensions, String read) {}

  private record Composite(String label, Sized.Composite record, String read) {}

  private record Each(String label, Sized.Each each, String read) {}

  /** What checks records. */
  interface Checks {
    /** Returns the name of the method that checks a record, which it takes after its name. */
    String of(Sized.Composite record);

    /** Returns the name of the method that checks each of many, which it takes after their name. */
    String of(Sized.Each many);
  }

  /** Whether there is anything to compare: an array alone may have any length. */
  static boolean saysSomething(List<Sized> all) {
    return all.stream()
        .anyMatch(each -> !(content(each) instanceof Sized.Whole) && matters(each, all));
  }

  /** Whether something has to be looked at. */
  static boolean matters(Sized one, List<Sized> all) {
    if (content(one) instanceof Sized.Whole number) {
      return all.stream().anyMatch(each -> names(each).contains(number.name()));
    } else if (content(one) instanceof Sized.Array array) {
      Dimensions dimensions = Dimensions.of(array.shape());
      return dimensions.rank() > 1
          || !dimensions.isName(0)
          || all.stream()
              .anyMatch(each -> each != one && names(each).contains(array.shape().strip()));
    }
    return true;
  }

  private static Sized content(Sized sized) {
    return sized instanceof Sized.Field field ? field.content() : sized;
  }

  private static Set<String> names(Sized sized) {
    Set<String> names = new HashSet<>();
    if (content(sized) instanceof Sized.Array array) {
      Dimensions dimensions = Dimensions.of(array.shape());
      for (int i = 0; i < dimensions.rank(); i++) {
        names.addAll(dimensions.names(i));
      }
    } else if (sized instanceof Sized.Whole number) {
      names.add(number.name());
    }
    return names;
  }

  /** Takes a name that local variables can't have. */
  void take(String name) {
    taken.add(name);
  }

  /**
   * Adds something to check.
   *
   * @param path the beginning of the expression by which messages name it
   * @param read the expression that gives the value
   */
  void add(Sized sized, String path, String read) {
    String label = (path.isEmpty() ? "\"" : path) + sized.name() + "\"";
    if (sized instanceof Sized.Array array) {
      arrays.add(new Array(label, Dimensions.of(array.shape()), read));
    } else if (sized instanceof Sized.Composite record) {
      composites.add(new Composite(label, record, read));
    } else if (sized instanceof Sized.Each each) {
      arraysOfRecords.add(new Each(label, each, read));
    } else {
      numbers.put(sized.name(), read);
      labels.put(sized.name(), label);
    }
  }

  /**
   * Returns the statements.
   *
   * @param checks the methods that check records
   */
  List<String> lines(Checks checks) {
    List<String> lines = new ArrayList<>();
    Map<String, String> variables = new LinkedHashMap<>();
    Set<String> known = new HashSet<>();
    for (String name : needed()) {
      String variable = numbers.getOrDefault(name, name);
      if (!variable.equals(name) || !numbers.containsKey(name)) {
        variable = fresh(name);
        String value = numbers.containsKey(name) ? numbers.get(name) : first(name);
        lines.addAll(Wrapping.wrap("int " + variable + " = " + value + ";", 0));
      }
      if (numbers.containsKey(name)) {
        known.add(variable);
      }
      variables.put(name, variable);
    }
    if (!arrays.isEmpty()) {
      List<String> tests = arrays.stream().map(array -> fits(array, variables, known)).toList();
      String all = String.join(" && ", tests);
      String negated = tests.size() == 1 ? "!" + all : "!(" + all + ")";
      lines.addAll(Wrapping.wrap("if (" + negated + ") {", 0));
      lines.addAll(Wrapping.wrap("throw " + SIZES + ".misfit(" + explained() + ");", 1));
      lines.add("}");
    }
    for (Composite each : composites) {
      lines.addAll(call(checks.of(each.record), each.label, each.read));
    }
    for (Each many : arraysOfRecords) {
      lines.addAll(call(checks.of(many.each), many.label, many.read));
    }
    return lines;
  }

  /** Calls a method that checks something, unless that is null. */
  private static List<String> call(String method, String label, String read) {
    List<String> lines = new ArrayList<>(Wrapping.wrap("if (" + read + " != null) {", 0));
    lines.addAll(Wrapping.wrap(method + "(" + label + ", " + read + ");", 1));
    lines.add("}");
    return lines;
  }

  private Set<String> needed() {
    Set<String> names = new LinkedHashSet<>();
    for (Array array : arrays) {
      for (int i = 0; i < array.dimensions.rank(); i++) {
        names.addAll(array.dimensions.names(i));
      }
    }
    return names;
  }

  private String fresh(String name) {
    String free = name;
    while (!taken.add(free)) {
      free += "_";
    }
    return free;
  }

  /** Returns the size of the first array that binds a name. */
  private String first(String name) {
    String value = "";
    for (int i = arrays.size() - 1; i >= 0; i--) {
      Array array = arrays.get(i);
      for (int d = array.dimensions.rank() - 1; d >= 0; d--) {
        if (array.dimensions.isName(d) && array.dimensions.text(d).equals(name)) {
          String own = SIZES + ".of(" + array.read + ", " + d + ")";
          value = value.isEmpty() ? own : SIZES + ".either(" + own + ", " + value + ")";
        }
      }
    }
    return value.isEmpty() ? SIZES + ".UNKNOWN" : value;
  }

  private static String fits(Array array, Map<String, String> variables, Set<String> known) {
    List<String> sizes = new ArrayList<>();
    for (int i = 0; i < array.dimensions.rank(); i++) {
      sizes.add(size(array.dimensions, i, variables, known));
    }
    return SIZES + ".fit(" + array.read + ", " + String.join(", ", sizes) + ")";
  }

  private static String size(
      Dimensions dimensions, int dimension, Map<String, String> variables, Set<String> known) {
    String text =
        NAME.matcher(dimensions.text(dimension))
            .replaceAll(match -> Matcher.quoteReplacement(variables.get(match.group())));
    if (dimensions.isName(dimension)) {
      return text;
    }
    List<String> unsure =
        dimensions.names(dimension).stream()
            .map(variables::get)
            .filter(variable -> !known.contains(variable))
            .map(variable -> variable + " == " + SIZES + ".UNKNOWN")
            .toList();
    return unsure.isEmpty()
        ? text
        : String.join(" || ", unsure) + " ? " + SIZES + ".UNKNOWN : " + text;
  }

  private String explained() {
    List<String> parts = new ArrayList<>();
    numbers.forEach((name, read) -> parts.add(labels.get(name) + ", null, " + read));
    arrays.forEach(each -> parts.add(each.label + ", \"" + each.dimensions + "\", " + each.read));
    return String.join(", ", parts);
  }
}
