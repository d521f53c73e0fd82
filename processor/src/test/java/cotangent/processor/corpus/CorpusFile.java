package cotangent.processor.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import org.jspecify.annotations.Nullable;

/**
 * A source file of annotated methods: compiles it with the processor and makes the tests of each
 * method.
 *
 * @param name the file's class
 * @param text the source
 * @param everyMode whether more is asked for than the file's author thought of: second derivatives
 *     are then left out where only the first are known exactly, and of floats
 */
record CorpusFile(String name, String text, boolean everyMode) {
  private static final int SEEDS = 3;
  private static final Pattern ANNOTATION = Pattern.compile("@Differentiable(\\([^)]*\\))?(?=\\s)");

  /** A method and its test. */
  record Case(String name, Runnable test) {}

  /** Reads a file of the corpus. */
  static CorpusFile read(String name) {
    return read("corpus", name);
  }

  /** Reads a file of a folder. */
  static CorpusFile read(String folder, String name) {
    String path = "/" + folder + "/" + name + ".java";
    try (InputStream in = CorpusFile.class.getResourceAsStream(path)) {
      return new CorpusFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8), false);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the same file, whose methods ask for every derivative that fits their result. */
  CorpusFile inEveryMode() {
    Pattern method =
        Pattern.compile(
            "@Differentiable(?:\\(([^)]*)\\))?(\\s[\\s\\S]*?\\bstatic\\s+)([\\w.\\[\\]]+)(?=\\s+\\w+\\()");
    String all =
        method
            .matcher(text)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        "@Differentiable("
                            + modes(match.group(3), match.group(1))
                            + (match.group(1) != null && match.group(1).contains("wrt")
                                ? ", " + match.group(1)
                                : "")
                            + ")"
                            + match.group(2)
                            + match.group(3)));
    return new CorpusFile(name, all, true);
  }

  /** Returns what fits a result; a method that asks for JVP and no Jacobian can't have one. */
  private static String modes(String result, @Nullable String asked) {
    boolean isLimited = asked != null && asked.contains("JVP") && !asked.contains("JACOBIAN");
    List<String> modes =
        switch (result) {
          case "double", "float" ->
              List.of("GRADIENT", "GRADIENT_SUM", "VJP", "JVP", "HESSIAN", "HVP");
          case "double[]" -> isLimited ? List.of("VJP", "JVP") : List.of("VJP", "JVP", "JACOBIAN");
          default -> List.of("VJP", "JVP");
        };
    return modes.stream()
        .map("cotangent.Derivative."::concat)
        .collect(Collectors.joining(", ", "value = {", "}"));
  }

  /** Finds the tests of the file, one for each annotated method. */
  List<Case> cases() {
    AnnotatedMethods methods = new AnnotatedMethods();
    Compilation compilation = compile(text, methods);
    List<Case> cases = new ArrayList<>();
    for (var found : methods.found()) {
      int index = cases.size();
      cases.add(
          new Case(
              found.display(),
              () -> {
                if (compilation.diagnostics().isEmpty()) {
                  verify(compilation, found);
                } else {
                  verifyAlone(index);
                }
              }));
    }
    if (cases.isEmpty()) {
      throw new AssertionError("no methods in " + name + "\n" + compilation.diagnostics());
    }
    return cases;
  }

  /** Loads the classes with annotated methods; none where the file doesn't compile as a whole. */
  List<Class<?>> annotatedClasses() {
    AnnotatedMethods methods = new AnnotatedMethods();
    Compilation compilation = compile(text, methods);
    if (!compilation.diagnostics().isEmpty()) {
      return List.of();
    }
    return methods.found().stream()
        .map(AnnotatedMethods.Found::owner)
        .distinct()
        .<Class<?>>map(compilation::load)
        .toList();
  }

  private Compilation compile(String source, AnnotatedMethods methods) {
    List<Processor> processors = new ArrayList<>();
    processors.add(methods);
    processors.add(new AnnotatedMethods.InputsClaimed());
    Compilation.processors().forEach(processors::add);
    return Compilation.of(Map.of("corpus." + name, source), processors);
  }

  /** Tests one method of a file that does not compile: the others lose the annotation. */
  private void verifyAlone(int index) {
    int[] next = {0};
    String source =
        ANNOTATION
            .matcher(text)
            .replaceAll(match -> next[0]++ == index ? Matcher.quoteReplacement(match.group()) : "");
    AnnotatedMethods methods = new AnnotatedMethods();
    Compilation compilation = compile(source, methods);
    if (!compilation.diagnostics().isEmpty()) {
      throw new AssertionError(
          compilation.diagnostics() + String.join("\n", compilation.generated().values()));
    }
    verify(compilation, methods.found().get(0));
  }

  private void verify(Compilation compilation, AnnotatedMethods.Found found) {
    Method original = found.in(compilation.load(found.owner()));
    Subject subject =
        new Subject(
            original,
            Twin.of("corpus." + name, text, original),
            compilation.load(found.companion()),
            found.derivatives(),
            Subject.wrt(original, found.wrt()),
            found.records());
    Subject first = subject.without("HESSIAN", "HVP");
    Inputs[] inputs = original.getAnnotationsByType(Inputs.class);
    try {
      if (inputs.length == 0) {
        verify(
            everyMode && subject.single() ? first : subject,
            "",
            new double[0],
            new double[0],
            Inputs.None.class);
      }
      for (Inputs each : inputs) {
        boolean noSecond =
            everyMode
                && (subject.single() || each.gradient().length > 0 && each.hessian().length == 0);
        verify(
            noSecond ? first : subject,
            each.value(),
            each.gradient(),
            each.hessian(),
            each.fails());
      }
    } catch (AssertionError e) {
      throw new AssertionError(
          e.getMessage() + "\n" + compilation.generated().get(found.companion()), e);
    }
  }

  private static void verify(
      Subject subject, String text, double[] gradient, double[] hessian, Class<?> fails) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Object[] arguments = DrawnArguments.of(subject.original(), text, seed);
      Object[] plain = DrawnArguments.of(subject.reference(), text, seed);
      plain = (Object[]) Leaves.with(plain, Leaves.of(arguments));
      Verification verification = new Verification(subject, arguments, plain);
      Throwable failure = verification.expected().failure();
      if (fails == Inputs.None.class ? failure != null : !fails.isInstance(failure)) {
        throw new AssertionError("the original ended in " + failure, failure);
      }
      verification.run(gradient, hessian);
      if (verification.blurred() > 0) {
        throw new AssertionError(
            "differences of "
                + subject.original().getName()
                + " say nothing at "
                + Leaves.show(arguments));
      }
    }
  }
}
