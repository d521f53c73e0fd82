package cotangent.processor.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges random programs for as long as one likes, in pieces that are taken up again where they
 * ended: {@code Fuzz FOLDER FIRST COUNT} for programs, {@code Fuzz FOLDER FIRST COUNT wrong} for
 * wrong ones. What fails is in the folder, by seed.
 */
final class Fuzz {
  private static final int CHUNK = 500;

  private final Path folder;
  private final Map<String, Integer> figures = new TreeMap<>();
  private double seconds;

  private Fuzz(Path folder) {
    this.folder = folder;
  }

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    long first = Long.parseLong(args[1]);
    long end = first + Long.parseLong(args[2]);
    boolean wrong = args.length > 3;
    Path done = folder.resolve((wrong ? "wrong-" : "right-") + first + ".done");
    long next = Files.exists(done) ? Long.parseLong(Files.readString(done).strip()) : first;
    Fuzz fuzz = new Fuzz(folder);
    while (next < end) {
      int count = (int) Math.min(CHUNK, end - next);
      double before = cpuSeconds();
      if (wrong) {
        fuzz.wrong(next, count);
      } else {
        fuzz.right(next, count);
      }
      fuzz.seconds += cpuSeconds() - before;
      next += count;
      Files.writeString(done, next + "\n");
      System.out.println(fuzz.line(next - first));
    }
  }

  private static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  private void right(long first, int count) throws IOException {
    List<Fuzzer.Verdict> verdicts = Fuzzer.run(first, count, EnumSet.allOf(Feature.class));
    for (Fuzzer.Verdict verdict : verdicts) {
      count("programs", 1);
      verdict.program().derivatives().forEach(mode -> count("mode " + mode, 1));
      count("derivatives compared", verdict.sharp());
      count("derivatives not compared", verdict.blurred());
      if (verdict.failure() != null) {
        failed(verdict.program().name(), verdict.program().source().text() + verdict.failure());
      }
    }
  }

  private void wrong(long first, int count) throws IOException {
    for (long seed = first; seed < first + count; seed++) {
      WrongProgram program = WrongProgram.of(seed);
      String failure = program.failure();
      count("programs", 1);
      if (failure != null) {
        failed("W" + seed, program.text() + program.spoilt() + "\n" + failure);
      }
    }
  }

  private void failed(String name, String text) throws IOException {
    count("failures", 1);
    System.out.println(name + " fails");
    Files.writeString(folder.resolve(name + ".txt"), text + "\n");
  }

  private void count(String what, int more) {
    figures.merge(what, more, Integer::sum);
  }

  private String line(long done) {
    long each = Math.round(1000 * seconds / figures.get("programs"));
    return done + " done; since the start of this piece: " + figures + ", CPU " + each + " ms each";
  }
}
