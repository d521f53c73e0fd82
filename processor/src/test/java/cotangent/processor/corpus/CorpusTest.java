package cotangent.processor.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnJre;
import org.junit.jupiter.api.condition.JRE;

/**
 * Runs every method of the corpus; to add a method to a file there, or a file, is to add its tests.
 */
class CorpusTest {
  private static final Path FILES = Path.of("src/test/resources/corpus");

  /** Those that another test runs, since there is more to say of them. */
  private static final Set<String> ELSEWHERE = Set.of("FieldDerivatives");

  /** Those of which not every mode is offered; they are verified as users do it. */
  private static final Set<String> VERIFIED = Set.of("RecordArrays", "TypeParameters");

  /** On the first JDK, the other test asks for these modes as well, and compares the same. */
  @DisabledOnJre(JRE.JAVA_17)
  @TestFactory
  Stream<DynamicContainer> corpus() throws IOException {
    return tests(CorpusFile::read);
  }

  /** What is derived is the same on every JDK, which may only differ in how methods are read. */
  @Tag("once")
  @TestFactory
  Stream<DynamicContainer> inEveryMode() throws IOException {
    return tests(file -> CorpusFile.read(file).inEveryMode());
  }

  private static Stream<DynamicContainer> tests(Function<String, CorpusFile> read)
      throws IOException {
    return files().stream()
        .filter(file -> !VERIFIED.contains(file))
        .filter(file -> file.matches(System.getProperty("corpus.files", ".*")))
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    file,
                    read.apply(file).cases().stream()
                        .map(each -> DynamicTest.dynamicTest(each.name(), each.test()::run))));
  }

  /** Finds the files; one that was forgotten would run nowhere. */
  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(name -> !ELSEWHERE.contains(name))
          .sorted()
          .toList();
    }
  }
}
