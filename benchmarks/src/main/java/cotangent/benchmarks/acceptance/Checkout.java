package cotangent.benchmarks.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A library as Maven Central has it: the sources, and the jars that they are compiled against.
 *
 * @param sources the folder of the sources
 * @param jar the library itself, of which tests only need the resources
 * @param dependencies what it needs
 */
record Checkout(Path sources, Path jar, List<Path> dependencies) {

  /** Fetches a library with Maven, unless it is already there. */
  static Checkout of(Library library, Path work) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(work.resolve("libraries").resolve(library.artifact()));
    if (!Files.exists(folder.resolve("sources"))) {
      fetch(library, folder);
      for (Path jar : files(folder.resolve("source-jars"), ".jar")) {
        unpack(jar, folder.resolve("sources"));
      }
    }
    List<Path> jars = files(folder.resolve("jars"), ".jar");
    String own = library.artifact() + "-" + library.coordinates().split(":")[2] + ".jar";
    Path jar = folder.resolve("jars").resolve(own);
    return new Checkout(
        folder.resolve("sources"), jar, jars.stream().filter(each -> !each.equals(jar)).toList());
  }

  private static void fetch(Library library, Path folder) throws IOException, InterruptedException {
    String more = library.more().stream().map(Checkout::dependency).collect(Collectors.joining());
    String own = dependency(library.coordinates());
    String needed = "<dependencies>" + own + more + "</dependencies>";
    Files.writeString(folder.resolve("pom.xml"), POM.formatted(needed, library.artifact()));
    Process maven =
        new ProcessBuilder("mvn", "-B", "-q", "validate")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("maven.log").toFile())
            .start();
    if (maven.waitFor() != 0) {
      throw new IOException("see " + folder.resolve("maven.log"));
    }
  }

  private static String dependency(String coordinates) {
    String[] at = coordinates.split(":");
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
        .formatted(at[0], at[1], at[2]);
  }

  private static void unpack(Path jar, Path target) throws IOException {
    Files.createDirectories(target);
    try (InputStream in = Files.newInputStream(jar);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        boolean isPlain =
            !name.startsWith("META-INF")
                && !name.contains("/src/test/")
                && !name.endsWith("module-info.java");
        Path file = target.resolve(name).normalize();
        if (name.endsWith(".java") && isPlain && file.startsWith(target)) {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING); // some are there twice
        }
      }
    }
  }

  /** Returns the files below a folder whose names have an ending, sorted. */
  static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>fetched</groupId><artifactId>fetched</artifactId><version>1</version>
        %s
        <build><plugins><plugin>
          <artifactId>maven-dependency-plugin</artifactId><version>3.11.0</version>
          <executions>
            <execution>
              <id>jars</id><phase>validate</phase><goals><goal>copy-dependencies</goal></goals>
              <configuration><outputDirectory>${project.basedir}/jars</outputDirectory></configuration>
            </execution>
            <execution>
              <id>sources</id><phase>validate</phase><goals><goal>copy-dependencies</goal></goals>
              <configuration>
                <classifier>sources</classifier><includeArtifactIds>%s</includeArtifactIds>
                <outputDirectory>${project.basedir}/source-jars</outputDirectory>
              </configuration>
            </execution>
          </executions>
        </plugin></plugins></build>
      </project>
      """;
}
