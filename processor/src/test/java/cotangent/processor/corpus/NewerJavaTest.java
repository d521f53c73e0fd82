package cotangent.processor.corpus;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Runs methods whose syntax is newer than the Java that this is compiled for. */
@EnabledForJreRange(min = JRE.JAVA_22)
class NewerJavaTest {
  @TestFactory
  Stream<DynamicTest> patterns() {
    return Stream.of("Patterns", "MappedTrees", "ConstantLabels", "ListEnds", "TypedByJavac")
        .map(name -> CorpusFile.read("corpus21", name))
        .flatMap(file -> Stream.of(file, file.inEveryMode()))
        .flatMap(each -> each.cases().stream())
        .map(each -> DynamicTest.dynamicTest(each.name(), each.test()::run));
  }
}
