package cotangent.processor.corpus;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every method of the corpus; to add a method to a file there is to add its tests. */
class CorpusTest {
  private static final String[] FILES = {
    "Expressions",
    "MathFunctions",
    "ControlFlow",
    "ArrayPrograms",
    "HelperCalls",
    "UserNames",
    "DeadValues",
    "Guards",
    "Floats",
    "Records",
    "Recursion",
    "ArraysInFull",
    "Algorithms",
    "ConstantsAndCalls",
    "Nesting",
    "LinearAlgebra",
    "TimeSeries",
    "Finance",
    "Simulation",
    "InstanceMethods",
    "OwnRules",
    "ManyCalls",
    "UnusedReads",
    "PrivateTypes",
    "Generics",
    "SpecialPoints",
  };

  @TestFactory
  Stream<DynamicContainer> corpus() {
    return tests(CorpusFile::read);
  }

  @TestFactory
  Stream<DynamicContainer> inEveryMode() {
    return tests(file -> CorpusFile.read(file).inEveryMode());
  }

  private static Stream<DynamicContainer> tests(Function<String, CorpusFile> read) {
    return Stream.of(FILES)
        .filter(file -> file.matches(System.getProperty("corpus.files", ".*")))
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    file,
                    read.apply(file).cases().stream()
                        .map(each -> DynamicTest.dynamicTest(each.name(), each.test()::run))));
  }
}
