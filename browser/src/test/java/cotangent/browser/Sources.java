package cotangent.browser;

import cotangent.processor.DifferentiableProcessor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources with their companions and their pages. */
record Sources(Path pages, ClassLoader classes) {

  static Sources compile(Path directory, List<Path> files) {
    Path pages = directory.resolve("pages");
    Path classes = directory.resolve("classes");
    List<String> said = new ArrayList<>();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
      Files.createDirectories(classes);
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              manager,
              found -> said.add(found.toString()),
              List.of(
                  "-nowarn",
                  "-d",
                  classes.toString(),
                  "-parameters",
                  "-classpath",
                  System.getProperty("java.class.path"),
                  "-Acotangent.verify=off",
                  "-Acotangent.pages=" + pages),
              null,
              manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(List.of(new DifferentiableProcessor()));
      if (!task.call()) {
        throw new IllegalStateException(String.join("\n", said));
      }
      return new Sources(pages, new URLClassLoader(new URL[] {classes.toUri().toURL()}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the files of a folder whose names end so, in order. */
  static List<Path> in(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(new IOException(folder + File.separator + ending, e));
    }
  }
}
