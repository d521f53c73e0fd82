package cotangent.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import com.sun.source.util.Trees;
import cotangent.processor.graph.GraphText;
import cotangent.processor.graph.Primal;
import cotangent.processor.read.frame.GivenRules;
import cotangent.processor.read.names.Program;
import cotangent.processor.report.ClassReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Holds the worked example of docs/DESIGN.md to what the compiler makes of it; {@code
 * -Dgolden.update=true} writes it anew.
 */
class WorkedExampleTest {
  private static final Path PAGE = Path.of("..", "docs", "DESIGN.md");
  private static final String START = "<!-- worked example -->\n";
  private static final String END = "<!-- end of worked example -->\n";

  private static final String SOURCE =
      """
      import cotangent.Differentiable;

      class Decay {
        @Differentiable(wrt = "rate")
        static double misfit(double[] observed, double rate) {
          double sum = 0;
          for (int t = 0; t < observed.length; t++) {
            double off = Math.exp(-rate * t) - observed[t];
            sum += off * off;
          }
          return sum;
        }
      }
      """;

  @Test
  void pageShowsWhatTheCompilerMakes() throws Exception {
    Graphs graphs = new Graphs();
    JavaFileObject source = JavaFileObjects.forSourceString("Decay", SOURCE);
    Compilation compilation =
        javac().withProcessors(graphs, new DifferentiableProcessor()).compile(source);
    assertThat(compilation.errors()).isEmpty();
    String companion =
        compilation.generatedSourceFile("DecayGrad").orElseThrow().getCharContent(true).toString();
    String example =
        START
            + block("java", SOURCE)
            + "`read` makes this graph of it, with the lines of the source behind the steps, and"
            + " the optimiser leaves it so:\n\n"
            + block("text", graphs.texts.get(0))
            + "`derive` makes the gradient. The loop only sums, so each iteration runs forward and"
            + " at once backward, and nothing is kept:\n\n"
            + block("text", graphs.texts.get(1))
            + "Finished by the optimiser, `emit` writes it as:\n\n"
            + block("java", method(companion, "misfitGrad"))
            + END;
    String page = Files.readString(PAGE);
    int start = page.indexOf(START);
    int end = page.indexOf(END) + END.length();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page.substring(0, start) + example + page.substring(end));
    }
    page = Files.readString(PAGE);
    assertThat(page.substring(page.indexOf(START), page.indexOf(END) + END.length()))
        .isEqualTo(example);
  }

  private static String block(String language, String text) {
    return "```" + language + "\n" + text + "```\n\n";
  }

  /** Returns the overload of a method that does the work: the longest. */
  private static String method(String source, String name) {
    return Pattern.compile("(?ms)^  public static \\w+ " + name + "\\(.*?^  \\}\n")
        .matcher(source)
        .results()
        .map(MatchResult::group)
        .max(Comparator.comparingInt(String::length))
        .orElseThrow()
        .replaceAll("(?m)^  ", "");
  }

  /** Collects the graph as it was read, and its gradient. */
  @SupportedAnnotationTypes("cotangent.Differentiable")
  private static final class Graphs extends AbstractProcessor {
    private final List<String> texts = new ArrayList<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
        if (type.getSimpleName().contentEquals("Decay")) {
          Program program =
              new Program(
                  Trees.instance(processingEnv),
                  processingEnv.getTypeUtils(),
                  processingEnv.getElementUtils());
          Promises promises =
              new Promises(type, program, GivenRules.NONE, new ClassReport(), primal -> {});
          Primal read = promises.primal(promises.requests(type).get(0)).orElseThrow();
          Primal tidied = Phases.tidied(read);
          texts.add(GraphText.print(tidied.method().graph()));
          texts.add(GraphText.print(Phases.derived(tidied).get(0).graph()));
        }
      }
      return false;
    }
  }
}
