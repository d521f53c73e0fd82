package cotangent.maven;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Runs the verification in a process of its own: the project's classes may do what they like. */
final class Verifier {
  private static final String MAIN = "cotangent.verify.Main";

  private final Collection<String> classPath;
  private final Log log;
  private String last = "";

  Verifier(Collection<String> classPath, Log log) {
    this.classPath = classPath;
    this.log = log;
  }

  /** Runs it; returns the exit code. */
  int run(List<String> arguments) throws IOException {
    Path options = Files.createTempFile("cotangent", ".options");
    try {
      Files.writeString(options, options(arguments));
      Process process = new ProcessBuilder(java(), "@" + options).redirectErrorStream(true).start();
      try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
          log.info(line);
          last = line.isBlank() ? last : line;
        }
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(options);
    }
  }

  /** What it said last. */
  String verdict() {
    return last;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** A class path may be longer than a command line: java reads its options from a file. */
  private String options(List<String> arguments) {
    StringBuilder text = new StringBuilder("-ea\n-cp\n");
    text.append(quoted(String.join(File.pathSeparator, classPath))).append('\n').append(MAIN);
    arguments.forEach(argument -> text.append('\n').append(quoted(argument)));
    return text.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
