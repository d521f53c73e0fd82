package cotangent.processor.corpus;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Processor;

/** Compiles random programs, many at a time, and verifies the derivatives of each. */
final class Fuzzer {
  private static final int BATCH = 50;
  private static final int INPUTS = 2;
  private static final double[] DIFFERENCES = {};

  /**
   * What came of a program.
   *
   * @param program the program
   * @param failure what is wrong, null when nothing is
   * @param sharp how many derivatives were compared with differences
   * @param blurred how many could not be
   */
  record Verdict(RandomProgram program, String failure, int sharp, int blurred) {}

  private Fuzzer() {}

  /** Judges the programs of a range of seeds. */
  static List<Verdict> run(long first, int count, Set<Feature> features) {
    List<Verdict> verdicts = new ArrayList<>();
    for (int from = 0; from < count; from += BATCH) {
      List<RandomProgram> batch = new ArrayList<>();
      for (int i = from; i < Math.min(count, from + BATCH); i++) {
        batch.add(RandomProgram.of(first + i, features));
      }
      verdicts.addAll(judge(batch));
    }
    return verdicts;
  }

  /** Judges programs, which are compiled together; if that fails, halves of them. */
  static List<Verdict> judge(List<RandomProgram> programs) {
    String failure;
    try {
      Compilation compilation = compile(programs);
      if (compilation.diagnostics().isEmpty()) {
        Compilation twins = twins(programs);
        return programs.stream().map(program -> judge(program, compilation, twins)).toList();
      }
      failure = compilation.diagnostics();
    } catch (RuntimeException | Error e) {
      failure = trace(e);
    }
    int half = programs.size() / 2;
    if (half == 0) {
      return List.of(new Verdict(programs.get(0), failure, 0, 0));
    }
    List<Verdict> verdicts = new ArrayList<>(judge(programs.subList(0, half)));
    verdicts.addAll(judge(programs.subList(half, programs.size())));
    return verdicts;
  }

  private static Compilation compile(List<RandomProgram> programs) {
    Map<String, String> sources = new LinkedHashMap<>();
    programs.forEach(program -> sources.put(program.name(), program.source().text()));
    List<Processor> processors = new ArrayList<>();
    Compilation.processors().forEach(processors::add);
    return Compilation.of(sources, processors);
  }

  /** Compiles those that compute in float once more, in double. */
  private static Compilation twins(List<RandomProgram> programs) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (RandomProgram program : programs) {
      String text = program.source().text();
      if (Twin.isNeeded(text)) {
        sources.put(program.name(), Twin.inDouble(text));
      }
    }
    Compilation twins = sources.isEmpty() ? null : Compilation.of(sources, List.of());
    if (twins != null && !twins.diagnostics().isEmpty()) {
      throw new AssertionError(twins.diagnostics());
    }
    return twins;
  }

  private static Verdict judge(RandomProgram program, Compilation compilation, Compilation twins) {
    Class<?> type = compilation.load(program.name());
    Method original =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.getName().equals("f"))
            .findFirst()
            .orElseThrow();
    boolean isSingle = Twin.isNeeded(program.source().text());
    int sharp = 0;
    int blurred = 0;
    try {
      Class<?> companion = compilation.load(program.name() + "Grad");
      Subject subject =
          new Subject(
              original,
              isSingle ? Twin.of(original, twins) : original,
              companion,
              program.derivatives(),
              Subject.wrt(original, List.of()),
              "");
      if (subject.single()) {
        subject = subject.without("HVP", "HESSIAN"); // too rough for differences of derivatives
      }
      for (int seed = 0; seed < INPUTS; seed++) {
        String inputs = RandomProgram.inputs(original);
        Object[] arguments = DrawnArguments.of(original, inputs, seed);
        Object[] plain = DrawnArguments.of(subject.reference(), inputs, seed);
        plain = (Object[]) Leaves.with(plain, Leaves.of(arguments));
        Verification verification = new Verification(subject, arguments, plain);
        verification.run(DIFFERENCES, DIFFERENCES);
        sharp += verification.sharp();
        blurred += verification.blurred();
      }
      return new Verdict(program, null, sharp, blurred);
    } catch (AssertionError e) {
      return new Verdict(program, String.valueOf(e.getMessage()), sharp, blurred);
    } catch (RuntimeException | Error e) {
      return new Verdict(program, trace(e), sharp, blurred);
    }
  }

  private static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  /** Makes a failing program small: takes away what it fails without, in the same way. */
  static Verdict shrink(Verdict failing, long milliseconds) {
    long end = System.currentTimeMillis() + milliseconds;
    Verdict smallest = failing;
    boolean progress = true;
    while (progress && System.currentTimeMillis() < end) {
      progress = false;
      Snippet source = smallest.program().source();
      for (int i = 1; i < source.size() && System.currentTimeMillis() < end; i++) {
        for (boolean unwrap : new boolean[] {false, true}) {
          RandomProgram smaller = smallest.program().with(source.without(i, unwrap));
          if (smaller.source().size() < source.size() && isJava(smaller)) {
            Verdict verdict = judge(List.of(smaller)).get(0);
            if (verdict.failure() != null && kind(verdict).equals(kind(failing))) {
              smallest = verdict;
              source = smaller.source();
              progress = true;
            }
          }
        }
      }
    }
    return smallest;
  }

  private static boolean isJava(RandomProgram program) {
    Map<String, String> sources = Map.of(program.name(), program.source().text());
    boolean isNested = program.source().text().contains("Grad.");
    return program.source().text().contains("Differentiable")
        && (isNested || Compilation.of(sources, List.of()).diagnostics().isEmpty());
  }

  /** The words of a failure that stay the same when the program gets smaller. */
  static String kind(Verdict verdict) {
    String text = verdict.failure().lines().findFirst().orElse("");
    text = text.replaceFirst("^f\\[.*\\]: ", "").replaceAll("(P\\d+|-?\\d[\\w.]*|\\w+\\d+)", "#");
    return text.substring(0, Math.min(text.length(), 25));
  }
}
