package cotangent.processor.corpus;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;

/**
 * A random program in which one thing is spoilt: a type, a name, a sign, a statement that isn't
 * accepted. Whatever it is, javac or Cotangent has to say what is wrong in the source.
 *
 * @param name the class
 * @param text its source
 * @param spoilt what was done
 */
record WrongProgram(String name, String text, String spoilt) {
  private static final Pattern TOKEN =
      Pattern.compile("\\w+(?:\\.\\d+)?|[-+*/%&|^<>=!]+|[^\\s\\w]");

  private static final List<String> REFUSED =
      List.of(
          "Object o9 = 1.5;",
          "double[] e9 = null; e9[0] = 1;",
          "synchronized (\"\") { }",
          "try { int z9 = 1; } finally { int y9 = 2; }",
          "java.util.function.DoubleUnaryOperator f9 = t -> t * t;",
          "Runnable r9 = new Runnable() { public void run() { } };",
          "class Inner9 { double v; }",
          "record Local9(double v) { }",
          "Double d9 = 1.0; d9 += 2;",
          "double[][][] c9 = new double[2][][]; c9[0] = new double[][] {{1}};",
          "java.util.List<Double> l9 = new java.util.ArrayList<>(); l9.add(1.0);",
          "for (String s9 : new String[] {\"a\"}) { System.out.println(s9); }",
          "int[] n9 = {1}; n9[0]++; assert n9[0] == 2 : \"message\";",
          "var v9 = new Object() { int k = 1; };",
          "throw null;",
          "while (true) { }",
          "return;",
          "this.toString();",
          "super.hashCode();",
          "int x9; x9++;",
          "final int k9 = 1; k9 = 2;",
          "char c9 = 'a'; c9 += 1.5;",
          "long h9 = Double.doubleToLongBits(1.5); double b9 = Double.longBitsToDouble(h9);",
          "switch (\"a\") { case \"a\": break; }",
          "double t9 = ((Object) 1.0) instanceof Double g9 ? g9 : 0;",
          "new Thread(() -> { }).start();",
          "Math.sin();",
          "double q9 = Math.max(1, 2, 3);",
          "String s9 = \"a\" + 1.5; s9.length();",
          "label9: { break label9; }",
          "break;",
          "yield 3;",
          "int i9 = 1.5;",
          "boolean b9 = 1;",
          "double m9 = true ? 1 : \"a\";");

  /** The wrong program that belongs to a seed. */
  static WrongProgram of(long seed) {
    RandomProgram right = RandomProgram.of(seed, EnumSet.allOf(Feature.class));
    Random random = new Random(seed * 31 + 7);
    String text = right.source().text();
    List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
    MatchResult token = tokens.get(random.nextInt(tokens.size()));
    String word = token.group();
    return switch (random.nextInt(10)) {
      case 0 -> right(right, without(text, token), "left out " + word);
      case 1 -> right(right, replaced(text, token, word + " " + word), "doubled " + word);
      case 2 -> renamed(right, text, tokens, random);
      case 3, 4 -> retyped(right, text, random);
      case 5, 6 -> withStatement(right, text, random);
      case 7 -> {
        String other = tokens.get(random.nextInt(tokens.size())).group();
        yield right(right, replaced(text, token, other), other + " instead of " + word);
      }
      case 8 -> withoutLine(right, text, random);
      default -> operated(right, text, random);
    };
  }

  private static WrongProgram right(RandomProgram program, String text, String spoilt) {
    return new WrongProgram(program.name(), text, spoilt);
  }

  private static String without(String text, MatchResult token) {
    return replaced(text, token, " ");
  }

  private static String replaced(String text, MatchResult token, String by) {
    return text.substring(0, token.start()) + by + text.substring(token.end());
  }

  private static WrongProgram renamed(
      RandomProgram program, String text, List<MatchResult> tokens, Random random) {
    List<MatchResult> names =
        tokens.stream().filter(token -> token.group().matches("[a-zA-Z]\\w*")).toList();
    MatchResult name = names.get(random.nextInt(names.size()));
    String other = random.nextBoolean() ? "missing" : name.group() + "0";
    return right(program, replaced(text, name, other), other + " instead of " + name.group());
  }

  private static WrongProgram retyped(RandomProgram program, String text, Random random) {
    List<MatchResult> types =
        Pattern.compile("\\b(double|int|boolean|float|var|Point|Layer)\\b(\\[\\])*")
            .matcher(text)
            .results()
            .toList();
    MatchResult type = types.get(random.nextInt(types.size()));
    List<String> others =
        List.of(
            "String",
            "int",
            "boolean",
            "Missing",
            "double[]",
            "Object",
            "float",
            "void",
            "var",
            "java.util.List<Double>",
            "Double",
            "T",
            "long",
            "double[][]",
            "P0",
            "java.util.Missing",
            "char",
            "Comparable<Missing>");
    String other = others.get(random.nextInt(others.size()));
    return right(program, replaced(text, type, other), other + " instead of " + type.group());
  }

  private static WrongProgram withStatement(RandomProgram program, String text, Random random) {
    List<MatchResult> ends = Pattern.compile("[;{]\n").matcher(text).results().toList();
    MatchResult end = ends.get(random.nextInt(ends.size()));
    String statement = REFUSED.get(random.nextInt(REFUSED.size()));
    return right(
        program, replaced(text, end, end.group() + statement + "\n"), "added " + statement);
  }

  private static WrongProgram withoutLine(RandomProgram program, String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    String line = lines.remove(random.nextInt(lines.size()));
    return right(program, String.join("\n", lines) + "\n", "left out " + line.strip());
  }

  private static WrongProgram operated(RandomProgram program, String text, Random random) {
    List<MatchResult> operators =
        Pattern.compile(" ([-+*/<>=&|^]+) ").matcher(text).results().toList();
    if (operators.isEmpty()) {
      return right(program, text.replace("return", "returns"), "returns");
    }
    MatchResult operator = operators.get(random.nextInt(operators.size()));
    List<String> others =
        List.of("&&", "<<", "instanceof", "->", "==", "=", "+=", "%", "::", "?", "|");
    String other = others.get(random.nextInt(others.size()));
    String by = " " + other + " ";
    return right(program, replaced(text, operator, by), other + " instead of " + operator.group(1));
  }

  /** Compiles it; gives what is wrong with what was said, null where that is fine. */
  String failure() {
    Map<String, String> sources = Map.of(name, text);
    List<Processor> processors = new ArrayList<>(Compilation.processors().toList());
    try {
      String said = Compilation.of(sources, processors).diagnostics();
      if (said.contains("[CT001]") || said.contains("exception has occurred")) {
        return said;
      }
      boolean isInGenerated =
          said.lines().anyMatch(line -> line.startsWith("/" + name + "Grad.java:"));
      return isInGenerated ? said : null;
    } catch (RuntimeException | Error e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return trace.toString();
    }
  }
}
