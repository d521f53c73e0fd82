package cotangent.processor.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Turns whatever goes wrong within Cotangent into one message and a file to report it with. */
public final class Defects {
  private static final int LONGEST = 160;

  private final Path directory;

  public Defects(Path directory) {
    this.directory = directory;
  }

  /** Reports a defect that was met while something was done for the place given. */
  public void report(Throwable cause, Position position, ClassReport report) {
    report.add(Problem.INTERNAL, position, summary(cause), write(text(cause)));
  }

  /** Whether the exception is javac's own message: about a damaged class file, for example. */
  public static boolean isJavacs(Throwable e) {
    return e.getClass().getName().startsWith("com.sun.tools.javac.");
  }

  private static String summary(Throwable cause) {
    String text = cause.toString().lines().findFirst().orElse("");
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }

  private static String text(Throwable cause) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println("Cotangent " + version());
    out.println("Java " + Runtime.version());
    cause.printStackTrace(out);
    if (cause instanceof Defect defect) {
      out.println(defect.graph());
    }
    out.flush();
    return text.toString();
  }

  /** Returns what the manifest says; classes in a folder have none. */
  private static String version() {
    String version = Defects.class.getPackage().getImplementationVersion();
    return version == null ? "built from source" : version;
  }

  private String write(String text) {
    try {
      Files.createDirectories(directory);
      Path file = Files.createTempFile(directory, "cotangent-", ".txt");
      Files.writeString(file, text);
      return file.toString();
    } catch (IOException e) {
      return "that could not be written: " + e.getMessage();
    }
  }
}
