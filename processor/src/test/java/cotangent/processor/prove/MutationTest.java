package cotangent.processor.prove;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.Derived;
import cotangent.processor.graph.Method;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Shows what the proof is worth: derivatives are spoilt at random, and it has to see that. {@code
 * -Dmutants=N} spoils more.
 */
@Tag("once")
class MutationTest {
  private static final int MUTANTS = Integer.getInteger("mutants", 2000);
  private static final long STEPS = 20_000;
  private static final double WANTED = 0.96;

  /** Points at which a mutant is told from what does the same. */
  private static final int POINTS = 30;

  private static final String[] FILES = {
    "Algorithms",
    "ArrayPrograms",
    "ControlFlow",
    "Finance",
    "LinearAlgebra",
    "Recursion",
    "TimeSeries"
  };

  private enum End {
    CAUGHT,
    MISSED,
    /** The value is spoilt as well, which anybody sees. */
    LOUD,
    /** Does the same as the original. */
    SAME
  }

  private final Map<Mutant.Kind, Map<End, Integer>> ends = new EnumMap<>(Mutant.Kind.class);
  private final List<String> missed = new ArrayList<>();

  @Test
  void seesSpoiltDerivatives() throws IOException {
    List<Derived> proved = new ArrayList<>();
    for (String file : FILES) {
      for (Derived each : Derived.in("corpus." + file, inEveryMode(read(file)))) {
        if (proof(each, each.methods()).isWhole()) {
          proved.add(each);
        }
      }
    }
    Random random = new Random(1);
    int spoilt = 0;
    for (int tries = 0; spoilt < MUTANTS && tries < 10 * MUTANTS; tries++) {
      Derived each = proved.get(random.nextInt(proved.size()));
      int index = 1 + random.nextInt(each.methods().size() - 1);
      Mutant.Kind kind = Mutant.Kind.values()[tries % Mutant.Kind.values().length];
      Mutant mutant = Mutant.of(each.methods().get(index), kind, random).orElse(null);
      if (mutant != null) {
        End end = end(each, index, mutant);
        ends.computeIfAbsent(kind, k -> new EnumMap<>(End.class)).merge(end, 1, Integer::sum);
        spoilt += end == End.CAUGHT || end == End.MISSED ? 1 : 0;
      }
    }
    int caught = ends.values().stream().mapToInt(each -> each.getOrDefault(End.CAUGHT, 0)).sum();
    System.out.printf("%d of %d spoilt derivatives caught: %s%n", caught, spoilt, ends);
    missed.forEach(each -> System.out.println("missed: " + each));
    assertThat(spoilt).isEqualTo(MUTANTS);
    assertThat(caught / (double) spoilt).isGreaterThan(WANTED);
  }

  private End end(Derived each, int index, Mutant mutant) {
    List<Method> methods = new ArrayList<>(each.methods());
    methods.set(index, mutant.method());
    Method original = each.methods().get(index);
    Boolean isSame = null;
    for (int attempt = 0; attempt < POINTS && !Boolean.FALSE.equals(isSame); attempt++) {
      try {
        Face face = Face.of(each.primal(), each.graph(), Meant.FOR_ANYTHING);
        AtPoint point = new AtPoint(face, new Point(face, new Run.Budget(STEPS), attempt));
        point.value(mutant.method());
        isSame = areSame(point.run(original, 0), point.run(mutant.method(), 0));
      } catch (Unclear | Run.Spent noPoint) {
        continue;
      } catch (Disproof value) {
        return End.LOUD;
      }
    }
    if (isSame == null || isSame) {
      return End.SAME;
    }
    try {
      proof(each, methods);
      missed.add(mutant.kind() + " in " + mutant.method().name());
      return End.MISSED;
    } catch (Disproof seen) {
      return End.CAUGHT;
    }
  }

  private static boolean areSame(Point.Ending one, Point.Ending other) {
    double[] a = Reals.of(one.results());
    double[] b = Reals.of(other.results());
    double size = Arrays.stream(a).map(Math::abs).max().orElse(0);
    boolean isSame = a.length == b.length;
    for (int i = 0; isSame && i < a.length; i++) {
      isSame = Double.compare(a[i], b[i]) == 0 || Math.abs(a[i] - b[i]) <= 1e-9 * size;
    }
    return isSame;
  }

  private static Proof proof(Derived each, List<Method> methods) {
    Optional<Method> forward =
        methods.stream()
            .filter(method -> method.name().endsWith("Jvp"))
            .findFirst()
            .or(each::forward);
    return Prover.of(each.primal(), each.graph(), methods, forward, Meant.FOR_ANYTHING, STEPS);
  }

  private static String inEveryMode(String text) {
    return text.replaceAll(
        "@Differentiable(?=\\s+(?:\\w+\\s+)*static\\s+double\\s+\\w+\\()",
        "@Differentiable({cotangent.Derivative.GRADIENT, cotangent.Derivative.JVP,"
            + " cotangent.Derivative.HESSIAN, cotangent.Derivative.HVP})");
  }

  private static String read(String file) throws IOException {
    try (InputStream in = MutationTest.class.getResourceAsStream("/corpus/" + file + ".java")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
