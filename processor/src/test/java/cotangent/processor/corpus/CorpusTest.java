package cotangent.processor.corpus;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every method of the corpus; to add a method to a file there is to add its tests. */
class CorpusTest {
  private static final Stream<String> FILES = Stream.of("Expressions");

  @TestFactory
  Stream<DynamicContainer> corpus() {
    return FILES.map(
        file ->
            DynamicContainer.dynamicContainer(
                file,
                CorpusFile.read(file).cases().stream()
                    .map(each -> DynamicTest.dynamicTest(each.name(), each.test()::run))));
  }
}
