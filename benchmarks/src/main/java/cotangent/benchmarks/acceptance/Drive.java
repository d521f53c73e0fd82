package cotangent.benchmarks.acceptance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs {@link Driving}, and starts it again behind a method that takes too long. */
final class Drive {
  private static final int SECONDS = 60;
  private static final String END = "";

  private final Path report;
  private final String classPath;

  Drive(Path report, String classPath) {
    this.report = report;
    this.classPath = classPath;
  }

  /** Returns a verdict for each method of the report. */
  List<Verdict> verdicts() throws IOException, InterruptedException {
    int methods = Outcome.read(report).size();
    List<Verdict> verdicts = new ArrayList<>();
    while (verdicts.size() < methods) {
      from(verdicts);
      if (verdicts.size() < methods) {
        verdicts.add(new Verdict(Verdict.Kind.TIMEOUT, "no answer in " + SECONDS + " s"));
      }
    }
    return verdicts;
  }

  /** Adds verdicts until the process ends, or doesn't answer. */
  private void from(List<Verdict> verdicts) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=512m",
                "-Xss64m",
                "-cp",
                classPath,
                Driving.class.getName(),
                report.toString(),
                String.valueOf(verdicts.size()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(process, lines));
    reader.setDaemon(true);
    reader.start();
    JsonMapper json = new JsonMapper();
    @Nullable String line = lines.poll(SECONDS, TimeUnit.SECONDS);
    while (line != null && !line.equals(END)) {
      verdicts.add(json.readValue(line, Verdict.class));
      line = lines.poll(SECONDS, TimeUnit.SECONDS);
    }
    process.destroyForcibly().waitFor();
  }

  /** Native code of libraries prints as well, past what Java can hold back. */
  private static void read(Process process, BlockingQueue<String> lines) {
    try (BufferedReader reader = process.inputReader()) {
      reader.lines().filter(line -> line.startsWith("{")).forEach(lines::add);
    } catch (IOException | UncheckedIOException killed) {
      // what is there was read
    }
    lines.add(END);
  }
}
