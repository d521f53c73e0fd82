package cotangent.benchmarks.acceptance;

import cotangent.benchmarks.acceptance.Candidate.Modes;
import cotangent.benchmarks.acceptance.Candidate.Place;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tries one library: annotates every candidate, compiles what is accepted, and drives it. */
final class Trial {
  private static final int ROUNDS = 8;

  private final Library library;
  private final Tools tools;
  private final Path folder;
  private final Checkout checkout;
  private final Findings findings = new Findings();
  private final Set<String> leftOut = new TreeSet<>();

  /** What is asked for of the methods that were accepted so far. */
  private final Map<Place, Modes> asked = new HashMap<>();

  /**
   * Where things are.
   *
   * @param api the class path that annotated code needs
   * @param processor the processor path
   */
  record Tools(Path work, String api, String processor) {}

  Trial(Library library, Tools tools) throws IOException, InterruptedException {
    this.library = library;
    this.tools = tools;
    this.checkout = Checkout.of(library, tools.work());
    this.folder = tools.work().resolve(library.name());
  }

  Findings run() throws IOException, InterruptedException {
    delete(folder);
    Path plain = folder.resolve("plain");
    Annotating.copy(checkout.sources(), plain, library.usesMath(), each -> "");
    leaveOutWhatDoesNotCompile(plain);
    if (findings.wrongJava.isEmpty()) {
      annotateAll();
      Path round = compileAccepted();
      findings.without = compiled(plain, List.of("-proc:none", "-nowarn")).seconds();
      drive(round);
    }
    return findings;
  }

  /** Some files are written against libraries that are optional. */
  private void leaveOutWhatDoesNotCompile(Path plain) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      findings.wrongJava.clear();
      Javac javac = compiled(plain, List.of("-proc:none", "-nowarn"));
      note(javac);
      if (findings.wrongJava.isEmpty()) {
        break;
      }
      for (Javac.Message message : javac.diagnostics()) {
        if (message.isError() && !message.file().isEmpty()) {
          Path file = Path.of(message.file());
          leftOut.add(plain.toAbsolutePath().relativize(file).toString());
          Files.deleteIfExists(file);
        }
      }
    }
    findings.leftOut = leftOut.size();
  }

  /** Copies the sources and annotates methods in them. */
  private Annotating.Found copied(Path target, Function<Candidate, String> annotation)
      throws IOException {
    Annotating.Found found =
        Annotating.copy(checkout.sources(), target, library.usesMath(), annotation);
    for (String file : leftOut) {
      Files.deleteIfExists(target.resolve(file));
    }
    return new Annotating.Found(
        found.candidates().stream().filter(each -> !leftOut.contains(each.place().file())).toList(),
        found.local());
  }

  /** Asks the compiler what it accepts. */
  private void annotateAll() throws IOException {
    Path all = folder.resolve("all");
    Annotating.Found found = copied(all, each -> each.annotation(Modes.DEFAULT));
    findings.candidates = found.candidates();
    findings.local = found.local();
    Javac javac = compiled(all, processing(all, "-proc:only", "-nowarn"));
    note(javac);
    findings.processing = javac.seconds();
    findings.outcomes = Outcome.read(report(all));
    for (Outcome outcome : findings.outcomes) {
      if (outcome.isAccepted()) {
        asked.put(outcome.within(all), Modes.MORE);
      }
    }
  }

  /** Compiles with what was accepted, in as many modes as are, until there is no error. */
  private Path compileAccepted() throws IOException {
    for (int round = 1; ; round++) {
      Path sources = folder.resolve("round" + round);
      copied(
          sources,
          each -> asked.containsKey(each.place()) ? each.annotation(asked.get(each.place())) : "");
      // javac hears of no suppression for auxiliary classes
      Javac javac = compiled(sources, processing(sources, "-Xlint:all,-auxiliaryclass"));
      note(javac);
      findings.with = javac.seconds();
      boolean isClean = javac.diagnostics().stream().noneMatch(Javac.Message::isError);
      if (isClean || round == ROUNDS) {
        return sources;
      }
      giveUpSome(sources, javac);
    }
  }

  private void giveUpSome(Path sources, Javac javac) throws IOException {
    Set<String> bad =
        javac.diagnostics().stream()
            .filter(Javac.Message::isError)
            .map(Javac.Message::file)
            .collect(Collectors.toSet());
    for (Outcome outcome : Outcome.read(report(sources))) {
      String file =
          generated(sources).resolve(outcome.companion().replace('.', '/') + ".java").toString();
      if (!outcome.isAccepted() || bad.contains(file)) {
        asked.computeIfPresent(
            outcome.within(sources), (place, modes) -> modes == Modes.MORE ? Modes.DEFAULT : null);
      }
    }
  }

  private void note(Javac javac) {
    findings.crashes.addAll(javac.crash().isEmpty() ? List.of() : List.of(javac.crash()));
    for (Javac.Message message : javac.diagnostics()) {
      String text = message.file() + ":" + message.line() + ": " + message.text();
      if (message.text().contains("[CT001]")) {
        findings.defects.add(text);
      } else if (message.file().contains("/generated/")) {
        findings.bad.computeIfAbsent(name(message.file()), f -> new ArrayList<>()).add(text);
      } else if (message.isError() && !message.text().startsWith("[CT")) {
        findings.wrongJava.add(text);
      }
    }
  }

  private static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  private Javac compiled(Path sources, List<String> options) throws IOException {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-cp", classPath(Stream.of(tools.api()))));
    return Javac.run(sources, output(sources), all);
  }

  private List<String> processing(Path sources, String... more) throws IOException {
    List<String> options = new ArrayList<>(List.of(more));
    options.addAll(List.of("-processorpath", tools.processor()));
    options.addAll(List.of("-s", Files.createDirectories(generated(sources)).toString()));
    options.add("-Acotangent.report=" + report(sources));
    options.add("-Acotangent.defects=" + folder.resolve("defects"));
    return options;
  }

  private static Path output(Path sources) {
    return sources.resolveSibling(sources.getFileName() + ".classes");
  }

  private static Path generated(Path sources) {
    return sources.resolveSibling(sources.getFileName() + ".made").resolve("generated");
  }

  private static Path report(Path sources) {
    return sources.resolveSibling(sources.getFileName() + ".report.jsonl");
  }

  private String classPath(Stream<String> more) {
    return Stream.concat(more, checkout.dependencies().stream().map(Path::toString))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void drive(Path sources) throws IOException, InterruptedException {
    String own =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(
                each ->
                    each.contains("benchmarks")
                        || each.contains("jackson")
                        || each.contains("verify")
                        || each.contains("asm"))
            .collect(Collectors.joining(File.pathSeparator));
    Stream<String> first =
        Stream.of(output(sources).toString(), tools.api(), own, checkout.jar().toString());
    findings.compiled = Outcome.read(report(sources));
    findings.verdicts = new Drive(report(sources), classPath(first)).verdicts();
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> all;
      try (Stream<Path> walk = Files.walk(folder)) {
        all = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path each : all) {
        Files.delete(each);
      }
    }
  }
}
