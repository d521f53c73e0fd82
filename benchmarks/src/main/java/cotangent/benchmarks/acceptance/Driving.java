package cotangent.benchmarks.acceptance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares the methods of a report, in a process of its own, as libraries may loop forever or exit.
 * Prints a line of JSON for each method.
 */
final class Driving {
  private static final int TRIALS = 14;

  private Driving() {}

  /**
   * @param arguments the report, and how many of its methods are passed over
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    System.setErr(System.out);
    JsonMapper json = new JsonMapper();
    List<Outcome> outcomes = Outcome.read(Path.of(arguments[0]));
    for (Outcome outcome : outcomes.subList(Integer.parseInt(arguments[1]), outcomes.size())) {
      out.println(json.writeValueAsString(verdict(outcome)));
      out.flush();
    }
    Runtime.getRuntime().halt(0);
  }

  private static Verdict verdict(Outcome outcome) {
    try {
      return verdict(Faces.of(outcome), outcome.place().name().hashCode());
    } catch (Drawing.Undrawable e) {
      return new Verdict(Verdict.Kind.UNDRAWN, String.valueOf(e.getMessage()));
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      return new Verdict(Verdict.Kind.UNDRAWN, "the driver ended with " + e);
    }
  }

  private static Verdict verdict(Faces faces, long seed) {
    int sharp = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Comparison comparison = new Comparison(faces, 31 * seed + trial, trial);
      comparison.run();
      sharp += comparison.sharp();
      if (!comparison.wrong().isEmpty()) {
        Verdict.Kind kind = comparison.isRepeatable() ? Verdict.Kind.WRONG : Verdict.Kind.RANDOM;
        return new Verdict(kind, comparison.wrong().get(0));
      }
    }
    return sharp > 0
        ? new Verdict(Verdict.Kind.RIGHT, sharp + " derivatives")
        : new Verdict(Verdict.Kind.UNDRAWN, "no point where differences converge");
  }
}
