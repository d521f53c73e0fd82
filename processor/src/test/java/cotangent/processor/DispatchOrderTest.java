package cotangent.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** In which order generated code asks for classes: always the same, so that builds repeat. */
class DispatchOrderTest {

  @Test
  void classesAreAskedForByName() {
    List<JavaFileObject> files = new ArrayList<>();
    files.add(source("Payoff", "public interface Payoff { double at(double x); }"));
    for (String name : List.of("Put", "Straddle", "Call", "Forward", "Digital")) {
      files.add(
          source(
              name,
              "public final class %s implements Payoff { public double at(double x) { return %d * x; } }"
                  .formatted(name, name.length())));
    }
    files.add(
        source(
            "Price",
            """
            class Price {
              @cotangent.Differentiable
              static double of(double x, Payoff payoff) { return payoff.at(x); }
            }
            """));
    Compilation compilation =
        Compiler.javac().withProcessors(new DifferentiableProcessor()).compile(files);
    assertThat(compilation).succeededWithoutWarnings();
    String order =
        Stream.of("Call", "Digital", "Forward", "Put", "Straddle")
            .map(name -> name + "\\.class")
            .collect(Collectors.joining(".*"));
    assertThat(compilation)
        .generatedSourceFile("p.PriceGrad")
        .contentsAsUtf8String()
        .containsMatch(Pattern.compile(order, Pattern.DOTALL));
  }

  private static JavaFileObject source(String name, String text) {
    return JavaFileObjects.forSourceString("p." + name, "package p;\n" + text);
  }
}
