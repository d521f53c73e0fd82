package cotangent.benchmarks.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A public library whose methods are annotated by machine.
 *
 * @param name what it is called in the table
 * @param coordinates {@code group:artifact:version}
 * @param more coordinates of what it is compiled against and doesn't say
 * @param usesMath whether calls of its {@code FastMath} are replaced by those of {@code Math}
 */
record Library(String name, String coordinates, List<String> more, boolean usesMath) {

  /** Reads the file of libraries. */
  static List<Library> all(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.strip().split("\\s+"))
        .map(words -> of(List.of(words)))
        .toList();
  }

  private static Library of(List<String> words) {
    List<String> more = words.subList(2, words.size());
    return new Library(
        words.get(0),
        words.get(1),
        more.stream().filter(each -> each.contains(":")).toList(),
        more.contains("FastMath=Math"));
  }

  String artifact() {
    return coordinates.split(":")[1];
  }
}
