package cotangent.verify;

import cotangent.verify.declared.ClassFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Verifies all generated derivatives in folders of classes, from the command line.
 *
 * <pre>{@code
 * java -cp ... cotangent.verify.Main [--html FILE] [--points N] [--seed S] [--complete] target/classes
 * }</pre>
 *
 * <p>Prints a table and a verdict. <b>Errors.</b> Ends with exit code 1 where anything is wrong,
 * and with {@code --complete} also where something could not be drawn or compared; with 2 where it
 * is called wrongly.
 */
public final class Main {
  private static final String USAGE =
      "usage: java -cp ... cotangent.verify.Main [--html FILE] [--points N] [--seed S] [--complete] FOLDER...";

  private final List<Path> folders = new ArrayList<>();
  private @Nullable Path html;
  private int points = 5;
  private long seed = 1;
  private boolean complete;

  private Main() {}

  /**
   * Runs it, and ends the virtual machine.
   *
   * @param arguments options and folders
   * @throws IOException if a class can't be read, or the page not written
   */
  public static void main(String[] arguments) throws IOException {
    System.exit(run(arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
  }

  /**
   * Runs it.
   *
   * @param arguments options and folders
   * @param out where the table goes
   * @return the exit code
   * @throws IOException if a class can't be read, or the page not written
   */
  public static int run(String[] arguments, PrintStream out) throws IOException {
    Main main = new Main();
    try {
      main.read(List.of(arguments));
    } catch (IllegalArgumentException wrong) {
      out.println(wrong.getMessage());
      out.println(USAGE);
      return 2;
    }
    return main.verify(out);
  }

  private void read(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--complete")) {
        complete = true;
      } else if (!argument.startsWith("--")) {
        folders.add(Path.of(argument));
      } else if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException(argument + " needs a value");
      } else {
        option(argument, arguments.get(++i));
      }
    }
    if (folders.isEmpty()) {
      throw new IllegalArgumentException("no folder of classes is given");
    }
  }

  private void option(String name, String value) {
    switch (name) {
      case "--html" -> html = Path.of(value);
      case "--points" -> points = Integer.parseInt(value);
      case "--seed" -> seed = Long.parseLong(value);
      default -> throw new IllegalArgumentException("there is no option " + name);
    }
  }

  private int verify(PrintStream out) throws IOException {
    List<Report> reports = new ArrayList<>();
    URL[] urls = new URL[folders.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = folders.get(i).toUri().toURL();
    }
    try (URLClassLoader loader = new URLClassLoader(urls, Main.class.getClassLoader())) {
      for (Path folder : folders) {
        for (String name : annotated(folder)) {
          reports.add(report(name, loader));
        }
      }
    }
    Report report = Report.of(reports);
    out.print(report.table());
    out.println();
    out.println(report.verdict());
    if (html != null) {
      Files.writeString(html, report.html());
    }
    boolean fails = complete ? !report.isComplete() : report.hasFailures();
    return fails ? 1 : 0;
  }

  private Report report(String name, ClassLoader loader) {
    try {
      return Gradients.of(Class.forName(name, false, loader)).points(points).seed(seed).report();
    } catch (ReflectiveOperationException | LinkageError e) {
      String why = "the class cannot be loaded: " + e;
      return new Report(List.of(new Finding(name, "", name, Status.NOT_DRAWN, 0, 0, why, "")));
    }
  }

  /** Finds the classes with annotated methods, in the order of their names. */
  private static List<String> annotated(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file :
            files.filter(each -> each.toString().endsWith(".class")).sorted().toList()) {
          try (InputStream in = Files.newInputStream(file)) {
            ClassFile read = ClassFile.read(in);
            if (read.hasAnnotated()) {
              names.add(read.className());
            }
          }
        }
      }
    }
    return names;
  }
}
